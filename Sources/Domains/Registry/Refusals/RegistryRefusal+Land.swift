import Geometry
import Kernel

/// Land and its outlines (decision records 0420–0422).
extension RegistryRefusal {
    package static let outlineFaulty = Self(
        2195, .refused, field: "outline",
        zh: "地块图形有错：{1}。", en: "The outline has faults: {1}.",
        next: Message(zh: "请在制图软件里改正后再登记。", en: "Mend it in the mapping program and enter it again."),
        example: [LandText.faults([.selfIntersecting, .spike])])

    package static let outlineUnreadable = Self(
        2196, .badInput, field: "outline",
        zh: "读不出地块图形。", en: "The outline cannot be read.",
        next: Message(
            zh: "请每行写一个界址点：先 X（北）后 Y（东），单位米，Y 前带坐标带号；也可以用 GeoJSON 或 shapefile 文件导入。",
            en:
                "Write a line for each corner: X (north) before Y (east), in metres, the zone before Y; or bring it in as a GeoJSON or shapefile."
        ))

    package static let parcelTwice = Self(
        2197, .conflict, field: "outline",
        zh: "这块地已登记，编号“{1}”。", en: "This very field is registered as “{1}”.",
        next: Message(zh: "请核对编号；需要改图形时用“重新测绘”。", en: "Compare the numbers; redraw that one to change it."),
        example: ["A1"])

    package static let parcelUnknown = Self(
        2198, .notFound, field: "parcel",
        zh: "没有登记过地块“{1}”。", en: "There is no parcel “{1}”.",
        next: Message(zh: "请从村的地图上选择。", en: "Choose it on the village's map."), example: ["parcel-000123"])

    package static let parcelClosed = Self(
        2199, .conflict, field: "parcel",
        zh: "地块“{1}”已在 {2} 拆分、合并或随卡片注销，不再变更。",
        en: "The parcel “{1}” was split, merged or retired with its card on {2}.",
        next: Message(zh: "请使用现在的地块。", en: "Use the parcels that stand in its place."),
        example: ["A1", "2026-04-10"])

    package static let parcelNumberTaken = Self(
        2200, .conflict, field: "number",
        zh: "编号“{1}”已用于另一地块。", en: "The number “{1}” is another parcel's.",
        next: Message(zh: "请另取编号，或重新测绘已有的地块。", en: "Take another number, or redraw the parcel that has it."),
        example: ["A1"])

    package static let splitTooFew = Self(
        2201, .refused, field: "parts",
        zh: "拆分或合并至少要有两个不同的地块。", en: "A split or a merger needs two different parcels at least.",
        next: Message(zh: "请补全地块。", en: "Name the others."))

    package static let splitNotCovering = Self(
        2202, .refused, field: "parts",
        zh: "“{1}”：拆分后的各块没有正好盖住原地块。", en: "“{1}”: the parts do not cover just the parcel.",
        next: Message(
            zh: "请核对各块的界线：不能超出原地块，也不能留下空隙。",
            en: "Compare the outlines: nothing beyond the parcel, and nothing left over."),
        example: ["A1-3"])

    package static let splitOverlaps = Self(
        2203, .refused, field: "parts",
        zh: "拆分后的“{1}”与“{2}”重叠。", en: "The parts “{1}” and “{2}” overlap.",
        next: Message(zh: "请核对两块的界线。", en: "Compare both outlines."), example: ["A1-1", "A1-2"])

    package static let mergeApart = Self(
        2204, .refused, field: "parcels",
        zh: "“{1}”与其他地块不同属一个集体、一个村或一个坐标带，不能合并。",
        en: "“{1}” is not of the same collective, village and zone as the others.",
        next: Message(zh: "请只选同一集体、同一村的地块。", en: "Choose parcels of one collective and village."),
        example: ["A1"])

    package static let redLineUnknown = Self(
        2205, .notFound, field: "redLine",
        zh: "没有录入过这个控制线图斑。", en: "There is no such area of a line.",
        next: Message(zh: "请从控制线列表中选择。", en: "Choose it on the list of lines."))

    package static let redLineTaken = Self(
        2206, .conflict, field: "number",
        zh: "图斑编号“{1}”已用于另一个图斑。", en: "The number “{1}” is another area's.",
        next: Message(zh: "规划调整的，请先撤销原图斑。", en: "Withdraw that one first where the plan has changed."),
        example: ["JB-001"])

    package static let redLineOver = Self(
        2207, .conflict, field: "redLine",
        zh: "图斑“{1}”已经撤销。", en: "The area “{1}” was withdrawn before.",
        next: Message(zh: "不用再撤销。", en: "Nothing is to be done."), example: ["JB-001"])
}
