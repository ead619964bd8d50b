import Kernel

/// Words of the village's wall: none of the trade (the columns of a county that does it well, data of the domain notes).
enum WallText {
    static let title = Message(zh: "财务公开", en: "The money on the wall")
    static let question = Message(zh: "村里这个月的钱是怎么来、怎么花的？", en: "Where did the village's money come from and go?")
    static func answer(_ month: String, _ amount: String) -> Message {
        Message(zh: "\(month)末还有 \(amount)", en: "\(amount) left at the end of \(month)")
    }
    static let note = Message(
        zh: "只公布已结账的月份。每一笔都在公开日志里有一条，谁也改不了。",
        en: "Only closed months are shown. Every movement has its entry in the public log, which nobody can change.")
    static let notClosed = Message(zh: "还没有结账的月份", en: "No month is closed yet")
    static let notClosedHint = Message(zh: "月份结账后自动公布。", en: "A month is shown as soon as it is closed.")
    static let before = Message(zh: "月初有钱", en: "At the beginning")
    static let received = Message(zh: "本月收到", en: "Received")
    static let paid = Message(zh: "本月花掉", en: "Paid")
    static let after = Message(zh: "月末有钱", en: "At the end")
    static let owed = Message(zh: "别人还欠村里", en: "Owed to the village")
    static let moneyMeans = Message(zh: "现金和银行存款", en: "Cash and bank")
    static func yearIn(_ amount: String) -> Message { Message(zh: "今年以来共收 \(amount)", en: "\(amount) this year") }
    static func yearOut(_ amount: String) -> Message { Message(zh: "今年以来共花 \(amount)", en: "\(amount) this year") }
    static func overdue(_ amount: String) -> Message { Message(zh: "其中过期没交 \(amount)", en: "\(amount) of it overdue") }
    static let incomeByKind = Message(zh: "钱从哪里来", en: "Income by kind")
    static let expenseByKind = Message(zh: "钱花到哪里去", en: "Expense by kind")
    static let monthAndYear = Message(zh: "本月，及今年以来", en: "This month, and the year so far")
    static func year(_ amount: String) -> Message { Message(zh: "今年 \(amount)", en: "year \(amount)") }
    static let nothing = Message(zh: "这个月没有。", en: "Nothing in this month.")
    static let lineByLine = Message(zh: "逐笔明细", en: "Line by line")
    static let matter = Message(zh: "事由", en: "Matter")
    static let left = Message(zh: "结余", en: "Left")
    static let proof = Message(zh: "日志", en: "Log")
    static func entry(_ entry: Int64) -> Message { Message(zh: "第 \(entry) 条", en: "entry \(entry)") }

    /// What a villager calls it; the chart's own name where nothing is plainer.
    static func plain(_ account: AccountCode) -> Message? {
        switch account.text {
        case "501": Message(zh: "出租、承包和经营收入", en: "Rents, contracts and sales")
        case "502": Message(zh: "入股分红", en: "Dividends")
        case "503": Message(zh: "政府补助", en: "Subsidies")
        case "504": Message(zh: "利息等其他收入", en: "Interest and other income")
        case "511": Message(zh: "经营花费", en: "Cost of business")
        case "512": Message(zh: "税费", en: "Taxes")
        case "513": Message(zh: "干部报酬、办公等管理花费", en: "Pay, office and administration")
        case "514": Message(zh: "公益花费（修路、保洁、养老）", en: "Public works, cleaning, care")
        case "515": Message(zh: "其他花费", en: "Other expense")
        case "521": Message(zh: "所得税", en: "Income tax")
        default: nil
        }
    }
}
