import Kernel
import Web

/// Words of what is printed and filed.
enum PrintText {
    static let voucher = Message(zh: "记账凭证", en: "Voucher")
    static func voucherNumber(_ number: Int64, _ sheet: Int, _ sheets: Int, _ attachments: Int64) -> Message {
        Message(
            zh: "记字第 \(number) 号（\(sheet)/\(sheets)）　附件 \(attachments) 张",
            en: "No. \(number) (\(sheet)/\(sheets)), \(attachments) attached")
    }
    static let carriedOver = Message(zh: "过次页", en: "Carried over")
    static let broughtForward = Message(zh: "承前页", en: "Brought forward")
    static let fromLastYear = Message(zh: "上年结转", en: "From last year")
    static let toNextYear = Message(zh: "结转下年", en: "To next year")
    static func inCapitals(_ words: String) -> Message {
        Message(zh: "合计人民币（大写）：\(words)", en: "Total in words: \(words)")
    }
    static func continuedOn(_ sheet: Int) -> Message { Message(zh: "接第 \(sheet) 张", en: "Goes on on sheet \(sheet)") }

    static let chief = Message(zh: "主管：", en: "Chief: ")
    static let bookkeeper = Message(zh: "记账：", en: "Posted: ")
    static let reviewer = Message(zh: "审核：", en: "Reviewed: ")
    static let cashier = Message(zh: "出纳：", en: "Cashier: ")
    static let maker = Message(zh: "制单：", en: "Made: ")
    static let head = Message(zh: "单位负责人：", en: "Head: ")

