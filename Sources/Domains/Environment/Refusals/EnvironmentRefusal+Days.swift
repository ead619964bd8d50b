import Kernel

extension EnvironmentRefusal {
    package static let dayNotOver = Self(
        9017, field: "day",
        zh: "{1} 还没有过完，不能下结论。",
        en: "{1} is not over yet and cannot be judged.",
        next: Message(zh: "请次日再报。", en: "Record it the day after."),
        example: [CivilDate.example])

    package static let hoursWrong = Self(
        9018, .badInput, field: "validHours",
        zh: "有效小时数不能多于收到的，收到的不能多于应有的。",
        en: "More hours are valid than arrived, or more arrived than were due.",
        next: Message(zh: "请核对小时数。", en: "Check the hours."))

    package static let negativeVolume = Self(
        9019, .badInput, field: "volume",
        zh: "日水量不能为负。",
        en: "The day’s volume cannot be negative.",
        next: Message(zh: "请核对流量计读数。", en: "Check the flow meter."))

    package static let reasonMissing = Self(
        9020, field: "reason",
        zh: "这一天已有第 {1} 版结论；修订要写明理由。",
        en: "The day has version {1} already; a revision needs its reason.",
        next: Message(zh: "请写明为什么修订，例如“补传数据”。", en: "Say why, for example “late data”."),
        example: [1])

    package static let noOpenAlarm = Self(
        9021, .notFound, field: "number",
        zh: "没有未关闭的警报 {1}。",
        en: "There is no open alarm {1}.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: [1])

    package static let alarmTaken = Self(
        9022, .conflict, field: "number",
        zh: "警报 {1} 已有人负责。",
        en: "Alarm {1} has an owner already.",
        next: Message(zh: "请联系负责人。", en: "Speak to the owner."),
        example: [1])

    package static let alarmWithoutOwner = Self(
        9023, field: "number",
        zh: "警报 {1} 还没有人负责，不能关闭。",
        en: "Alarm {1} has no owner yet and cannot be closed.",
        next: Message(zh: "请先认领。", en: "Take it first."),
        example: [1])

    package static let closedWithoutWords = Self(
        9024, .badInput, field: "words",
        zh: "关闭警报要写明原因和处理。",
        en: "Closing an alarm needs words: what was wrong, what was done.",
        next: Message(zh: "请写明原因和处理结果。", en: "Write both."))

    package static let sealMalformed = Self(
        9025, .badInput, field: "root",
        zh: "封存的根或起止时间不对。",
        en: "The seal’s root or times are wrong.",
        next: Message(zh: "请检查采集网关。", en: "Look at the gateway."))

    package static let sealOverlaps = Self(
        9026, .conflict, field: "from",
        zh: "该时段已经封存到 {1}。",
        en: "The time is sealed up to {1} already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: [Instant.example])
}
