import Kernel
import Web

extension LedgerText {
    static let verifyInvoice = Message(zh: "登记查验结果", en: "Record what the tax platform said")
    static let software19 = LegalBasis(
        Message(
            zh: "《会计软件基本功能和服务规范》（财会〔2024〕12号）第十九条（如实显示电子凭证状态）",
            en: "Caikuai 2024 no. 12, art. 19 (the true state of an electronic voucher)"),
        source: "domain notes books 3.1, S-12")
}

extension InvoiceVerdict {
    var label: Message {
        switch self {
        case .genuine: Message(zh: "相符", en: "genuine")
        case .altered: Message(zh: "不一致或查无此票", en: "altered or unknown")
        case .cancelled: Message(zh: "已作废", en: "cancelled")
        }
    }
}

/// Words of the list of invoices.
enum InvoiceListText {
    static let invoices = Message(zh: "电子发票", en: "Electronic invoices")
    static let hint = Message(zh: "每张发票用了多少、查验没有、有没有红冲", en: "What of each is used, looked up, taken back")
    static let question = Message(zh: "收了哪些发票，都查验了吗？", en: "Which invoices are there, and are they genuine?")
    static func answer(_ all: Int, _ open: Int) -> Message {
        Message(zh: "共 \(all) 张，未查验 \(open) 张", en: "\(all) in all, \(open) not looked up")
    }
    static let note = Message(
        zh: "在全国增值税发票查验平台查验后登记结果；查验不符或已红冲的发票不能报账。",
        en: "Looked up on the tax platform and recorded here; what is altered, cancelled or taken back is not paid.")
    static let none = Message(zh: "还没有发票。", en: "There are no invoices.")
    static let noneHint = Message(zh: "在“导入”里交 XML 或 OFD 文件。", en: "Bring in the XML or OFD files under “Import”.")
    static let number = Message(zh: "发票号码", en: "Number")
    static let issued = Message(zh: "开票日期", en: "Issued")
    static let gross = Message(zh: "价税合计", en: "Gross")
    static let used = Message(zh: "已入账", en: "Booked")
    static let left = Message(zh: "未用", en: "Left")
    static let again = Message(zh: "再次查验", en: "Look up again")
    static let unverified = Message(zh: "未查验", en: "Not looked up")
    static func genuine(_ date: String) -> Message { Message(zh: "\(date) 查验相符", en: "Genuine on \(date)") }
    static let takenBack = Message(zh: "已全额红冲", en: "Taken back whole")
    static func partlyTakenBack(_ amount: String) -> Message {
        Message(zh: "已红冲 \(amount)", en: "\(amount) taken back")
    }
    static func takesBack(_ number: String) -> Message { Message(zh: "红冲 \(number)", en: "Takes back \(number)") }
    static let whatSaid = Message(zh: "查验平台怎么说？", en: "What did the tax platform say?")
    static func inputs(_ gross: String) -> Message {
        Message(
            zh: "查验时输入号码、开票日期和价税合计 \(gross)", en: "It asks for number, day of issue and the gross amount of \(gross)")
    }
    static let verdict = Message(zh: "查验结果", en: "Answer")
    static let lookedUpOn = Message(zh: "查验日期", en: "Looked up on")
    static let lastCounts = Message(zh: "可以再次查验，以最后一次为准。", en: "It may be looked up again; the last answer counts.")
}
