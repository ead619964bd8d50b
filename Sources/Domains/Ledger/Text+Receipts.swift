import Kernel
import Web

/// Words of receipts.
extension LedgerText {
    static let issueReceipt = Message(zh: "开收款收据", en: "Write a receipt")
    static let voidReceipt = Message(zh: "收据作废", en: "Void a receipt")
    static let bookReceipt = Message(zh: "收据入账", en: "Book a receipt")
    static let order98Article48 = LegalBasis(
        Message(
            zh: "《会计基础工作规范》（财政部令第98号）第四十八条第四项（原始凭证、收据）",
            en: "Basic norms of accounting (Order 98), art. 48(4) (original vouchers, receipts)"),
        source: "domain notes books 5.4, S-98")
}

extension BookText {
    static let receipts = Message(zh: "收款收据", en: "Receipts")
    static let receiptsHint = Message(
        zh: "连号登记，作废留底，逾期未入账提醒", en: "Numbered without gaps, void ones kept, late ones marked")
    static func whichReceipts(_ year: AccountingYear) -> Message {
        Message(zh: "\(year) 年开了哪些收据？", en: "Which receipts were written in \(year)?")
    }
    static func receiptSums(_ issued: Int, _ voided: Int, _ amount: String) -> Message {
        Message(zh: "共 \(issued) 张（作废 \(voided) 张），\(amount)", en: "\(issued) (\(voided) void), \(amount)")
    }
    static func receiptsNotBooked(_ amount: String) -> Message {
        Message(zh: "其中未入账 \(amount)", en: "\(amount) of it not booked")
    }
    static let noReceipts = Message(zh: "这一年还没有开过收据。", en: "No receipt was written in this year.")
    static let receiptMatter = Message(zh: "事由", en: "For")
    static let receiptMethod = Message(zh: "收款方式", en: "Paid by")
    static let payer = Message(zh: "交款人", en: "From")
    static let payerHint = Message(
        zh: "登记簿中的户或单位；没有登记的不填，打印后手写", en: "Of the register; left empty it is written by hand")
    static func method(_ method: ReceiptMethod) -> Message {
        switch method {
        case .cash: Message(zh: "现金", en: "Cash")
        case .bank: Message(zh: "转账", en: "Transfer")
        case .phone: Message(zh: "手机支付", en: "By phone")
        }
    }
    static let howMuchTaken = Message(zh: "收了谁多少钱？", en: "What was taken, and from whom?")
    static let receiptAnswer = Message(zh: "一笔一张，编号不断", en: "One for each payment, without a gap")
    static let receiptNote = Message(
        zh: "编号由系统顺序给出；写错只能作废，不能删除。", en: "The number comes by itself; a wrong one is voided, never deleted.")
    static let receiptValid = Message(zh: "未入账", en: "Not booked")
    static let receiptLate = Message(zh: "逾期未入账", en: "Late to be booked")
    static let receiptIsBooked = Message(zh: "已入账", en: "Booked")
    static let receiptIsVoid = Message(zh: "作废", en: "Void")
    static let receiptQuestion = Message(zh: "这张收据", en: "This receipt")
    static func receiptNumber(_ year: AccountingYear, _ number: Int64) -> Message {
        let text = "\(year)-\(number.padded(to: 4))"
        return Message(zh: "第 \(text) 号", en: "No. \(text)")
    }
    static let inCapitals = Message(zh: "人民币（大写）", en: "In words")
    static let inFigures = Message(zh: "小写", en: "In figures")
    static let signatures = Message(zh: "收款人（签章）　　　　交款人（签章）", en: "Taken by (signature)        Paid by (signature)")
    static let yearBefore = Message(zh: "上一年", en: "Year before")
    static let yearAfter = Message(zh: "下一年", en: "Year after")
    static let receiptStatus = Message(zh: "入账", en: "In the books")
}
