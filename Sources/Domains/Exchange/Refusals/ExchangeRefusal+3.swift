import Kernel
import Registry

/// Whose it is, and who says so (decision records 0230–0233).
extension ExchangeRefusal {
    package static let slipNotFromDesk = Self(
        3140, .forbidden, field: "slip",
        zh: "签字单只在服务站办理时有效，本人办理不用签字单。",
        en: "A slip counts at a station’s desk only; in person no slip is needed.",
        next: Message(
            zh: "请去掉签字单后本人办理，或持签字单到当地服务站办理。",
            en: "Leave the slip out and act in person, or bring it to the station of the place."))

    package static let objectionsUsedUp = Self(
        3141, field: "grounds",
        zh: "您对这项结果已提出 {1} 次异议，每次都会得到答复，不能再提。",
        en: "You have objected {1} times to this result; each is answered, and there can be no more.",
        next: Message(zh: "有新的情况请到交易中心或服务站说明。", en: "Take anything new to the centre or the station."),
        example: [3])

    package static let priceBeyondReckoning = Self(
        3142, field: "priceFen",
        zh: "按 {1} 计算，全部价款超出系统能计算的范围，这样的报价不能成交。",
        en: "At {1} the amounts of the contract are beyond what can be reckoned; no such price can be a result.",
        next: Message(zh: "请核对金额单位（元），重新报价。", en: "Check the amount, in yuan, and bid again."),
        example: ["80000000800.00"])

    package static let arrivalRecorded = Self(
        3143, .conflict, field: "reference",
        zh: "流水号“{1}”的这笔款已登记为{2}，一笔款不能记两次。",
        en: "The arrival “{1}” is entered already as {2}; one arrival is booked once.",
        next: Message(
            zh: "请核对银行流水。一笔转账付了几项、金额又相同的，在流水号后加“/1”“/2”分别登记。",
            en:
                "Compare the bank’s statement. Where one transfer pays several things alike, add “/1”, “/2” to its number."
        ),
        example: ["LZ-D-1", KnownArrival.example.words])

    package static let datedBefore = Self(
        3144, field: "receivedOn",
        zh: "日期 {1} 早于 {2}，那时还没有这份合同或报名。",
        en: "{1} is before {2}, when there was no such contract or registration yet.",
        next: Message(zh: "请改正日期。", en: "Correct the date."),
        example: [CivilDate(dayNumber: 17_956), CivilDate(dayNumber: 17_988)])

    package static let termBeyondDates = Self(
        3146, .badInput, field: "startsOn",
        zh: "期限到 {1} 为止，超出登记簿能记的最后一天 {2}。",
        en: "The term would end on {1}, after {2}, the last day the register can keep.",
        next: Message(zh: "请核对开始日期。", en: "Look at the first day again."),
        example: [CivilDate(dayNumber: 91_000), CivilDate.latest])

    package static let datedAhead = Self(
        3145, field: "receivedOn",
        zh: "日期 {1} 还没有到。",
        en: "{1} has not come yet.",
        next: Message(zh: "请改正日期。", en: "Correct the date."),
        example: [CivilDate(dayNumber: 17_956)])

    package static let contactIncomplete = Self(
        3147, .badInput, field: "office",
        zh: "单位名称和地址要填；收款单位、开户银行、账号要么都填，要么都不填。",
        en: "The office and its address are needed; payee, bank and account are given together or not at all.",
        next: Message(zh: "请补全后再公布。", en: "Fill in what is missing."))

    package static let contactNumberWrong = Self(
        3148, .badInput, field: "phone",
        zh: "“{1}”不像号码：只能写数字，可用空格和短横分开。",
        en: "“{1}” is no number: digits, parted by spaces and hyphens at most.",
        next: Message(zh: "请核对号码。", en: "Check the number."),
        example: ["0354-12"])

    package static let priceJumps = Self(
        3149, field: "isMeant",
        zh: "{1} 元是{2}（{3} 元）的 {4} 倍，请确认没有写错。",
        en: "{1} yuan is {4} times the {2} ({3} yuan): is that meant?",
        next: Message(
            zh: "数没有写错，请勾选后再提交；写错了请改正。", en: "If it is meant, tick the box and send it again; otherwise correct it."),
        example: ["44000.00", ExchangeText.jump(.last), "440.00", 100])

    package static let priceFallsFar = Self(
        3150, field: "isMeant",
        zh: "{1} 元只有{2}（{3} 元）的 1/{4}，请确认没有写错。",
        en: "{1} yuan is only 1/{4} of the {2} ({3} yuan): is that meant?",
        next: Message(
            zh: "数没有写错，请勾选后再提交；写错了请改正。", en: "If it is meant, tick the box and send it again; otherwise correct it."),
        example: ["4.40", ExchangeText.jump(.last), "440.00", 100])

    package static let registrationUnderWay = Self(
        3169, .conflict, field: "party",
        zh: "此人在项目“{1}”的报名、保证金或签约还没有办结。",
        en: "The person’s registration, deposit or signing at lot “{1}” is not finished.",
        next: Message(
            zh: "项目办结、保证金退还后再销毁个人信息。",
            en: "Destroy the personal data once the lot is over and the deposit is back."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国个人信息保护法第四十七条", en: "Personal Information Protection Law, art. 47"),
            source: "docs/decisions/0390"),
        example: ["lot-1"])

    package static let redLineBuilding = Self(
        3151, field: "use",
        zh: "标的压占{1} {2}，不得用于建设。", en: "{2} of the lot lie inside a line ({1}): nothing may be built there.",
        next: Message(
            zh: "请改用途，或先依法调整规划、在登记簿撤销图斑。",
            en: "Change the use, or have the plan changed first and the area withdrawn in the register."),
        basis: LegalBasis(
            Message(zh: "中华人民共和国土地管理法第三十五条", en: "Land Administration Law, art. 35"),
            source: "village-register 6.5 (the article recalled)"),
        example: [Message(zh: "永久基本农田", en: "Permanent basic farmland"), RedLineWords.area(Area(mu: 3))])

    package static let packForeign = Self(
        3152, .badInput, field: "file",
        zh: "这不是县里交出标的时的数据包：内容与县公开日志的凭证不符。",
        en: "This is not the pack the county gave away: it differs from what the county's log has a receipt for.",
        next: Message(
            zh: "请到县平台的标的页重新下载，原样带来。", en: "Download it again on the lot's page in the county, and bring it unchanged.")
    )

    package static let packOfAnother = Self(
        3153, .conflict, field: "file",
        zh: "这个数据包是给另一台电脑的。",
        en: "The pack was made for another laptop.",
        next: Message(zh: "请用交出时登记了公钥的那台电脑。", en: "Use the laptop whose key the county was given."))

    package static let stationEmpty = Self(
        3154, .conflict,
        zh: "这台电脑上没有正在办理的标的。",
        en: "There is no lot on this laptop.",
        next: Message(zh: "请先装入县里的数据包。", en: "Bring in the county's pack first."))

    package static let stationRunning = Self(
        3155, .conflict,
        zh: "竞价还没有结束。",
        en: "The auction has not ended.",
        next: Message(zh: "结束后再导出竞价记录。", en: "Take the log when it has ended."))
}
