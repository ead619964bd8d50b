import Kernel

extension EnvironmentRefusal {
    package static let framesKept = Self(
        9060, .badInput, field: "before",
        zh: "原始报文要保存 {1} 天，这一天还没有满。",
        en: "Raw frames are kept for {1} days, which are not over for that day.",
        next: Message(zh: "请改早日期。", en: "Choose an earlier day."),
        example: [Int64(1_826)])

    package static let removalWithoutReason = Self(
        9061, .badInput, field: "reason",
        zh: "清除原始报文要写明理由。",
        en: "Taking raw frames away needs its reason.",
        next: Message(zh: "请写明按什么规定、由谁决定。", en: "Say under which rule and by whose decision."))

    package static let framesNotSealed = Self(
        9062, field: "before",
        zh: "这一天以前的原始报文还没有全部封存。",
        en: "The raw frames of before that day are not all sealed.",
        next: Message(zh: "请先启动接收，让系统封存完。", en: "Let the gateway seal them first."))

    package static let framesRemoved = Self(
        9063, .conflict, field: "before",
        zh: "{1} 以前的原始报文已经清除。",
        en: "The raw frames of before {1} are taken away already.",
        next: Message(zh: "不用再办。", en: "Nothing more is to be done."),
        example: [CivilDate.example])
}
