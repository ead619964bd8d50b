package import Kernel

/// The words of the register.
package enum RegistryText {
    package static let title = Message(zh: "登记", en: "Register")
    /// What a collective's name must contain (Rural Collective Economic Organisation Law, art. 21).
    static let collectiveMark = "集体经济组织"

    /// Headings of lists of places in Chinese.
    static func divisionHeadings(_ column: DivisionFile.Column) -> [String] {
        switch column {
        case .code: ["代码", "区划代码", "行政区划代码", "统计用区划代码"]
        case .name: ["名称", "区划名称", "行政区划名称", "单位名称"]
        case .level: ["级别", "层级"]
        case .parent: ["上级代码", "上级区划代码"]
        case .county: []
        case .kind: ["类别", "类型"]
        case .year: ["年份", "年度"]
        }
    }

    /// Fen as yuan with two decimals, in both languages alike.
    static func yuan(_ fen: Int64) -> String {
        let part = fen.magnitude % 100
        return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(part < 10 ? "0" : "")\(part)"
    }

    /// Stands where a name stood that has been destroyed.
    static let erased = "***"
    /// A natural person's name with all but the first character covered.
    static func masked(_ name: String?) -> String { (name?.first.map { String($0) } ?? "*") + "**" }
}
