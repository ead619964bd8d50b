import Kernel
import Web

/// Words of bank and books side by side.
extension LedgerText {
    static let matchBank = Message(zh: "勾对银行流水", en: "Match a line of the bank")
    static let matchBankClear = Message(zh: "自动勾对", en: "Match what is clear")
    static let unmatchBank = Message(zh: "取消勾对", en: "Take a match apart")
    static let software23 = LegalBasis(
        Message(
            zh: "《会计软件基本功能和服务规范》（财会〔2024〕12号）第二十三条（银行对账）",
            en: "Caikuai 2024 no. 12, art. 23 (bank reconciliation)"),
        source: "domain notes books 3.1, S-12")
}

extension BookText {
    static let bank = Message(zh: "银行对账", en: "Bank and books")
    static let bankHint = Message(zh: "流水与凭证逐笔勾对，余额调节表", en: "Lines and vouchers matched; the reconciliation statement")
    static let doTheyAgree = Message(zh: "银行和账上对得上吗？", en: "Do bank and books agree?")
    static func accountsReconciled(_ done: Int, _ all: Int) -> Message {
        Message(zh: "\(all) 个账户，已对账 \(done) 个", en: "\(done) of \(all.of("account")) reconciled")
    }
    static func through(_ month: String) -> Message { Message(zh: "对至 \(month)", en: "through \(month)") }
    static let bankAccount = Message(zh: "银行账户", en: "Bank account")
    static let bookBalance = Message(zh: "账面余额", en: "By the books")
    static let bankBalance = Message(zh: "银行余额", en: "By the bank")
    static let openAtBank = Message(zh: "流水未勾对", en: "Lines open")
    static let openInBooks = Message(zh: "凭证未勾对", en: "Vouchers open")
    static let neverReconciled = Message(zh: "没有对过账", en: "Never")
    static let noBankLines = Message(zh: "还没有导入这个账户的银行流水。", en: "No line of the bank is here yet.")
    static let noBankLinesHint = Message(
        zh: "导入对账单文件后，就能逐笔勾对。", en: "Import the bank's statement, and its lines can be matched.")
    static func atEnd(_ month: String) -> Message { Message(zh: "截至 \(month) 末", en: "At the end of \(month)") }
    static let agrees = Message(zh: "相符", en: "They agree")
    static func differsBy(_ amount: String) -> Message { Message(zh: "差 \(amount)", en: "\(amount) apart") }
    static let balanceNotKnown = Message(zh: "银行余额未知，请填对账单余额", en: "The bank's balance is not known: type it")
    static let comparison = Message(zh: "余额调节表", en: "Reconciliation statement")
    static let inBooks = Message(zh: "账面", en: "Books")
    static let atBank = Message(zh: "银行对账单", en: "Bank")
    static let plusBankIn = Message(zh: "加：银行已收，账上未收", en: "Plus: received at the bank only")
    static let minusBankOut = Message(zh: "减：银行已付，账上未付", en: "Less: paid at the bank only")
    static let plusBookIn = Message(zh: "加：账上已收，银行未收", en: "Plus: received in the books only")
    static let minusBookOut = Message(zh: "减：账上已付，银行未付", en: "Less: paid in the books only")
    static let adjusted = Message(zh: "调节后余额", en: "Adjusted")
    static let openLines = Message(zh: "银行有、账上没有", en: "Only at the bank")
    static let openEntries = Message(zh: "账上有、银行没有", en: "Only in the books")
    static let nothingOpen = Message(zh: "没有未达账项。", en: "Nothing is open.")
    static let matchedLines = Message(zh: "已勾对的流水", en: "Lines that are matched")
    static let serial = Message(zh: "流水号", en: "Serial")
    static let match = Message(zh: "勾对", en: "match")
    static let unmatch = Message(zh: "取消勾对", en: "take apart")
    static let isItVoucher = Message(zh: "这笔钱是哪张凭证？", en: "Which voucher is this money?")
    static func bankLine(_ date: String, _ amount: String) -> Message {
        Message(zh: "\(date) \(amount)", en: "\(date) \(amount)")
    }
    static func voucherChoice(_ number: Int) -> Message {
        number == 1 ? Message(zh: "凭证", en: "Voucher") : Message(zh: "凭证（另一张）", en: "Another voucher")
    }
    static let lineChoice = Message(zh: "同一笔钱的另一条流水", en: "Another line of the same money")
    static func clearCount(_ count: Int) -> Message {
        Message(zh: "自动勾对 \(count) 笔", en: "Match \(count) that are clear")
    }
    static let clearQuestion = Message(zh: "哪些是同一笔钱？", en: "Which are the same money?")
    static let clearNote = Message(
        zh: "金额相同、日期相差五天以内、两边都只有一笔的，才自动勾对。",
        en: "Of the same amount and within five days, with one on either side.")
    static func pairs(_ count: Int) -> Message { Message(zh: "\(count) 对", en: "\(count.of("pair"))") }
    static let whyUnmatch = Message(zh: "这两边不是同一笔钱？", en: "Are they not the same money?")
    static let statementBalance = Message(zh: "银行对账单余额", en: "Balance of the bank's statement")
    static let reconcileNote = Message(
        zh: "两边调节后相等才能对账；未达账项随本次对账存档。",
        en: "Both adjusted balances have to be equal; the open items are kept with it.")
    static let bankItem = Message(zh: "银行流水", en: "bank line")
}
