import Kernel

extension WasteRefusal {
    package static let roundKnown = Self(
        10051, .conflict, field: "round",
        zh: "收运任务编号“{1}”已经用过。",
        en: "Round “{1}” is planned already.",
        next: Message(zh: "不填编号，由系统编号。", en: "Leave the number to the program."),
        example: ["morning-1"])

    package static let driverUnknown = Self(
        10052, .notFound, field: "driver",
        zh: "司机没有可用的手机账号。",
        en: "The driver has no account that is open.",
        next: Message(zh: "请先为司机开通手机账号，再安排任务。", en: "Open an account for the driver first."))

    package static let noPoints = Self(
        10053, .badInput, field: "points",
        zh: "请选择要去的收集点。",
        en: "The round calls nowhere.",
        next: Message(zh: "至少选择一个收集点。", en: "Choose one point at least."))

    package static let notAPoint = Self(
        10054, .badInput, field: "points",
        zh: "“{1}”不是收集点。",
        en: "“{1}” is no collection point.",
        next: Message(zh: "请只选收集点。", en: "Choose collection points only."),
        example: ["镇转运站"])

    package static let pointTwice = Self(
        10055, .badInput, field: "points",
        zh: "同一个收集点选了两次。",
        en: "One point is chosen twice.",
        next: Message(zh: "每个收集点一趟只去一次。", en: "A round calls at a point once."))

    package static let dayOver = Self(
        10056, .badInput, field: "day",
        zh: "这一天已经过去。",
        en: "That day is over.",
        next: Message(zh: "请选择今天或以后的日期。", en: "Choose today or a later day."))

    package static let roundUnknown = Self(
        10057, .notFound, field: "round",
        zh: "没有收运任务“{1}”。",
        en: "There is no round “{1}”.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["morning-1"])

    package static let roundCancelled = Self(
        10058, .conflict, field: "round",
        zh: "收运任务“{1}”已经取消。",
        en: "Round “{1}” is cancelled.",
        next: Message(zh: "请与调度联系。", en: "Ask whoever planned it."),
        example: ["morning-1"])

    package static let notOnRound = Self(
        10059, field: "site",
        zh: "“{1}”不在这趟任务里。",
        en: "“{1}” is not on this round.",
        next: Message(zh: "请从任务中的收集点选择。", en: "Choose a point of the round."),
        example: ["point-1"])

    package static let markedLater = Self(
        10060, .badInput, field: "at",
        zh: "记录的时间在现在之后。",
        en: "The time of the mark is still to come.",
        next: Message(zh: "请核对手机时间。", en: "Check the phone’s clock."))

    package static let markedOtherDay = Self(
        10061, field: "at",
        zh: "这趟任务是 {1} 的，只能在当天和次日记录。",
        en: "The round is of {1}: it is marked on that day and the next.",
        next: Message(zh: "请与调度联系。", en: "Ask whoever planned it."),
        example: [CivilDate.example])
}
