import Kernel

/// Words about how long papers are kept.
enum PaperTermText {
    static let title = Message(zh: "凭据的保存期限", en: "How long papers are kept")
    static let introduction = Message(
        zh: "凭据按登记它的事项归类，最少保存这么久；用在几处的，按最长的算。期满以后是否销毁由人决定，本系统不会自己删除。",
        en: """
            A paper is kept at least as long as the class of the act that names it says; of several the longest holds. Whether it is destroyed after that is
            for people to decide: the program takes none away by itself.
            """)
    static let kind = Message(zh: "类别", en: "Class")
    static let since = Message(zh: "起", en: "Since")
    static let kept = Message(zh: "保存", en: "Kept")
    static let source = Message(zh: "依据", en: "Source")
    static let events = Message(zh: "事项", en: "Events")

    static let accounts = Message(zh: "会计凭证附件", en: "originals of the accounts")
    static let accountsSource = Message(
        zh: "《会计档案管理办法》（财政部、国家档案局令第79号）附表1；未了结的债权债务另存至了结（第19条）",
        en: "Order 79 on accounting archives, annex 1; unsettled claims and debts until they are settled (art. 19)")
    static let reports = Message(zh: "年度财务报告", en: "annual reports")
    static let reportsSource = Message(
        zh: "《会计档案管理办法》（财政部、国家档案局令第79号）附表1", en: "Order 79 on accounting archives, annex 1")
    static let contracts = Message(zh: "合同", en: "contracts")
    static let contractsSource = Message(
        zh: "县级参数 retention.years（本系统设定，待县级确认）",
        en: "the county's parameter retention.years (ours until the county sets it)")
    static let decisions = Message(zh: "会议记录和表决材料", en: "minutes and ballots")
    static let decisionsSource = Message(
        zh: "《村民委员会组织法》第34条要求建档，没有写明年限，故长期保存",
        en: "Organic Law of villagers' committees, art. 34: to be filed; it names no term, so for ever")
    static let sales = Message(zh: "交易材料", en: "papers of a sale")
    static let salesSource = Message(
        zh: "《拍卖法》第54条：至少五年；按县级参数 retention.years",
        en: "Auction Law, art. 54: five years at least; the county's parameter retention.years")
    static let matters = Message(zh: "其他事项", en: "other matters")
    static let mattersSource = Message(
        zh: "没有查到法定年限；按县级参数 retention.years", en: "no term found in law; the county's parameter retention.years")

    static func kept(_ term: PaperTerm) -> Message {
        let from =
            switch term.clock {
            case .year: Message(zh: "从次年1月1日起", en: "from 1 January of the next year")
            case .contract: Message(zh: "从合同到期（不早于登记之日）起", en: "from the contract's last day, or its entry if later")
            }
        switch term.years {
        case .forEver: return Message(zh: "长期保存", en: "for ever")
        case .years(let years): return Message(zh: "\(from.zh) \(years) 年", en: "\(years) years \(from.en)")
        case .parameter:
            return Message(zh: "\(from.zh)满 retention.years 年", en: "retention.years years \(from.en)")
        }
    }
}
