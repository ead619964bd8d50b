import Kernel
import Web

/// Refusals about files that are brought in; numbers 4600–4799.
extension LedgerRefusal {
    package static let badMap = Self(
        4600, field: "map",
        zh: "对照文件第 {1} 行读不懂，或同一名称对照了两次。",
        en: "Line {1} of the map cannot be read, or maps a name twice.",
        next: Message(
            zh: "每行两列：文件中的名称，本系统的列名或科目编码。",
            en: "Two columns a line: the name in the file, then our column or account code."),
        example: [3])

    package static let rowWithoutVoucher = Self(
        4601, field: "date",
        zh: "这一行没有日期，上面也没有凭证可以接续。",
        en: "The row has no date, and no voucher stands above it to continue.",
        next: Message(zh: "请补上日期和凭证号。", en: "Fill in the date and the number of the voucher."),
        basis: LedgerText.accountingLaw13)

    package static let rowOfBadVoucher = Self(
        4602, field: "lines",
        zh: "同一张凭证的第 {1} 行有错，整张凭证没有导入。",
        en: "Row {1} of the same voucher is wrong, so the voucher was left out.",
        next: Message(zh: "请改正第 {1} 行后重新导入。", en: "Correct row {1} and import again."),
        basis: LedgerText.accountingLaw13,
        example: [7])

    package static let accountNotFound = Self(
        4603, .notFound, field: "name",
        zh: "本账套没有名为“{1}”的科目。",
        en: "These books have no account named “{1}”.",
        next: Message(
            zh: "请在文件中加科目编码列，或用对照文件指定科目编码。",
            en: "Add a column of account codes, or name the code in a map."),
        basis: LedgerText.accountingLaw13,
        example: [Message(zh: "库存现金", en: "Cash on hand")])

    package static let nobodyImports = Self(
        4604, field: "as",
        zh: "“{1}”没有可以制单并由另一人审核的岗位。",
        en: "No desk is open that may make vouchers for “{1}” with another person to review them.",
        next: Message(
            zh: "请先设立村会计或乡镇代理岗位，并由另一人担任审核。",
            en: "Open an accountant's or agent's desk, and one of another person who reviews."),
        basis: LedgerText.accountingLaw15,
        example: ["tanba-collective"])

    package static let notBankAccount = Self(
        4610, field: "account",
        zh: "科目“{1}”不是银行存款（102）或它的明细。",
        en: "“{1}” is not the bank account 102 nor one below it.",
        next: Message(zh: "请选择银行存款的明细科目。", en: "Choose the bank account of the books."),
        example: ["101"])

    package static let statementLineKnown = Self(
        4611, .conflict, field: "line",
        zh: "这一行银行流水已经登记过。",
        en: "This line of the bank is recorded already.",
        next: Message(zh: "无需重复登记。", en: "Nothing needs to be done."))

    package static let statementLineDiffers = Self(
        4612, .conflict, field: "serial",
        zh: "同一流水号已登记为 {1}、{2}，与本行不一致。",
        en: "The same serial number is recorded as of {1}, {2}, which is not what the row says.",
        next: Message(zh: "请向银行核对这两笔。", en: "Ask the bank about the two."),
        basis: LedgerText.accountingLaw13,
        example: ["2026-03-01", Money(fen: 86_000)])

    package static let balanceBroken = Self(
        4613, field: "balance",
        zh: "余额对不上：按上一行计算应为 {1}，文件写的是 {2}。",
        en: "The balance does not follow: {1} by the row before, {2} in the file.",
        next: Message(zh: "请检查是否缺行或金额有改动，重新下载对账单。", en: "Rows are missing or changed: fetch the statement again."),
        basis: LedgerText.accountingLaw13,
        example: [Money(fen: 88_000), Money(fen: 100_000)])

    package static let notAnInvoice = Self(
        4620, field: "file",
        zh: "这个文件不是数电发票（XML 或 OFD），缺少“{1}”。",
        en: "The file is no electronic invoice (XML or OFD): “{1}” is missing.",
        next: Message(zh: "请从电子税务局重新下载 XML 或 OFD 原件。", en: "Fetch the original XML or OFD from the tax office."),
        basis: LedgerText.software21,
        example: ["EInvoice"])

