import Kernel
import Registry

/// Subsidies and findings.
extension SkillsRefusal {
    package static let claimKnown = Self(
        8065, .conflict, field: "claim",
        zh: "申领编号“{1}”已经用过。",
        en: "Claim “{1}” is entered already.",
        next: Message(zh: "不填编号，由系统编号。", en: "Leave the number to the program."),
        example: ["claim-1"])

    package static let certificateNotInForce = Self(
        8066, field: "certificate",
        zh: "证书“{1}”今天无效。",
        en: "Certificate “{1}” does not hold today.",
        next: Message(zh: "请核对证书状态。", en: "Look at the certificate."),
        example: ["skill-1"])

    package static let notSubsidised = Self(
        8067, field: "certificate",
        zh: "补贴标准中没有这种证书。",
        en: "Nothing is paid for such a certificate.",
        next: Message(zh: "请看补贴标准。", en: "Look at the rates."))

    package static let accountMissing = Self(
        8068, .badInput, field: "account",
        zh: "请填写本人银行账号。",
        en: "Her own bank account is missing.",
        next: Message(zh: "补贴只发到本人账户。", en: "A subsidy is paid to the person’s own account."))

    package static let jobIncomplete = Self(
        8069, .badInput, field: "employer",
        zh: "就业单位和上岗日期要一起填。",
        en: "Employer and first day go together.",
        next: Message(zh: "按全额申领请都填写，否则都不填。", en: "Fill in both for the full rate, or neither."))

    package static let claimedBefore = Self(
        8070, .conflict, field: "certificate",
        zh: "同一职业、同一等级已有申领“{1}”。",
        en: "Claim “{1}” is for the same occupation and level.",
        next: Message(zh: "同一人、同一职业、同一等级只补一次。", en: "One person, one occupation and level: one subsidy."),
        example: ["claim-1"])

    package static let claimedTooOften = Self(
        8071, field: "certificate",
        zh: "一人一年最多申领 {1} 次。",
        en: "One person claims at most {1} times a year.",
        next: Message(zh: "请下一年度再申领。", en: "Claim next year."),
        example: [3])

    package static let claimUnknown = Self(
        8072, .notFound, field: "claim",
        zh: "没有申领“{1}”。",
        en: "There is no claim “{1}”.",
        next: fromTheList,
        example: ["claim-1"])

    package static let claimElsewhere = Self(
        8073, .conflict, field: "claim",
        zh: "这笔申领的进度是“{1}”，不能这样办。",
        en: "The claim is at another step: {1}.",
        next: Message(zh: "请看申领的进度。", en: "Look at how far it is."),
        example: [Message(zh: "已发放", en: "paid")])

    package static let ownClaim = Self(
        8074, .forbidden, field: "claim",
        zh: "录入申领的人不能审核。",
        en: "Whoever entered a claim does not check it.",
        next: Message(zh: "请交由另一名工作人员办理。", en: "Let somebody else of the office do it."))

    package static let ownCheck = Self(
        8075, .forbidden, field: "claim",
        zh: "录入或审核的人不能批准。",
        en: "Whoever entered or checked a claim does not approve it.",
        next: Message(zh: "请交由另一名工作人员办理。", en: "Let somebody else of the office do it."))

    package static let stillPosted = Self(
        8076, field: "claim",
        zh: "公示到 {1}，还没有满。",
        en: "It is posted until {1}.",
        next: Message(zh: "公示期满后再批准。", en: "Approve it after that day."),
        example: [CivilDate.example])

    package static let openFinding = Self(
        8077, field: "claim",
        zh: "有未答复或属实的疑点 F{1}：{2}。",
        en: "Finding F{1} is open or confirmed: {2}.",
        next: Message(zh: "请先核实并答复疑点。", en: "Look into it and answer it first."),
        example: [9, Message(zh: "成绩雷同", en: "marks alike")])

    package static let ownApproval = Self(
        8078, .forbidden, field: "claim",
        zh: "批准的人不能登记发放。",
        en: "Whoever approved a claim does not pay it.",
        next: Message(zh: "请交由另一名工作人员办理。", en: "Let somebody else of the office do it."))

    package static let referenceMissing = Self(
        8079, .badInput, field: "reference",
        zh: "请填写银行流水号。",
        en: "The number of the transfer is missing.",
        next: Message(zh: "请照银行回单填写。", en: "Copy it from the bank’s slip."))

    package static let arrivalEntered = Self(
        8110, .conflict, field: "reference",
        zh: "流水号“{1}”的这笔款已登记为{2}，一笔款不能记两次。",
        en: "The arrival “{1}” is entered already as {2}; one arrival is booked once.",
        next: Message(
            zh: "请核对银行流水。一笔转账付了几项、金额又相同的，在流水号后加“/1”“/2”分别登记。",
            en:
                "Compare the bank’s statement. Where one transfer pays several things alike, add “/1”, “/2” to its number."
        ),
        example: ["LZ-D-1", KnownArrival.example.words])

    package static let ownApprovalReclaimed = Self(
        8098, .forbidden, field: "claim",
        zh: "批准发放的人不能决定追回。",
        en: "Whoever approved a subsidy does not claim it back.",
        next: Message(zh: "请交由另一名工作人员办理。", en: "Let somebody else of the office do it."))

    package static let ownReclaim = Self(
        8099, .forbidden, field: "claim",
        zh: "决定追回的人不能登记退款。",
        en: "Whoever claimed it back does not record what came.",
        next: Message(zh: "请交由另一名工作人员办理。", en: "Let somebody else of the office do it."))

    package static let amountOutside = Self(
        8100, .badInput, field: "amountFen",
        zh: "金额应大于零，最多 {1}。",
        en: "The amount is more than nothing and at most {1}.",
        next: Message(zh: "请核对金额。", en: "Check the amount."),
        example: [Money(fen: 48_000)])

    package static let noSuchFinding = Self(
        8080, .notFound, field: "about",
        zh: "没有关于“{1}”的这种疑点。",
        en: "There is no such finding about “{1}”.",
        next: fromTheList,
        example: ["course-1"])
}
