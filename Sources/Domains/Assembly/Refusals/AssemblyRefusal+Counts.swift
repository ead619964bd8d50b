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
