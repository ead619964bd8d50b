import Kernel

extension EnvironmentRefusal {
    package static let placeUnknown = Self(
        9001, .notFound, field: "place",
        zh: "没有登记过地方“{1}”。",
        en: "No place “{1}” is registered.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["p140404101"])

    package static let facilityKnown = Self(
        9002, .conflict, field: "facility",
        zh: "设施编号“{1}”已经用过。",
        en: "Facility “{1}” is registered already.",
        next: Message(zh: "请换一个编号。", en: "Choose another number."),
        example: ["plant-1"])

    package static let nameMissing = Self(
        9003, .badInput, field: "name",
        zh: "请填写设施名称。",
        en: "The facility’s name is missing.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    package static let designMissing = Self(
        9004, .badInput, field: "design",
        zh: "设计规模必须大于 0。",
        en: "The design load must be above 0.",
        next: Message(zh: "请填写设计日处理量（立方米/日）。", en: "Enter the design load in m³ a day."))

    package static let noSuchFacility = Self(
        9005, .notFound, field: "facility",
        zh: "没有登记过设施“{1}”。",
        en: "No facility “{1}” is registered.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["plant-1"])

    package static let noSuchStandard = Self(
        9006, .notFound, field: "standard",
        zh: "限值表里没有“{1}”的“{2}”。",
        en: "The table of limits has no grade “{2}” of “{1}”.",
        next: Message(zh: "请先登记限值，或从列表中选择。", en: "Enter the limits first, or choose from the list."),
        example: ["GB 18918-2002", "1A"])

    package static let standardAssigned = Self(
        9007, .conflict, field: "standard",
        zh: "该设施已执行“{1}”“{2}”。",
        en: "“{1}”, grade “{2}”, binds the facility already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: ["GB 18918-2002", "1A"])

    package static let dayJudgedBefore = Self(
        9008, field: "from",
        zh: "{1} 及以前的日子已有结论，标准不能倒着改。",
        en: "Days up to {1} have their verdict; a standard cannot be assigned to the past.",
        next: Message(zh: "请填写以后的日期。", en: "Enter a later day."),
        example: [CivilDate.example])

    package static let numberMalformed = Self(
        9009, .badInput, field: "mn",
        zh: "站点编号（MN）应为 4 至 24 个字符，不含空格和分号。",
        en: "The station’s number (MN) has 4 to 24 characters, no blank and no semicolon.",
        next: Message(zh: "请核对数采仪上的编号。", en: "Look at the number on the logger."))

    package static let numberTaken = Self(
        9010, .conflict, field: "mn",
        zh: "站点编号“{1}”已登记在别处。",
        en: "Station number “{1}” is registered already.",
        next: Message(zh: "请核对编号；一台数采仪一个编号。", en: "Check the number: one logger, one number."),
        example: ["010000A8900016F000169DC0"])

    package static let limitKnown = Self(
        9011, .conflict, field: "limit",
        zh: "限值编号“{1}”已经用过。",
        en: "Limit “{1}” is entered already.",
        next: Message(zh: "请换一个编号。", en: "Choose another."),
        example: ["DB14-1-COD"])

    package static let limitEmpty = Self(
        9012, .badInput, field: "highest",
        zh: "上限和下限至少填一个。",
        en: "Neither an upper nor a lower bound is given.",
        next: Message(zh: "请按标准原文填写。", en: "Enter what the standard says."))

    package static let conditionUnreadable = Self(
        9013, .badInput, field: "condition",
        zh: "条件读不懂。",
        en: "The condition cannot be read.",
        next: Message(
            zh: "请写成 temperature<=12、temperature>12 或 days 1101-0331；没有条件就留空。",
            en: "Write temperature<=12, temperature>12 or days 1101-0331; leave it empty where there is none."))

    package static let limitBackdated = Self(
        9014, field: "from",
        zh: "限值最早从今天（{1}）起执行：过去的日子不重判。",
        en: "A limit binds from today ({1}) at the earliest: past days are not judged anew.",
        next: Message(zh: "请填写今天或以后的日期。", en: "Enter today or a later day."),
        example: [CivilDate.example])

    package static let sourceMissing = Self(
        9015, .badInput, field: "source",
        zh: "请写明限值的出处。",
        en: "The source of the limit is missing.",
        next: Message(zh: "请填写文件名、表号和页码。", en: "Name the document, table and page."))

    package static let limitOverlaps = Self(
        9016, .conflict, field: "from",
        zh: "与限值“{1}”同标准、同项目、同条件，日期重叠。",
        en: "It overlaps limit “{1}” of the same standard, item and condition.",
        next: Message(zh: "请核对起止日期。", en: "Check its days."),
        example: ["GB18918-1A-COD"])
}
