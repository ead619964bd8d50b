import Kernel

extension AssemblyRefusal {
    package static let rollDisagrees = Self(
        6066, field: "entitled",
        zh: "应到人数填的是 {1} 人，名册上 {3} 当天是 {2} 人。",
        en: "{1} are said to be entitled; the roll of {3} has {2}.",
        next: Message(
            zh: "请按名册填写；名册不对的，先更正成员名册或任职登记。",
            en:
                "Give the number of the roll; where the roll is wrong, correct the members or the terms of office first."
        ),
        basis: law("二十六", 26),
        example: [240, 140, CivilDate.earliest])

    package static let countedByTheHouse = Self(
        6067, field: "body",
        zh: "本集体有成员名册，“{1}”要在程序里召集成员大会，由程序按名册计票。",
        en:
            "The house has the roll of this collective: its assembly decides on “{1}” in a meeting that the house counts.",
        next: Message(
            zh: "请在“成员与会议”中召集会议、签到、表决，通过后自动登记决议。",
            en: "Call the meeting under “Members and meetings”; what passes is recorded by itself."),
        basis: law("二十七", 27),
        example: ["distribution"])
}

extension AssemblyRefusal {
    package static let noSuchParty = Self(
        6068, .notFound, field: "concerns",
        zh: "没有登记过“{1}”这个人或单位。",
        en: "Nobody called “{1}” is registered.",
        next: Message(zh: "请从列表中选择，或先登记。", en: "Choose one from the list, or register them first."),
        example: ["shunhe"])

    package static let meetingPaperMissing = Self(
        6069, .badInput, field: "papers",
        zh: "请上传材料。",
        en: "The paper is missing.",
        next: Message(zh: "请拍照或选择文件。", en: "Take a photo or choose a file."),
        basis: law("三十三", 33))
}

extension AssemblyRefusal {
    package static let voteIsSecret = Self(
        6091, .conflict,
        zh: "这一项用纸票无记名表决，不举手计票。",
        en: "This vote goes by paper; no hand is counted.",
        next: Message(zh: "请由两名计票人分别登记票数。", en: "Two tellers enter what they counted."))

    package static let voteIsOpen = Self(
        6092, .conflict,
        zh: "这一项是举手表决，不登记纸票。",
        en: "Hands are raised in this vote; it has no papers.",
        next: Message(zh: "请举手计票。", en: "Count the show of hands."))

    package static let sameTeller = Self(
        6093, .conflict,
        zh: "您已经登记了一份；另一份要由另一名计票人登记。",
        en: "You have entered one sheet; the other is the other teller's.",
        next: Message(zh: "请另一名计票人登录后登记。", en: "The other teller signs in and enters it."))

    package static let papersDisagree = Self(
        6094, .badInput, field: "returned",
        zh: "票数对不上：在场参加表决的 {1} 人每人一张、不多于名册人数，收回的不能多于发出的，赞成、反对、弃权、废票相加要等于收回的。",
        en:
            "The papers do not add up: each of the {1} here has one, none goes beyond the roll, no more come back, and each of those says one thing.",
        next: Message(zh: "请重新清点。", en: "Count again."),
        example: [120])

    package static let tallyAgreed = Self(
        6095, .conflict,
        zh: "两份计票已经一致。",
        en: "Both sheets agree already.",
        next: Message(zh: "请结束表决。", en: "Close the vote."))

    package static let talliesMissing = Self(
        6096,
        zh: "两名计票人的票数还没有登记齐，或者不一致。",
        en: "The two tellers have not both entered their counts, or they differ.",
        next: Message(zh: "请两人分别清点登记，一致后再结束。", en: "Let both count and enter; close when they agree."))
}
