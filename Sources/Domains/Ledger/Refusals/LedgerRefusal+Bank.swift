import Kernel
import Web

/// Refusals of matching what the bank says with what the books say.
extension LedgerRefusal {
    package static let noSuchStatementLine = Self(
        4640, .notFound, field: "lines",
        zh: "这个银行账户没有流水“{1}”。",
        en: "The bank account has no line “{1}”.",
        next: Message(zh: "请先导入银行对账单，再从列表中选取。", en: "Import the bank's statement and choose from the list."),
        basis: LedgerText.software23,
        example: ["bank-1"])

    package static let alreadyMatched = Self(
        4641, .conflict, field: "lines",
        zh: "“{1}”已经勾对过。",
        en: "“{1}” is matched already.",
        next: Message(zh: "勾对错了的，请先取消勾对。", en: "Take the match apart first where it is wrong."),
        basis: LedgerText.software23,
        example: ["bank-1"])

    package static let notOnBankAccount = Self(
        4642, .notFound, field: "vouchers",
        zh: "凭证“{1}”没有动用银行账户“{2}”。",
        en: "The voucher “{1}” moves nothing on the bank account “{2}”.",
        next: Message(zh: "请从列表中选取凭证。", en: "Choose a voucher from the list."),
        basis: LedgerText.software23,
        example: ["V1", "10201"])

    package static let matchDiffers = Self(
        4643, field: "vouchers",
        zh: "银行 {1}，账上 {2}，两边金额不等，不能勾对。",
        en: "{1} at the bank and {2} in the books: not the same money.",
        next: Message(zh: "请改选凭证，或加选同一笔钱的其他流水、凭证。", en: "Choose another, or add what belongs to the same money."),
        basis: LedgerText.software23,
        example: [Money(fen: 100), Money(fen: 90)])

    package static let nothingMatches = Self(
        4644, field: "account",
        zh: "没有可以自动勾对的流水。",
        en: "Nothing is left that matches beyond doubt.",
        next: Message(zh: "其余的请逐笔勾对，或补记凭证。", en: "Match the rest one by one, or book what is missing."),
        basis: LedgerText.software23)

    package static let noAccountLike = Self(
        4110, .notFound, field: "account",
        zh: "没有编码、名称或拼音首字母是“{1}”的科目。",
        en: "No account has “{1}” for its code, its name or its first letters.",
        next: Message(zh: "请打科目编码，或从列表中选取。", en: "Type the code, or choose from the list."),
        basis: LedgerText.accountingLaw13,
        example: ["bgf"])

    package static let severalAccounts = Self(
        4111, field: "account",
        zh: "“{1}”可以是好几个科目：{2}。",
        en: "“{1}” may be several accounts: {2}.",
        next: Message(zh: "请多打几个字，或打编码。", en: "Type more of it, or the code."),
        basis: LedgerText.accountingLaw13,
        example: ["yf", "211 / 212"])

    package static let notMatched = Self(
        4645, .conflict, field: "line",
        zh: "流水“{1}”还没有勾对。",
        en: "The line “{1}” is not matched.",
        next: Message(zh: "无需操作。", en: "Nothing needs to be done."),
        basis: LedgerText.software23,
        example: ["bank-1"])
}
