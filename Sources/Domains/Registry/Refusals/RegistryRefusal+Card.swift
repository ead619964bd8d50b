import Kernel

/// Cards put right and retired (decision record 0429).
extension RegistryRefusal {
    package static let cardRetired = Self(
        2208, .conflict, field: "asset",
        zh: "“{1}”的卡片已于 {2} 注销，不再办理任何事项。",
        en: "The card “{1}” was retired on {2}: nothing more is done with it.",
        next: Message(zh: "请到登记簿里选择在册的卡片。", en: "Choose a card that stands in the register."),
        example: ["村东旱地", "2026-04-10"])

    package static let cardChanged = Self(
        2209, .conflict, field: "asset",
        zh: "您打开这一页以后，“{1}”的卡片又更正过。",
        en: "The card “{1}” was corrected after you opened this page.",
        next: Message(zh: "请回到卡片，看过新内容后重新更正。", en: "Look at the card again, and correct what is still wrong."),
        example: ["asset-000123"])

    package static let cardInLot = Self(
        2210, .conflict, field: "asset",
        zh: "“{1}”正在交易（标的“{2}”），竞买人看的就是这张卡：所有者、类型、面积、权利、户数和四至现在不能改。",
        en:
            "“{1}” is in trade (lot “{2}”) on what its card says: owner, kind, area, right, households and boundaries stay.",
        next: Message(
            zh: "确有错误的，请先撤回该标的，更正后重新申请；名称、用途和原值现在就可以改。",
            en: "Withdraw the lot first where they are wrong; name, use and original value can be corrected now."),
        example: ["村东旱地", "lot-000123"])

    package static let cardUnderContract = Self(
        2211, .conflict, field: "asset",
        zh: "“{1}”的合同到 {2} 止，合同按这张卡签订：所有者、类型、面积、权利、户数和四至在合同期内不能改。",
        en:
            "“{1}” is under contract until {2}, signed on what its card says: owner, kind, area, right, households and boundaries stay.",
        next: Message(
            zh: "请等合同到期，或者先办理合同终止；名称、用途和原值现在就可以改。",
            en: "Wait for its end, or end it early first; name, use and original value can be corrected now."),
        example: ["村东旱地", "2028-08-31"])

    package static let cardDrawn = Self(
        2212, .conflict, field: "asset",
        zh: "地图上的地块“{2}”画在“{1}”这张卡下：所有者和土地类别不能改；合并、重复和登错的，也不能注销这一张。",
        en: "Parcel “{2}” is drawn for “{1}”: its owner stays, it stays land, and of two cards it is the one to stay.",
        next: Message(
            zh: "请注销没有地块的那一张；地块已并入别处的，先办理合并地块；被征收、出售、毁损的，按实际原因注销。",
            en:
                "Retire the card without a parcel, or merge the parcel first; what was requisitioned, sold or demolished is retired for that cause."
        ),
        example: ["村东旱地", "A1"])

    package static let retiredInFuture = Self(
        2213, .badInput, field: "day",
        zh: "注销日期晚于今天。",
        en: "The day lies after today.",
        next: Message(zh: "请填实际发生的日期，最晚填今天。", en: "Give the day it happened, today at the latest."))

    package static let retiredInLot = Self(
        2214, .conflict, field: "asset",
        zh: "“{1}”正在交易（标的“{2}”），不能注销。",
        en: "“{1}” is in trade (lot “{2}”) and cannot be retired.",
        next: Message(zh: "请先撤回该标的，或者等它办完。", en: "Withdraw the lot first, or wait for its end."),
        example: ["村东旱地", "lot-000123"])

    package static let retiredUnderContract = Self(
        2215, .conflict, field: "day",
        zh: "“{1}”的合同到 {2} 止，注销日期应在这一天之后。",
        en: "“{1}” is under contract until {2}: it can be retired from the next day on.",
        next: Message(zh: "请核对日期；合同还没有到期的，先办理合同终止。", en: "Compare the day; end a contract in force first."),
        example: ["村东旱地", "2028-08-31"])

    package static let successorMissing = Self(
        2216, .badInput, field: "successor",
        zh: "合并或重复登记的，应写明以哪张卡为准。",
        en: "Of what was merged or registered twice, say which card stands.",
        next: Message(zh: "请选择保留的那张卡片。", en: "Choose the card that stays."))

    package static let successorUnfit = Self(
        2217, .badInput, field: "successor",
        zh: "不能以“{1}”为准：只有合并、重复登记的才填，应填另一张在册的卡片，所有者相同。",
        en:
            "“{1}” cannot stand for it: of what was merged or registered twice, another card of the same owner that is not retired.",
        next: Message(zh: "请改选卡片或注销原因。", en: "Choose another card, or another cause."),
        example: ["村东旱地"])

    package static let paperUnreadable = Self(
        2218, .badInput, field: "paper",
        zh: "没有附上合同照片或文件：校验值应为 64 位十六进制小写字符。",
        en: "This is no paper: its mark has 64 lower-case hexadecimal digits.",
        next: Message(zh: "请重新拍照或选择文件。", en: "Take the photo again, or choose the file again."))
}
