import Kernel

extension CLIText {
    static let importVouchers = Message(
        zh: "导入记账凭证文件（xlsx 或 csv），逐行答复；同一文件再导入不产生变化。",
        en: "Import vouchers (xlsx or csv), every row answered; the same file again changes nothing.")
    static let tableFile = Message(
        zh: "文件：.xlsx，或任意编码的 .csv。", en: "The file: .xlsx, or .csv in any encoding.")
    static let importMap = Message(
        zh: "对照文件：每行“文件中的名称,本系统的列名或科目编码”，或同样内容的 JSON。",
        en: "A map: on each line a name of the file, and our column or account code; or the same as JSON.")
    static let importingDesk = Message(
        zh: "由哪个岗位导入；不填则用本组织第一个可制单的岗位。",
        en: "The desk that imports; by default the first that may make vouchers there.")

    static let importStatement = Message(
        zh: "导入银行对账单（xlsx 或 csv），逐行答复；同一文件再导入不产生变化。",
        en: "Import a bank's statement (xlsx or csv), every row answered; the same file again changes nothing.")
    static let bankAccount = Message(
        zh: "账上的银行科目，如 10201；不填则用第一个银行存款明细。",
        en: "The bank account of the books, for example 10201; by default the first below 102.")
    static let importBalances = Message(
        zh: "按文件中的余额建账（新科目，或可整笔结转的2004年科目），全部或全不。",
        en: "Open books with the balances of a file (2023 codes, or codes of 2004 that go over whole): all or none.")
    static let openingDay = Message(
        zh: "建账日期；不填则取文件名中的日期，否则本年1月1日。",
        en: "The day the books begin; by default that in the file's name, else the first of January.")
    static let importInvoice = Message(
        zh: "登记数电发票（XML 或 OFD），全县只能入账一次；--amount 按部分或全部入账。",
        en: "Register an electronic invoice (XML or OFD), once in the county; --amount books a part of it.")
    static let invoiceFile = Message(zh: "发票文件：.xml 或 .ofd。", en: "The invoice: .xml or .ofd.")
    static let invoiceAmount = Message(
        zh: "本次入账金额（元），或百分比，如 30%。", en: "What is booked on it now, in yuan, or as a share: 30%.")
    static let invoiceVoucher = Message(zh: "入账的凭证。", en: "The voucher it is booked with.")
    static let lineKnown = Message(zh: "已登记", en: "recorded already")
    static let balanceKnown = Message(zh: "账套已按这些余额建立", en: "the books began with these balances")
    static func lineTaken(_ date: CivilDate, _ amount: String) -> Message {
        Message(zh: "\(date) \(amount) 元", en: "\(date) \(amount)")
    }
    static func balanceTaken(_ date: CivilDate) -> Message {
        Message(zh: "期初余额，\(date) 建账", en: "opening balance, books begin on \(date)")
    }
    static func invoiceStands(_ number: String, _ isKnown: Bool, _ gross: String, _ used: String, _ left: String)
        -> Message
    {
        Message(
            zh: "发票 \(number)\(isKnown ? "（已登记）" : "")：价税合计 \(gross) 元，已入账 \(used) 元，余 \(left) 元。",
            en:
                "invoice \(number)\(isKnown ? " (registered already)" : ""): gross \(gross), booked \(used), left \(left)"
        )
    }

    static let allBooks = Message(zh: "所有组织的账。", en: "The books of every organisation.")
    static let oneOrAll = Message(zh: "--org 与 --all 只能用一个。", en: "Say --org or --all, not both.")
    static let exportLedger = Message(zh: "按 ledger 格式输出账簿。", en: "Print the books as a journal for ledger.")
    static let exportBeancount = Message(
        zh: "按 beancount 格式输出账簿（也可用 Fava 打开）。", en: "Print the books for beancount and Fava.")
    static let exportAudit = Message(
        zh: "按 GB/T 24589.1 的表输出账簿（XML）。", en: "Print the books as the tables of GB/T 24589.1 (XML).")

    static func voucherBooked(_ date: CivilDate, _ number: String) -> Message {
        Message(zh: "已入账 \(date) \(number)", en: "booked \(date) \(number)")
    }

    static func importRow(_ row: Int, _ outcome: String, _ text: String) -> Message {
        let word =
            switch outcome {
            case "accepted": "导入"
            case "unchanged": "已有"
            case "setAside": "略过"
            default: "退回"
            }
        return Message(zh: "第 \(row) 行 \(word)：\(text)", en: "row \(row) \(outcome): \(text)")
    }

    static func importSums(_ counts: [String: Int]) -> Message {
        func count(_ word: String) -> Int { counts[word, default: 0] }
        return Message(
            zh:
                "导入 \(count("accepted")) 行，已有 \(count("unchanged")) 行，略过 \(count("setAside")) 行，退回 \(count("refused")) 行。",
            en: """
                \(count("accepted")) rows imported, \(count("unchanged")) there already, \(count("setAside")) set aside, \
                \(count("refused")) refused.
                """)
    }
}