    static let side = Message(zh: "向", en: "Side")
    /// Debit, credit or flat must be written (Order 98, art. 60(7)).
    static func side(_ balance: Money) -> Message {
        if balance == .zero { return Message(zh: "平", en: "–") }
        return balance > .zero ? Message(zh: "借", en: "Dr") : Message(zh: "贷", en: "Cr")
    }
    /// Without the sign of the currency; red with a minus; nothing for nothing.
    static func amount(_ amount: Money, _ format: Format) -> String {
        amount == .zero ? "" : format.money(amount).replacing("¥", with: "")
    }
    static let columnLedger = Message(zh: "多栏式明细账", en: "multi-column ledger")
    static let quantityLedger = Message(zh: "数量金额式明细账", en: "quantity and amount ledger")
    static let rest = Message(zh: "其他", en: "Others")
    static let quantityColumns = [
        Message(zh: "收入数量", en: "In"), Message(zh: "单价", en: "Price"), Message(zh: "收入金额", en: "Amount in"),
        Message(zh: "发出数量", en: "Out"), Message(zh: "单价", en: "Price"), Message(zh: "发出金额", en: "Amount out"),
        Message(zh: "结存数量", en: "Left"), Message(zh: "单价", en: "Price"), Message(zh: "结存金额", en: "Amount left"),
    ]
    /// Thousandths as a decimal, without zeros at its end.
    static func quantity(_ thousandths: Int64) -> String {
        let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1_000)
        var decimals = String(String(rest + 1_000).dropFirst())
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return (thousandths < 0 ? "-" : "") + String(whole) + (decimals.isEmpty ? "" : "." + decimals)
    }
    static let takeColumns = Message(zh: "多栏式（PDF）", en: "Multi-column (PDF)")
    static let takeQuantity = Message(zh: "数量金额式（PDF）", en: "Quantities (PDF)")
    static let columnFile = Message(zh: "多栏式明细账打印件（PDF）", en: "An account's multi-column ledger to print (PDF)")
    static let quantityFile = Message(zh: "数量金额式明细账打印件（PDF）", en: "An account's quantity ledger to print (PDF)")
    static let page = Message(zh: "页", en: "Page")
    static func pageOf(_ number: Int, _ count: Int) -> Message {
        Message(zh: "第 \(number) 页 共 \(count) 页", en: "Page \(number) of \(count)")
    }
    static let contents = Message(zh: "账簿目录", en: "Contents")
    static func volumePages(_ count: Int) -> Message {
        Message(zh: "本册账页第 1 页至第 \(count) 页，共 \(count) 页；第 1 册，共 1 册", en: "Pages 1 to \(count), volume 1 of 1")
    }
    /// The six signatures of a bound volume (Order 98, arts. 58, 59), and the cashier's.
    static func volumeSigners(_ people: BookPeople?) -> [Message] {
        [
            bookkeeper, Message(zh: "复核：", en: "Checked: "), Message(zh: "装订：", en: "Bound: "),
            named(Message(zh: "财务负责人：", en: "Head of finance: "), people?.chief), named(cashier, people?.cashier),
        ] + handingOver
    }
    private static let handingOver = [
        Message(zh: "移交人：", en: "Handed over by: "),
        Message(zh: "接交人：", en: "Taken over by: "),
    ]
    static let rowNumber = Message(zh: "行", en: "No.")
    static let report = Message(zh: "财务会计报告", en: "Financial report")
    static func named(_ label: Message, _ name: String?) -> Message {
        Message(zh: label.zh + (name ?? ""), en: label.en + (name ?? ""))
    }
    static func reportSigners(_ people: BookPeople?) -> [Message] {
        [head, named(chief, people?.chief), named(cashier, people?.cashier)] + reportRest
    }
    private static let reportRest = [
        Message(zh: "制表：", en: "Drawn up: "), Message(zh: "报送日期：", en: "Handed in on: "),
        Message(zh: "报送单位：", en: "Handed in to: "),
    ]

    static let takePrint = Message(zh: "打印件（PDF）", en: "To print (PDF)")
    static let takeBooking = Message(zh: "入账信息文件", en: "Booking file")
    static let voucherFile = Message(zh: "这张凭证的打印件（PDF）", en: "This voucher to print (PDF)")
    static let vouchersFile = Message(zh: "一个月的凭证打印件（PDF）", en: "A month's vouchers to print (PDF)")
    static let ledgerFile = Message(zh: "明细账打印件（PDF）", en: "An account's ledger to print (PDF)")
    static let dayBookFile = Message(zh: "日记账打印件（PDF）", en: "A day book to print (PDF)")
    static let volumeFile = Message(zh: "全年账簿成册（PDF）", en: "The year's ledgers as a volume (PDF)")
    static let volumeHint = Message(zh: "封面、目录、账页连号，打印装订", en: "Cover, contents and numbered pages, to be bound")
    static let statementsFile = Message(zh: "会计报表打印件（PDF）", en: "The statements to print (PDF)")
    static let bookingFile = Message(zh: "凭证的入账信息结构化数据文件", en: "The booking file of a voucher")
    static let archiveFile = Message(zh: "本年会计档案包", en: "The year's accounting archive")
    static let archiveHint = Message(
        zh: "凭证、账簿、报表、入账文件和清单，注明保管期限", en: "Vouchers, books, reports, booking files, and a list with terms")

    static let archiveColumns = [
        Message(zh: "文件", en: "File"), Message(zh: "类别", en: "Kind"), Message(zh: "字节", en: "Bytes"),
        Message(zh: "SHA-256", en: "SHA-256"), Message(zh: "最早可销毁日", en: "Kept at least until"),
    ]
    static let forever = Message(zh: "永久（另存纸质）", en: "for ever (on paper too)")
    static let yearIsClosed = Message(zh: "本年各月已结账", en: "Every month of the year is closed")
    static let yearIsOpen = Message(zh: "本年尚有月份未结账", en: "Not every month of the year is closed")
}

extension ArchiveKind {
    var title: Message {
        switch self {
        case .voucher: PrintText.voucher
        case .ledger: BookText.ledger
        case .dayBook: BookText.dayBook
        case .annualReport: Message(zh: "年度财务会计报告", en: "Annual report")
        }
    }
}

/// The ten elements of a booking file, in the order of the domain notes (books 3.3, S-SS). The taxonomy of the standard
/// itself was not seen: these names are to be exchanged for its own.
enum BookingText {
    static let root = "入账信息"
    static let line = "分录"
    static let invoice = "电子凭证号码"
    static let elements = [
        "统一社会信用代码", "单位名称", "记账凭证编号", "记账日期", "会计期间", "摘要", "借贷方向", "总账科目名称", "明细科目名称", "金额",
    ]
    static func number(_ number: Int64) -> String { "记账凭证\(number)" }
    static func side(isDebit: Bool) -> String { isDebit ? "借" : "贷" }
}
