import Kernel

extension AssemblyRefusal {
    package static let noSuchOrganisation = Self(
        6001, .notFound, field: "organisation",
        zh: "没有登记过组织“{1}”。",
        en: "No organisation “{1}” is registered.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["tanba"])

    package static let notACollective = Self(
        6002, field: "organisation",
        zh: "只有集体经济组织才有成员名册。",
        en: "Only a collective economic organisation keeps a roll of members.",
        next: Message(zh: "请选择集体经济组织。", en: "Choose the collective."),
        basis: law("二", 2))

    package static let memberKnown = Self(
        6003, .conflict, field: "member",
        zh: "成员编号“{1}”已在名册上。",
        en: "Member “{1}” is on the roll already.",
        next: Message(zh: "不需要再提交；有变化请办理变更。", en: "Nothing needs to be done; enter a change if there is one."),
        example: ["tanba-m001"])

    package static let noSuchMember = Self(
        6004, .notFound, field: "member",
        zh: "名册上没有“{1}”。",
        en: "There is no member “{1}” on the roll.",
        next: Message(zh: "请核对成员编号。", en: "Check the member’s number."),
        example: ["tanba-m001"])

    package static let nameMissing = Self(
        6005, .badInput, field: "name",
        zh: "请填写姓名。",
        en: "The name is missing.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    package static let birthMissing = Self(
        6006, .badInput, field: "birth",
        zh: "请填写出生日期：是否有表决权按周岁计算。",
        en: "The day of birth is missing: whether somebody may vote is reckoned from it.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."),
        basis: law("二十六", 26))

    package static let sinceInFuture = Self(
        6007, .badInput, field: "since",
        zh: "成员身份的起日和出生日期都不能晚于今天。",
        en: "Neither membership nor birth can lie after today.",
        next: Message(zh: "请改正日期。", en: "Correct the day."))

    package static let endsBeforeStart = Self(
        6008, .badInput, field: "until",
        zh: "丧失成员身份的日期不对：不能早于取得之日，也不能晚于今天。",
        en: "Membership cannot end before it began or after today.",
        next: Message(zh: "请改正日期。", en: "Correct the day."))

    package static let sharesNegative = Self(
        6009, .badInput, field: "shares",
        zh: "份额不能为负，也不能过大。",
        en: "Shares cannot be negative or beyond reason.",
        next: Message(zh: "请改正。", en: "Correct it."))

    package static let alreadyEnded = Self(
        6010, .conflict, field: "member",
        zh: "“{1}”的成员身份已经终止。",
        en: "The membership of “{1}” has ended already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: ["tanba-m001"])

    package static let paperMissing = Self(
        6011, .badInput, field: "paper",
        zh: "请写明凭据。",
        en: "Name the paper that proves it.",
        next: Message(zh: "请填写文书名称和日期。", en: "Write the paper’s name and day."),
        basis: law("十七", 17))

    package static let stillMember = Self(
        6012, field: "member",
        zh: "“{1}”仍是成员，其信息还要用于表决和份额。",
        en: "“{1}” is still a member; voting and shares need the data.",
        next: Message(zh: "成员身份终止后再办理。", en: "Come back when the membership has ended."),
        example: ["tanba-m001"])

    package static let noSuchMeeting = Self(
        6013, .notFound, field: "meeting",
        zh: "没有召集过会议“{1}”。",
        en: "No meeting “{1}” was called.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["m2026-1"])

    package static let codeUnreadable = Self(
        6040, .badInput, field: "person",
        zh: "编号“{1}”读不出：只能用字母、数字、点、横线。",
        en: "The number “{1}” cannot be read: letters, figures, dots and dashes only.",
        next: Message(zh: "请在表里改正这一格。", en: "Correct this cell in the sheet."),
        example: ["第一户"])

    package static let rowTwice = Self(
        6041, .conflict, field: "person",
        zh: "此人在第 {1} 行已经出现。",
        en: "The person stands in line {1} already.",
        next: Message(zh: "请核对两行，删去一行。", en: "Compare the two rows and take one out."),
        example: [2])

    package static let birthDisagrees = Self(
        6060, .badInput, field: "identityNumber",
        zh: "身份证号里的出生日期和填写的出生日期不一致。",
        en: "The identity number names another day of birth than the one given.",
        next: Message(zh: "请照身份证核对两项；出生日期可以不填。", en: "Compare both with the card; the day of birth may be left out."))

    package static let onRollAlready = Self(
        6061, .conflict, field: "identityNumber",
        zh: "这个身份证号的人已在本集体的名册上。",
        en: "Somebody with this identity number is on this roll already.",
        next: Message(zh: "请在名册上查姓名；同一个人只登记一次。", en: "Look for the name on the roll; one person is entered once."))

    package static let onOtherRoll = Self(
        6062, .conflict, field: "identityNumber",
        zh: "这个身份证号的人现在是“{1}”的成员，一个人不能同时是两个集体的成员。",
        en: "Somebody with this identity number is a member of “{1}”; nobody is a member of two collectives at a time.",
        next: Message(zh: "请先在那边办理终止，再在这里登记。", en: "Have the membership there ended first, then enter it here."),
        basis: law("十七", 17), example: ["东岭村股份经济合作社"])

    package static let nothingToEnter = Self(
        6063, .badInput, field: "identityNumber",
        zh: "身份证号和电话都没有填。",
        en: "Neither an identity number nor a telephone is given.",
        next: Message(zh: "至少填一项。", en: "Give one of them at least."))

    package static let sameHousehold = Self(
        6064, .conflict, field: "household",
        zh: "本来就在这一户。",
        en: "They stand in this household already.",
        next: Message(zh: "请选另一户；单独立户的留空。", en: "Choose another; leave it empty for a household of their own."))

    package static let noSuchHousehold = Self(
        6065, .notFound, field: "household",
        zh: "名册上没有这一户。",
        en: "There is no such household on the roll.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."))
}
