import Kernel

extension EnvironmentRefusal {
    package static let serialMissing = Self(
        9027, .badInput, field: "serial",
        zh: "请填写仪器型号和出厂编号。",
        en: "The instrument’s model or serial number is missing.",
        next: Message(zh: "请看仪器铭牌。", en: "Look at its plate."))

    package static let rangeMissing = Self(
        9028, .badInput, field: "range",
        zh: "量程必须大于 0。",
        en: "The range must be above 0.",
        next: Message(zh: "请填写量程上限。", en: "Enter its upper end."))

    package static let serialTaken = Self(
        9029, .conflict, field: "serial",
        zh: "出厂编号“{1}”的仪器已经登记过。",
        en: "An instrument with serial number “{1}” is registered already.",
        next: Message(zh: "请核对铭牌。", en: "Check its plate."),
        example: ["SN-2024-0101"])

    package static let noSuchInstrument = Self(
        9030, .notFound, field: "number",
        zh: "没有在用的 {1} 号仪器。",
        en: "There is no instrument {1} in use.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: [1])

    package static let instrumentAccepted = Self(
        9031, .conflict, field: "number",
        zh: "该仪器已于 {1} 验收。",
        en: "The instrument was accepted on {1} already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: [CivilDate.example])

    package static let dayAhead = Self(
        9032, .badInput, field: "day",
        zh: "日期不能晚于今天。",
        en: "The day lies ahead.",
        next: Message(zh: "请填写今天或以前的日期。", en: "Enter today or an earlier day."))

    package static let paperMissing = Self(
        9033, .badInput, field: "paper",
        zh: "请写明验收依据。",
        en: "The paper of the acceptance is missing.",
        next: Message(zh: "请填写验收报告的文号。", en: "Enter the number of the report."))

    package static let checkAhead = Self(
        9034, .badInput, field: "at",
        zh: "核查时间不能晚于现在。",
        en: "The check lies ahead.",
        next: Message(zh: "请核对时间。", en: "Check the time."))

    package static let windowOver = Self(
        9035, field: "day",
        zh: "超过 {1} 天的数据不能再补。",
        en: "It is more than {1} days ago and can no longer be repaired.",
        next: Message(zh: "请向县里说明情况，数据按现状保留。", en: "Tell the county; the data stay as they are."),
        example: [10])

    package static let standardMissing = Self(
        9036, .badInput, field: "standard",
        zh: "标准溶液的浓度必须大于 0。",
        en: "The standard solution must be above 0.",
        next: Message(zh: "一般用量程的一半。", en: "Half of the range is usual."))

    package static let checkKnown = Self(
        9037, .conflict, field: "at",
        zh: "{1} 的核查已经登记过。",
        en: "The check of {1} is recorded already.",
        next: Message(zh: "不需要再提交；时间填错的，请核对。", en: "Nothing needs to be done; check the time if it is another."),
        example: [Instant.example])

    package static let laboratoryMissing = Self(
        9038, .badInput, field: "laboratory",
        zh: "请写明化验室和报告编号。",
        en: "The laboratory and its report are missing.",
        next: Message(zh: "请看化验报告。", en: "Look at the report."))

    package static let pairsFew = Self(
        9039, .badInput, field: "pairs",
        zh: "比对要 1 对、3 对或更多数据。",
        en: "A comparison has one pair, or three and more.",
        next: Message(zh: "请补足数据对。", en: "Enter the other pairs."))

    package static let noTolerance = Self(
        9040, field: "number",
        zh: "“{1}”没有比对允许误差，不能判合格。",
        en: "There is no tolerance for “{1}”, so nothing can be judged.",
        next: Message(zh: "请以化验结果为准。", en: "The laboratory’s own result counts."),
        example: ["SS"])

    package static let comparisonKnown = Self(
        9041, .conflict, field: "day",
        zh: "{1} 的比对已经登记过。",
        en: "The comparison of {1} is recorded already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: [CivilDate.example])

    package static let hoursBackwards = Self(
        9042, .badInput, field: "until",
        zh: "止的小时要晚于起的小时。",
        en: "The hours end before they begin.",
        next: Message(zh: "例如 8 时到 10 时是两个小时。", en: "From 8 to 10 are two hours."))

    package static let markWithoutReason = Self(
        9043, .badInput, field: "reason",
        zh: "请写明原因。",
        en: "The reason is missing.",
        next: Message(zh: "例如：更换蠕动泵管。", en: "For example: pump tube replaced."))

    package static let noSuchMark = Self(
        9044, .notFound, field: "number",
        zh: "没有有效的 {1} 号标记。",
        en: "There is no mark {1} that stands.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: [1])

    package static let markConfirmed = Self(
        9045, .conflict, field: "number",
        zh: "{1} 号标记已经确认。",
        en: "Mark {1} is confirmed already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: [1])

    package static let confirmedByMarker = Self(
        9046, field: "number",
        zh: "标记的人不能自己确认。",
        en: "Whoever made a mark cannot confirm it.",
        next: Message(zh: "请由另一人确认。", en: "Ask somebody else to confirm it."))
}
