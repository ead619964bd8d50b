import Kernel
import Web

/// Refusals of checks, of changes of method and of corrected reports; numbers 4706–4719.
extension LedgerRefusal {
    package static let checksMissing = Self(
        4706, .conflict, field: "year",
        zh: "{1} 年还没有登记“{2}”，不能分配收益。",
        en: "“{2}” of {1} is not recorded yet, so nothing is distributed.",
        next: Message(zh: "请先清查核对，在年终结转页登记结果。", en: "Make the check first and record it on the page of the year end."),
        basis: LedgerText.finance29,
        example: ["2026", Message(zh: "核对债权债务", en: "claims and debts against their parties")])

    package static let yearCheckKnown = Self(
        4707, .conflict, field: "kind",
        zh: "这一年的这项核对已于 {1} 登记。",
        en: "This check of the year was recorded, made on {1}.",
        next: Message(zh: "请登记另一项，或下一年的。", en: "Record another one, or that of the next year."),
        basis: LedgerText.order98Article62,
        example: ["2026-12-20"])

    package static let checkBeforeYear = Self(
        4708, field: "date",
        zh: "核对日期早于这一年的第一天 {1}。",
        en: "The check was made before the year began on {1}.",
        next: Message(zh: "请改正日期或年度。", en: "Correct the date or the year."),
        basis: LedgerText.order98Article62,
        example: ["2026-01-01"])

    package static let invoiceNotGenuine = Self(
        4709, .conflict, field: "invoice",
        zh: "发票“{1}”查验结果为{2}，不能报账。",
        en: "Invoice “{1}” was found to be {2}; nothing is claimed on it.",
        next: Message(zh: "请向对方换开发票，或重新查验。", en: "Ask for another invoice, or have it looked up again."),
        basis: LedgerText.software19,
        example: ["24112000000012345678", Message(zh: "已作废", en: "cancelled")])

    package static let methodSame = Self(
        4710, .conflict, field: "method",
        zh: "这项资产现在就用这种方法和年限，没有改变。",
        en: "The asset wears by this method and life already.",
        next: Message(zh: "请改选方法或剩余年限。", en: "Choose another method or another life."),
        basis: LedgerText.software20)

    package static let reportNotFiled = Self(
        4711, .conflict, field: "recipient",
        zh: "这个部门还没有收到这一年的报告，无从更正。",
        en: "This recipient has no report of the year that could be corrected.",
        next: Message(zh: "请先登记报送。", en: "Note that the report was handed over first."),
        basis: LedgerText.order98Article71)

    package static let correctionBeforeReport = Self(
        4712, field: "date",
        zh: "更正日期早于上一份的签收日期 {1}。",
        en: "The correction is dated before the report received on {1}.",
        next: Message(zh: "请改正日期。", en: "Correct the date."),
        basis: LedgerText.order98Article71,
        example: ["2027-02-01"])
}
