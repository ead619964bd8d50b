import Kernel

/// Words of the pay ledger and the slip.
enum WageText {
    static let ledger = Message(zh: "工资台账", en: "Pay ledger")
    static let ledgerQuestion = Message(zh: "还欠多少工资？", en: "What is still owed?")
    static let ledgerNote = Message(
        zh: "每人每天一行：干了多久、应发、扣款、实发、哪天付清。台账至少保存三年，可以下载。",
        en: """
            A line for each person and day: time, due, deductions, net, and when it was paid. Kept three years at least.
            """)
    static let slip = Message(zh: "工资条", en: "Pay slip")
    static let slipQuestion = Message(zh: "这一天该得多少？", en: "What is due for this day?")
    static let gross = Message(zh: "应发", en: "Before deductions")
    static let deductions = Message(zh: "扣款", en: "Deductions")
    static let paidOn = Message(zh: "付清日期", en: "Paid up on")
    static let noWages = Message(zh: "还没有确认过工时。", en: "No hours were confirmed yet.")
}
