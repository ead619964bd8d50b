import Kernel

extension EnvironmentRefusal {
    package static let figuresNegative = Self(
        9053, .badInput, field: "energy",
        zh: "电量、污泥和进水浓度不能为负。",
        en: "Electricity, sludge and what comes in cannot be negative.",
        next: Message(zh: "请核对读数。", en: "Check the readings."))

    package static let moistureMissing = Self(
        9054, .badInput, field: "moisture",
        zh: "污泥吨数和含水率要一起填。",
        en: "Sludge and its share of water belong together.",
        next: Message(zh: "请填写另一项，或两项都不填。", en: "Enter the other, or neither."))

    package static let shaftMalformed = Self(
        9055, .badInput, field: "upper",
        zh: "井号用字母、数字和连字符，1 至 20 个，两端不同。",
        en: "A shaft is named by 1 to 20 letters, figures and hyphens, and the two ends differ.",
        next: Message(zh: "例如 W-12。", en: "For example W-12."))

    package static let pipeImpossible = Self(
        9056, .badInput, field: "length",
        zh: "管长、管径、糙率要大于 0，上端管底要高于下端。",
        en: "Length, diameter and roughness are above 0, and the upper end lies higher than the lower one.",
        next: Message(zh: "请核对测量数据。", en: "Check the survey."))

    package static let shaftDrains = Self(
        9057, .conflict, field: "upper",
        zh: "井“{1}”已有出水管。",
        en: "Shaft “{1}” drains through another pipe already.",
        next: Message(zh: "请先撤销原来的管段。", en: "Take that one off the list first."),
        example: ["W-12"])

    package static let pipesLoop = Self(
        9058, field: "lower",
        zh: "这样接，水会流回井“{1}”。",
        en: "The water would come back to shaft “{1}”.",
        next: Message(zh: "请核对流向。", en: "Check which way it flows."),
        example: ["W-12"])

    package static let noSuchPipe = Self(
        9059, .notFound, field: "shaft",
        zh: "井“{1}”没有出水管。",
        en: "No pipe drains shaft “{1}”.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["W-12"])
}
