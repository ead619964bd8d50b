import Kernel

/// The words of what is corrected, added up and taken along.
extension BookText {
    static let copy = Message(zh: "复制成新凭证", en: "Copy to a new voucher")
    static let whyCorrect = Message(zh: "这张凭证差多少？", en: "By how much was this voucher wrong?")
    static let correctAnswer = Message(
        zh: "科目照原凭证，只填差额：多记了填负数，没错的行留空。原凭证不动。",
        en:
            "The accounts are those of the voucher. Fill in the difference only: below zero where too much was booked; leave right lines empty. The voucher itself stays."
    )
    static func bookedAs(_ amount: String) -> Message { Message(zh: "原记 \(amount)", en: "Booked: \(amount)") }
    static func differenceOf(_ account: String, _ side: Message) -> Message {
        Message(zh: "\(account)：\(side.zh)差额", en: "\(account): difference, \(side.en.lowercased())")
    }

    static let takeWorkbook = Message(zh: "下载 Excel 表格", en: "Download as a workbook (XLSX)")
    static let vouchersFile = Message(zh: "本年凭证（Excel 表格）", en: "The year's vouchers as a workbook")
    static let trialBalanceFile = Message(zh: "科目余额表（Excel 表格）", en: "The trial balance as a workbook")
    static let statementsFile = Message(zh: "会计报表（Excel 表格）", en: "The statements as a workbook")
    static let inYuan = Message(zh: "单位：元", en: "In yuan")
    static let accountCode = Message(zh: "科目编码", en: "Account code")
}
