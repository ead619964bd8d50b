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

extension VotingRule {
    /// The article the rule rests on.
    var basis: LegalBasis {
        switch self {
        case .assembly:
            LegalBasis(
                Message(
                    zh: "中华人民共和国农村集体经济组织法第二十七条",
                    en: "Rural Collective Economic Organisation Law, art. 27"), source: "rural-exchange 5.5 (S1)")
        case .assemblyOnOutsiders:
            LegalBasis(
                Message(
                    zh: "中华人民共和国农村集体经济组织法第十五条",
                    en: "Rural Collective Economic Organisation Law, art. 15"), source: "rural-exchange 5.5 (S1)")
        case .representatives:
            LegalBasis(
                Message(
                    zh: "中华人民共和国农村集体经济组织法第二十八条",
                    en: "Rural Collective Economic Organisation Law, art. 28"), source: "rural-exchange 5.5 (S1)")
        case .villagersOnOutsiders:
            LegalBasis(
                Message(zh: "中华人民共和国农村土地承包法第五十二条", en: "Rural Land Contracting Law, art. 52"),
                source: "rural-exchange 1.3 (S1)")
        case .villagers:
            LegalBasis(
                Message(zh: "中华人民共和国村民委员会组织法", en: "Organic Law of Villagers’ Committees"),
                source: "rural-exchange 1.3 (S1)")
        case .council:
            LegalBasis(
                Message(
                    zh: "中华人民共和国农村集体经济组织法第三十一条",
                    en: "Rural Collective Economic Organisation Law, art. 31"), source: "rural-exchange 5.5 (S1)")
        }
    }
}
