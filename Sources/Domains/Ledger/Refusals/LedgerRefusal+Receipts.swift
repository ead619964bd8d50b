import Kernel
import Web

/// Refusals of receipts; numbers 4650–4659.
extension LedgerRefusal {
    package static let noSuchReceipt = Self(
        4650, .notFound, field: "number",
        zh: "{1} 年没有第 {2} 号收据。",
        en: "There is no receipt {2} of {1}.",
        next: Message(zh: "请从收据登记簿中选取。", en: "Choose it from the register of receipts."),
        basis: LedgerText.order98Article48,
        example: ["2026", 12])

    package static let receiptBackdated = Self(
        4651, field: "date",
        zh: "收据按号顺序开具，日期不能早于上一张的 {1}。",
        en: "Receipts are written in the order of their numbers: not before {1}, the day of the last.",
        next: Message(zh: "请填实际收款的日期。", en: "Enter the day on which the money was taken."),
        basis: LedgerText.order98Article48,
        example: ["2026-03-01"])

    package static let receiptVoided = Self(
        4652, .conflict, field: "number",
        zh: "这张收据已于 {1} 作废。",
        en: "The receipt was voided on {1}.",
        next: Message(zh: "请另开一张。", en: "Write another."),
        basis: LedgerText.order98Article48,
        example: ["2026-03-01"])

    package static let receiptBooked = Self(
        4653, .conflict, field: "number",
        zh: "这张收据已由凭证“{1}”入账，不能作废或再次入账。",
        en: "The voucher “{1}” has booked the receipt; it is neither voided nor booked again.",
        next: Message(zh: "记错的请先更正凭证。", en: "Where that was wrong, put the voucher right."),
        basis: LedgerText.order98Article48,
        example: ["V1"])
}