    package static let invoiceNumber = Self(
        4621, field: "number",
        zh: "发票号码应为20位数字且前后一致：{1}。",
        en: "The number of an invoice has 20 digits and is the same at both places: {1}.",
        next: Message(zh: "请重新下载原件，不要改动文件。", en: "Fetch the original again; do not change the file."),
        basis: LedgerText.software21,
        example: ["24412000000012345678"])

    package static let invoiceSums = Self(
        4622, field: "grossFen",
        zh: "金额 {1} 加税额 {2} 不等于价税合计 {3}。",
        en: "Net {1} and tax {2} do not make the gross {3}.",
        next: Message(zh: "请重新下载原件，不要改动文件。", en: "Fetch the original again; do not change the file."),
        basis: LedgerText.software21,
        example: [Money(fen: 100_000), Money(fen: 3_000), Money(fen: 103_001)])

    package static let invoiceElsewhere = Self(
        4623, .conflict, field: "number",
        zh: "这张发票已由“{1}”登记，全县只能入账一次。",
        en: "“{1}” has registered this invoice; it is booked once in the whole county.",
        next: Message(zh: "请与该组织核对，属重复报销的退回。", en: "Settle it with that organisation; give a double claim back."),
        basis: LedgerText.software21,
        example: [Message(zh: "坦坝村集体经济组织", en: "the collective of Tanba")])

    package static let invoiceDiffers = Self(
        4624, .conflict, field: "file",
        zh: "同号发票已登记，但内容不同：登记的价税合计为 {1}。",
        en: "An invoice of this number is registered with other contents: its gross is {1}.",
        next: Message(zh: "请到电子税务局查验真伪。", en: "Have the tax office verify it."),
        basis: LedgerText.software21,
        example: [Money(fen: 103_000)])

    package static let buyerIsAnother = Self(
        4625, field: "buyerCode",
        zh: "发票的购买方是“{1}”，不是本组织。",
        en: "The buyer on the invoice is “{1}”, not this organisation.",
        next: Message(zh: "请开票方换开，或由购买方入账。", en: "Ask the seller for another, or let the buyer book it."),
        basis: LedgerText.software21,
        example: ["N2140822MF1234567A"])

    package static let noSuchInvoice = Self(
        4626, .notFound, field: "number",
        zh: "发票“{1}”没有登记。",
        en: "The invoice “{1}” is not registered.",
        next: Message(zh: "请先导入发票文件。", en: "Import its file first."),
        basis: LedgerText.software21,
        example: ["24412000000012345678"])

    package static let invoiceUsedUp = Self(
        4627, field: "amountFen",
        zh: "这张发票只剩 {1} 可入账，本次 {2} 超出。",
        en: "{1} of this invoice is left; {2} is more.",
        next: Message(zh: "请改正金额，或换用其他发票。", en: "Correct the amount, or use another invoice."),
        basis: LedgerText.software21,
        example: [Money(fen: 0), Money(fen: 1)])

    package static let invoiceKnown = Self(
        4628, .conflict, field: "number",
        zh: "这张发票已经登记过。",
        en: "This invoice is registered already.",
        next: Message(zh: "无需重复登记。", en: "Nothing needs to be done."))

    package static let invoiceIsRed = Self(
        4629, field: "number",
        zh: "发票“{1}”是红字发票或已被红冲，不能入账支出。",
        en: "The invoice “{1}” is a red one or was taken back by one; nothing is booked on it.",
        next: Message(zh: "请按红字发票冲减原支出。", en: "Lower what was booked on the blue one."),
        basis: LedgerText.software21,
        example: ["24412000000012345678"])

    package static let oldAccountSplit = Self(
        4630, field: "code",
        zh: "2004年科目“{1}”在新制度下要拆分，不能整笔结转。",
        en: "The account “{1}” of 2004 is divided under the new system and cannot be carried over whole.",
        next: Message(zh: "请提供按新科目拆分的过渡底稿。", en: "Bring the working paper with the new codes."),
        basis: LedgerText.system,
        example: ["131"])

    package static let notOneOrganisation = Self(
        4631, field: "org",
        zh: "看不出这份余额表是哪个组织的。",
        en: "It is not clear whose balances these are.",
        next: Message(zh: "请用 --org 指定，或在文件中加组织编号列。", en: "Name it by --org, or in a column of the file."),
        basis: LedgerText.accountingLaw13)
}
