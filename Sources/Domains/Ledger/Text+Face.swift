import Kernel

/// The words of the books on the page of a place.
enum MoneyFaceText {
    static let title = Message(zh: "集体的钱：进了多少，出了多少", en: "The collective's money: in and out")
    static let income = Message(zh: "一年收入", en: "Income of a year")
    static let definition = Message(
        zh: "最近十二个月（含本月）记入收益类科目的金额；支出为费用类科目。",
        en: "Amounts booked to income accounts in the last twelve months, this one included.")
    static func expense(_ amount: String) -> Message { Message(zh: "支出 \(amount)", en: "expense \(amount)") }
    static func sentence(_ income: String, _ expense: String) -> Message {
        Message(zh: "一年来收入 \(income)，支出 \(expense)。", en: "In a year \(income) came in and \(expense) went out.")
    }
    static let chart = Message(zh: "每月收入和支出", en: "Income and expense by month")
    static let moneyIn = Message(zh: "收入", en: "Income")
    static let moneyOut = Message(zh: "支出", en: "Expense")
    private static let short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    static func month(_ number: Int) -> Message { Message(zh: "\(number)月", en: short[number - 1]) }
}
