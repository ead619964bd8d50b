package import Kernel

extension GeometryRejection {
    package var text: Message {
        switch self {
        case .notGeoJSON:
            Message(zh: "这不是 GeoJSON 的 FeatureCollection。", en: "This is no FeatureCollection of GeoJSON.")
        case .unknownSystem(let name):
            Message(
                zh: "文件的坐标系“\(name)”不是 CGCS2000 经纬度，也不是第 37、38 带（3 度带）。",
                en: "The file's system “\(name)” is neither CGCS2000 degrees nor its 3° zone 37 or 38.")
        case .tooManyParcels(let limit):
            Message(
                zh: "一个文件最多 \(limit) 个地块。", en: "One file holds at most \(limit) parcels.")
        case .tooManyCorners(let limit):
            Message(
                zh: "一个地块最多 \(limit) 个界址点。", en: "One parcel has at most \(limit) corners.")
        case .notAnArea(let kind):
            Message(
                zh: "图形是“\(kind)”，地块必须是面。", en: "The shape is a “\(kind)”; a parcel is an area.")
        case .badPosition: Message(zh: "有界址点不是两个数。", en: "A corner is not two numbers.")
        case .ringOpen: Message(zh: "有一圈界线首尾不相接。", en: "A ring does not end where it began.")
        default: rest
        }
    }

    private var rest: Message {
        switch self {
        case .neitherDegreesNorGrid:
            Message(
                zh: "坐标既不是经纬度，也不是 3 度带的东、北坐标（可能是网络地图的墨卡托坐标）。",
                en: "The figures are neither degrees nor a 3° zone's grid; a web map's Mercator, perhaps.")
        case .axesExchanged:
            Message(
                zh: "东坐标与北坐标写反了：测量成果表里 X 是北。",
                en: "East and north are exchanged: in a survey's table X is the north.")
        case .zoneUnknown:
            Message(
                zh: "东坐标没有带号，文件也没有说明中央经线，不知道在第 37 带还是第 38 带。",
                en: "The easting has no zone before it and the file names no central meridian: zone 37 or 38?")
        case .outsideZones:
            Message(
                zh: "位置在东经 109.5°–115.5° 之外，或东坐标超出 200–800 公里。",
                en: "The place lies beyond 109.5°–115.5° east, or its easting beyond 200–800 km.")
        case .filePartMissing(let name): Message(zh: "缺少文件“\(name)”。", en: "The file “\(name)” is missing.")
        case .fileDamaged(let name):
            Message(zh: "文件“\(name)”已损坏，读不出来。", en: "The file “\(name)” is damaged and cannot be read.")
        case .recordDamaged: Message(zh: "这条记录的图形已损坏。", en: "The shape of this record is damaged.")
        case .recordEmpty: Message(zh: "这条记录没有图形。", en: "This record has no shape.")
        case .numberMissing: Message(zh: "地块没有编号。", en: "The parcel has no number.")
        case .numberTwice(let number, let row):
            Message(
                zh: "编号“\(number)”在第 \(row) 条已经有了。", en: "The number “\(number)” stands in row \(row) already.")
        default: Message(zh: "读不出。", en: "Cannot be read.")
        }
    }

    package var next: Message {
        switch self {
        case .unknownSystem, .neitherDegreesNorGrid, .outsideZones:
            Message(
                zh: "请在制图软件里转成 CGCS2000 经纬度（EPSG:4490）再导出。",
                en: "Export it in CGCS2000 degrees (EPSG:4490).")
        case .zoneUnknown:
            Message(zh: "请附上 .prj 文件，或指明带号（37 或 38）。", en: "Add the .prj file, or name the zone (37 or 38).")
        case .axesExchanged: Message(zh: "请把两列对调后再导入。", en: "Exchange both columns and import again.")
        case .filePartMissing: Message(zh: "请把 .shp、.shx、.dbf 放在一起。", en: "Keep .shp, .shx and .dbf together.")
        case .tooManyParcels: Message(zh: "请按村分成几个文件。", en: "Make one file for each village.")
        case .numberMissing, .numberTwice: Message(zh: "请给每个地块一个编号。", en: "Give each parcel a number of its own.")
        default: Message(zh: "请在制图软件里改正后重新导出。", en: "Mend it in the mapping program and export again.")
        }
    }
}

/// Columns of files of parcels, the standard's first (NY/T 2539: DKBM, DKMC).
enum ParcelText {
    static let numbers = ["DKBM", "id", "parcel", "number", "地块编码", "地块代码", "地块编号", "ID"]
    static let names = ["DKMC", "name", "地块名称"]
}
