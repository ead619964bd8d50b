import Kernel

extension EnvironmentRefusal {
    package static let notExceeding = Self(
        9064, field: "number",
        zh: "警报 {1} 不是超标警报，不用去函。",
        en: "Alarm {1} is not about an exceeding day: no letter is written.",
        next: Message(zh: "请认领后处理，再写明原因关闭。", en: "Take it, deal with it and close it with words."),
        example: [1])

    package static let letterWaits = Self(
        9065, .conflict, field: "number",
        zh: "第 {1} 号函还没有收到答复。",
        en: "Letter {1} waits for its answer.",
        next: Message(zh: "请等运营单位答复。", en: "Let the operator answer it first."),
        example: [1])

    package static let demandMissing = Self(
        9066, .badInput, field: "demand",
        zh: "请写明要求。",
        en: "What is asked of the operator is missing.",
        next: Message(zh: "例如：查明原因，三日内恢复达标。", en: "For example: find the cause, meet the limit within three days."))

    package static let noSuchLetter = Self(
        9067, .notFound, field: "number",
        zh: "没有第 {1} 号函。",
        en: "There is no letter {1}.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: [1])

    package static let letterAnswered = Self(
        9068, .conflict, field: "number",
        zh: "第 {1} 号函已经答复。",
        en: "Letter {1} is answered already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: [1])

    package static let ownLetter = Self(
        9069, .forbidden, field: "number",
        zh: "发函的人不能代运营单位答复。",
        en: "Whoever wrote a letter does not answer it.",
        next: Message(zh: "请由运营单位的人答复。", en: "Somebody of the operator answers it."))

    package static let answerIncomplete = Self(
        9070, .badInput, field: "causes",
        zh: "答复要写明原因和措施。",
        en: "An answer needs the causes and the measures.",
        next: Message(zh: "请把两项都写上。", en: "Write both."))

    package static let contractUnknown = Self(
        9071, .notFound, field: "contract",
        zh: "登记簿里没有合同“{1}”。",
        en: "No contract “{1}” is registered.",
        next: Message(zh: "请从列表中选择；没有的先登记合同。", en: "Choose one from the list, or register it first."),
        example: ["contract-1"])

    package static let contractLinked = Self(
        9072, .conflict, field: "contract",
        zh: "合同“{1}”已经关联到这座设施。",
        en: "Contract “{1}” is this facility’s already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: ["contract-1"])

    package static let contractNotLinked = Self(
        9073, .notFound, field: "contract",
        zh: "这座设施没有关联合同“{1}”。",
        en: "Contract “{1}” is not this facility’s.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["contract-1"])

    package static let unlinkedWithoutReason = Self(
        9074, .badInput, field: "reason",
        zh: "取消关联要写明原因。",
        en: "Taking a contract off needs its reason.",
        next: Message(zh: "例如：选错了合同。", en: "For example: it was the wrong contract."))

    package static let visitWithoutWords = Self(
        9075, .badInput, field: "words",
        zh: "请写明看到什么、做了什么。",
        en: "What was found and done is missing.",
        next: Message(zh: "例如：设备运行正常，清了格栅。", en: "For example: all runs, the screen was cleaned."))

    package static let countNegative = Self(
        9076, .badInput, field: "stock",
        zh: "库存和到货不能为负。",
        en: "Neither stock nor delivery can be negative.",
        next: Message(zh: "请重新盘点。", en: "Count it again."))

    package static let countedLater = Self(
        9077, .conflict, field: "day",
        zh: "这种药剂 {1} 已经盘点过，只能往后盘。",
        en: "It was counted on {1}; the next count is of a later day.",
        next: Message(zh: "请核对日期。", en: "Check the day."),
        example: [CivilDate.example])

    package static let reagentGrew = Self(
        9078, field: "received",
        zh: "库存比上次的加上到货的还多。",
        en: "There is more than there was and what was delivered since.",
        next: Message(zh: "请把到货数量补上，或核对盘点数。", en: "Enter what was delivered, or check the count."))
}
