import Kernel
import Web

/// Words of the pages that take files.
extension ImportText {
    static let importing = Message(zh: "导入文件", en: "Import a file")
    static let importAnswer = Message(zh: "先看再记：导入前逐行预览", en: "Looked at first: every row is shown before it is taken")
    static let importHint = Message(zh: "凭证、银行对账单、期初余额、数电发票", en: "Vouchers, bank statements, openings, invoices")
    static let whichFile = Message(zh: "要导入哪个文件？", en: "Which file is to be imported?")
    static let file = Message(zh: "文件", en: "File")
    static let fileHint = Message(zh: "不超过 4 MB", en: "4 MB at most")
    static let look = Message(zh: "预览", en: "Look at it")
    static let lookNote = Message(zh: "这一步只读文件，不记任何账。", en: "This only reads the file; nothing is booked.")
    static let otherFile = Message(zh: "换一个文件", en: "Another file")
    static let whatWouldCome = Message(zh: "导入后会怎样？", en: "What would come of it?")
    static func wouldCome(_ rows: Int, _ refused: Int) -> Message {
        Message(zh: "可导入 \(rows) 行，退回 \(refused) 行", en: "\(rows.of("row")) to be taken, \(refused) refused")
    }
    static let nothingWritten = Message(zh: "还没有写入。", en: "Nothing is written yet.")
    static let nothingToTake = Message(zh: "没有可以导入的行。", en: "There is nothing to be taken.")
    static func take(_ rows: Int) -> Message { Message(zh: "导入这 \(rows) 行", en: "Take these \(rows.of("row"))") }
    static let takeNote = Message(
        zh: "退回的行不会导入；改好文件后再导一次，已有的行不会重复。",
        en:
            "Refused rows are left out; put the file right and import it again: rows that are there are not taken twice."
    )
    static let whatCame = Message(zh: "导入结果", en: "What came of it")
    static func came(_ rows: Int, _ refused: Int) -> Message {
        Message(zh: "已导入 \(rows) 行，退回 \(refused) 行", en: "\(rows.of("row")) taken, \(refused) refused")
    }
    static let row = Message(zh: "行", en: "Row")
    static let whatItSays = Message(zh: "内容或原因", en: "What it is, or why not")
    static func rowsOf(_ kind: Message, _ count: Int) -> Message {
        Message(zh: "\(kind.zh) \(count) 行", en: "\(kind.en): \(count.of("row"))")
    }
    static func kind(_ kind: ImportTable.Kind, isPreview: Bool) -> Message {
        switch kind {
        case .accepted: isPreview ? Message(zh: "可导入", en: "To be taken") : Message(zh: "已导入", en: "Taken")
        case .unchanged: Message(zh: "已有", en: "There already")
        case .setAside: Message(zh: "略过", en: "Set aside")
        case .refused: Message(zh: "退回", en: "Refused")
        }
    }

    static let vouchersTitle = Message(zh: "导入凭证", en: "Import vouchers")
    static let vouchersHint = Message(
        zh: "表格（.xlsx 或 .csv），要有日期、科目、借方、贷方等列；一张凭证要么全记，要么不记。",
        en: "A table (.xlsx or .csv) with date, account, debit and credit; a voucher is booked whole or not at all.")
    static let statementTitle = Message(zh: "导入银行对账单", en: "Import a bank statement")
    static let statementHint = Message(
        zh: "银行下载的流水（.xlsx 或 .csv），要有日期和收入、支出（或贷方、借方）；只登记，不记账。",
        en: "The bank's own file (.xlsx or .csv) with date, money in and money out; it is kept, not booked.")
    static let balancesTitle = Message(zh: "导入期初余额", en: "Import opening balances")
    static let balancesHint = Message(
        zh: "科目余额表（.xlsx 或 .csv），要有科目编码和借方、贷方余额；全部导入才建账。",
        en: "A table of balances (.xlsx or .csv) by account; books open with all of them or none.")
    static let invoiceTitle = Message(zh: "登记数电发票", en: "Register an electronic invoice")
    static let invoiceHint = Message(
        zh: "电子税务局的 XML 或 OFD 原件；全县只能登记一次。", en: "The tax office's XML or OFD; taken once in the whole county.")

    static func voucher(_ date: CivilDate, _ number: String, _ summary: String, _ sum: Money) -> Message {
        let head = [date.description, number, summary].filter { !$0.isEmpty }.joined(separator: " · ")
        return Message(zh: "\(head) · \(sum.words(.chinese))", en: "\(head) · \(sum.words(.english))")
    }
    static func movement(_ date: CivilDate, _ amount: Money) -> Message {
        Message(zh: "\(date) · \(amount.words(.chinese))", en: "\(date) · \(amount.words(.english))")
    }
    static func opening(_ date: CivilDate) -> Message {
        Message(zh: "期初余额，\(date) 建账", en: "Opening balance, books begin on \(date)")
    }
    static func invoice(_ number: String, _ date: CivilDate, _ gross: Money) -> Message {
        Message(
            zh: "\(number) · \(date) · 价税合计 \(gross.words(.chinese))",
            en: "\(number) · \(date) · gross \(gross.words(.english))")
    }
}
