import Kernel

extension AssemblyRefusal {
    package static let meetingKnown = Self(
        6014, .conflict, field: "meeting",
        zh: "会议编号“{1}”已经用过。",
        en: "“{1}” is already in use.",
        next: Message(zh: "请换一个编号。", en: "Choose another."),
        example: ["m2026-1"])

    package static let otherBody = Self(
        6015, field: "body",
        zh: "目前只有集体经济组织的成员大会按名册计票；其他会议请登记决议。",
        en: "Only the members’ assembly of a collective is counted from a roll so far; record the others’ resolutions.",
        next: Message(zh: "请改选成员大会，或到决议登记办理。", en: "Choose the members’ assembly, or record the resolution."))

    package static let agendaMissing = Self(
        6016, .badInput, field: "agenda",
        zh: "通知要写明时间、地点和事项。",
        en: "The notice must say time, place and items.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."),
        basis: law("二十七", 27))

    package static let noticeTooShort = Self(
        6017, field: "day",
        zh: "会议至少提前 {1} 天通知；通知当天不算。",
        en: "The meeting needs {1} days of notice; the day of the notice does not count.",
        next: Message(zh: "请把会议推后。", en: "Put the meeting later."),
        basis: law("二十七", 27),
        example: [10])

    package static let rollFrozenBefore = Self(
        6018, .conflict,
        zh: "名册已经固定。",
        en: "The roll is frozen already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."))

    package static let rollNotFrozen = Self(
        6019,
        zh: "名册在会议当日 {1} 零时固定，在此之前不能签到、表决。",
        en: "The roll is frozen at the first second of {1}; before that nobody signs in or votes.",
        next: Message(zh: "请到会议当天再办理。", en: "Come back on the day of the meeting."),
        example: [CivilDate.earliest])

    package static let notOnRoll = Self(
        6020, field: "member",
        zh: "“{1}”不在本次会议固定的名册上。",
        en: "“{1}” is not on the roll frozen for this meeting.",
        next: Message(zh: "名册固定后不再增减；请核对编号。", en: "Nobody enters or leaves a frozen roll; check the number."),
        basis: law("二十六", 26),
        example: ["tanba-m156"])

    package static let holderNotOnRoll = Self(
        6021, field: "holder",
        zh: "受托人“{1}”不在本次会议固定的名册上。",
        en: "“{1}”, who is to speak, is not on the roll frozen for this meeting.",
        next: Message(zh: "只能委托本户有表决权的成员。", en: "Only a voter of the same household can be asked."),
        basis: law("二十七", 27),
        example: ["tanba-m156"])

    package static let otherHousehold = Self(
        6022, field: "holder",
        zh: "只能委托同一户的另一名成员。",
        en: "A voice can only go to another member of the same household.",
        next: Message(zh: "请改选本户成员。", en: "Choose somebody of the household."),
        basis: law("二十七", 27))

    package static let proxyPassedOn = Self(
        6023, field: "holder",
        zh: "受托人不得转委托。",
        en: "Whoever speaks for somebody hands no voice on.",
        next: Message(zh: "请委托本人到会的成员。", en: "Choose somebody who comes themselves."),
        basis: law("二十七", 27))

    package static let proxyGiven = Self(
        6024, .conflict, field: "member",
        zh: "此人已经委托他人。",
        en: "This voter has given a proxy already.",
        next: Message(zh: "请先撤回原委托。", en: "Take the first one back before."))

    package static let alreadyHere = Self(
        6025, .conflict, field: "member",
        zh: "“{1}”已经签到，不重复计数。",
        en: "“{1}” is counted already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: ["tanba-m054"])

    package static let notHere = Self(
        6026, field: "member",
        zh: "“{1}”没有签到。",
        en: "“{1}” is not here.",
        next: Message(zh: "请先签到。", en: "Sign in first."),
        example: ["tanba-m160"])

    package static let noProxy = Self(
        6027, field: "onBehalfOf",
        zh: "“{1}”没有有效的委托。",
        en: "There is no proxy of “{1}” in force.",
        next: Message(zh: "委托已撤回或本人已到会；由本人表决。", en: "It was taken back, or the voter came: they vote themselves."),
        example: ["tanba-m013"])

    package static let openedBefore = Self(
        6028, .conflict,
        zh: "会议已经开始。",
        en: "The meeting is open already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."))

    package static let notOpened = Self(
        6029,
        zh: "会议还没有开始。",
        en: "The meeting is not open.",
        next: Message(zh: "到会人数足够后先宣布开会。", en: "Open it first, when enough are there."))

    package static let meetingClosed = Self(
        6030, .conflict,
        zh: "会议已经结束。",
        en: "The meeting is over.",
        next: Message(zh: "需要时另行召集。", en: "Call another where it is needed."))

    package static let quorumMissing = Self(
        6031,
        zh: "到会 {1} 人，不足法定的 {2} 人。",
        en: "{1} are here, fewer than the {2} the law needs.",
        next: Message(
            zh: "人数足够后再办理；人数不够就没有会议，不等于未通过。",
            en: "Go on when enough are there; without them there is no meeting, which is no defeat."),
        basis: law("二十七", 27),
        example: [93, 94])

    package static let voteStillOpen = Self(
        6032, .conflict,
        zh: "上一项表决还没有结束。",
        en: "The last vote is still open.",
        next: Message(zh: "请先结束表决。", en: "Close it first."))

    package static let voteClosed = Self(
        6033, .conflict,
        zh: "现在没有进行中的表决。",
        en: "No vote is open.",
        next: Message(zh: "请先提出事项。", en: "Put a motion first."))

    package static let notItsMatter = Self(
        6034, field: "matter",
        zh: "此会议无权决定此事项。",
        en: "This body has no power over the matter.",
        next: Message(zh: "请召集有权的会议。", en: "Call the body that has."))

    package static let isRecused = Self(
        6035, field: "member",
        zh: "“{1}”对此事项回避。",
        en: "“{1}” takes no part in this vote.",
        next: Message(zh: "不表决；仍计入应到人数。", en: "They do not vote, and stay in the denominator."),
        example: ["tanba-m001"])

    package static let hasVoted = Self(
        6036, .conflict, field: "member",
        zh: "“{1}”已经表决。",
        en: "“{1}” has voted.",
        next: Message(zh: "每人一票，不重复计数。", en: "One person, one vote: nobody is counted twice."),
        basis: law("二十七", 27),
        example: ["tanba-m035"])

    package static let choiceMissing = Self(
        6037, .badInput, field: "choice",
        zh: "请填写赞成、反对或弃权。",
        en: "Say for, against or abstain.",
        next: Message(zh: "请选择一项。", en: "Choose one."))

    package static let nothingToApprove = Self(
        6038, field: "number",
        zh: "此会议没有须经乡镇批准且已通过的该项决议。",
        en: "The meeting has no such resolution that passed and needs the township.",
        next: Message(zh: "请核对序号。", en: "Check the number."))

    package static let approvedBefore = Self(
        6039, .conflict, field: "number",
        zh: "乡镇已经批准。",
        en: "The township has approved it already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."))

    package static let nobodyNamed = Self(
        6042, .badInput, field: "members",
        zh: "没有勾选任何人。",
        en: "Nobody is ticked.",
        next: Message(
            zh: "请勾选至少一人；其余的人一起计票时，勾选“其余到场的人”。", en: "Tick at least one person, or everybody else who is here."))
}
