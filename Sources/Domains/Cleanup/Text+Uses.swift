import Kernel

/// Which uses fit which class of land.
enum LandUses {
    private static let farming = ["种", "粮", "菜", "果", "林", "苗", "药", "草", "大棚", "农", "耕", "麦", "玉米", "闲置", "撂荒"]
    private static let animals = ["养", "牧", "渔", "鱼"]
    private static let water = ["养", "渔", "鱼", "灌溉", "蓄水", "水", "莲", "藕"]

    /// Nil where the list says no use, or the class says nothing of it.
    static func fits(_ use: String, _ category: String) -> Bool? {
        let use = SheetWords.plain(use)
        guard !use.isEmpty else { return nil }
        switch category {
        case "水浇地", "旱地", "水田", "耕地", "果园", "园地", "林地": return farming.contains { use.contains($0) }
        case "荒地", "草地", "四荒": return (farming + animals).contains { use.contains($0) }
        case "水面", "坑塘", "鱼塘": return water.contains { use.contains($0) }
        case "门面", "厂房", "房屋": return !(["住宅", "居住", "住人", "闲置"].contains { use.contains($0) })
        default: return nil
        }
    }
}

extension CleanupText {
    static func heading(_ column: CleanupParameters.Column) -> [String] {
        switch column {
        case .key: ["参数", "键"]
        case .value: ["值", "数值"]
        }
    }
}
