import Kernel

enum LabourText {
    static let title = Message(zh: "零工市场", en: "Casual labour")

    /// What the columns of a table of pay days may be called besides their own names.
    static func payDayHeadings(_ column: PayDayReplay.Column) -> [String] {
        switch column {
        case .agreed: ["约定发薪日", "约定日期", "agreed day"]
        case .latest: ["最迟发薪日", "最迟日期", "latest pay day"]
        case .rule: ["规则", "依据"]
        }
    }
}
