import Kernel
import Web

extension LedgerText {
    static let recordYearCheck = Message(zh: "登记核对结果", en: "Record a check")
    static let order98Article62 = LegalBasis(
        Message(
            zh: "《会计基础工作规范》（财政部令第98号）第六十二条（账证、账账、账实每年至少核对一次）",
            en: "Basic norms of accounting (Order 98), art. 62 (checked at least once a year)"),
        source: "domain notes books 2.3, S-98")
    static let finance29 = LegalBasis(
        Message(
            zh: "《农村集体经济组织财务制度》（财农〔2021〕121号）第二十九条（分配前清查资产、清理债权债务）",
            en: "Cainong 2021 no. 121, art. 29 (assets counted, claims and debts cleared before a distribution)"),
        source: "domain notes books 2.1, S-121")
}

extension YearCheckKind {
    var label: Message {
        switch self {
        case .vouchers: Message(zh: "账证核对（账簿与凭证）", en: "Books against vouchers")
        case .ledgers: Message(zh: "账账核对（各账簿之间）", en: "Ledgers against each other")
        case .things: Message(zh: "账实核对（清查现金、存款、物资、资产）", en: "Books against cash, bank, stock and assets")
        case .debts: Message(zh: "核对债权债务", en: "Claims and debts against their parties")
        }
    }
}

/// Words of the year's checks.
enum YearCheckText {
    static let checks = Message(zh: "年度核对", en: "The year's checks")
    static let kind = Message(zh: "核对什么", en: "What is checked")
    static let made = Message(zh: "已核对", en: "Made")
    static let notMade = Message(zh: "未登记", en: "Not recorded")
    static let date = Message(zh: "核对日期", en: "Day of the check")
    static let finding = Message(zh: "核对结果", en: "What was found")
    static let findingHint = Message(
        zh: "相符，或差异和处理；不写个人姓名", en: "That it agrees, or the difference and what became of it; no names of persons")
    static let office = Message(zh: "登记岗位", en: "Recorded by")
    static let paper = Message(zh: "盘点表或对账单", en: "List of the count or statement")
    static let note = Message(zh: "每种核对每年登记一次，登记后不能改。", en: "Each check is recorded once a year and stays as it is.")
    static func whatFound(_ year: AccountingYear) -> Message {
        Message(zh: "\(year) 年核对结果怎样？", en: "What did the check of \(year) find?")
    }
    static func missing(_ kind: YearCheckKind) -> Message {
        Message(zh: "未登记：\(kind.label.zh)", en: "Not recorded: \(kind.label.en)")
    }
}
