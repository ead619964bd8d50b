import Kernel

/// What keeps the names of the books' files.
extension LedgerRefusal {
    package static let counterpartyErased = Self(
        4714, .conflict, field: "line",
        zh: "这笔流水的对方信息已经删除。",
        en: "Whom this line names is destroyed already.",
        next: Message(zh: "不用办理。", en: "Nothing is to be done."),
        basis: LedgerText.personalData47)

    package static let lineOpen = Self(
        4715, field: "line",
        zh: "这笔流水还没有勾对，对方信息还要用来查账。",
        en: "The line has no voucher yet: whom it names is needed to find it.",
        next: Message(zh: "请先勾对。", en: "Match it first."),
        basis: LedgerText.software23)

    package static let fileStillKept = Self(
        4716, field: "order",
        zh: "会计档案要保存到 {1}，期满前不能删除。",
        en: "The books’ files are kept until {1}; nothing in them is destroyed before.",
        next: Message(
            zh: "法院或主管部门要求提前删除的，请填文号；本人提出的，答复期满后删除。",
            en: "Give the number of the order where a court or an authority asks for it; tell a person that it waits."),
        basis: LedgerText.archives14,
        example: [CivilDate.earliest])

    package static let sellerErased = Self(
        4717, .conflict, field: "number",
        zh: "这张发票的开票方信息已经删除。",
        en: "Who wrote this invoice is destroyed already.",
        next: Message(zh: "不用办理。", en: "Nothing is to be done."),
        basis: LedgerText.personalData47)

    package static let invoiceClaimed = Self(
        4718, field: "number",
        zh: "这张发票还有 {1} 的报账没有付清。",
        en: "Claims of {1} on this invoice are not paid yet.",
        next: Message(zh: "请先付清或退回报账。", en: "Pay them, or give them back, first."),
        basis: LedgerText.software21,
        example: [Money.zero])
}
