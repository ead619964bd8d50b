import Kernel

extension WasteRefusal {
    package static let haulageKnown = Self(
        10070, .conflict, field: "haulage",
        zh: "清运合同编号“{1}”已经用过。",
        en: "Haulage contract “{1}” is entered already.",
        next: Message(zh: "不填编号，由系统编号。", en: "Leave the number to the program."),
        example: ["haulage-1"])

    package static let haulageUnknown = Self(
        10071, .notFound, field: "haulage",
        zh: "没有登记过清运合同“{1}”。",
        en: "There is no haulage contract “{1}”.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["haulage-1"])

    package static let haulerUnknown = Self(
        10072, .notFound, field: "hauler",
        zh: "没有登记过单位“{1}”。",
        en: "No organisation “{1}” is registered.",
        next: Message(zh: "请从列表中选择清运单位。", en: "Choose the hauler from the list."),
        example: ["sanitation"])

    package static let payerUnknown = Self(
        10073, .notFound, field: "payer",
        zh: "没有登记过单位“{1}”。",
        en: "No organisation “{1}” is registered.",
        next: Message(zh: "请从列表中选择付款单位。", en: "Choose the payer from the list."),
        example: ["collective"])

    package static let ownHauler = Self(
        10074, .badInput, field: "payer",
        zh: "清运单位和付款单位是同一家。",
        en: "The hauler and the payer are the same.",
        next: Message(zh: "自己清运的，不用登记合同。", en: "Who hauls for itself needs no contract."))

    package static let agentUnknown = Self(
        10075, .notFound, field: "agent",
        zh: "清运单位的确认账号没有开通。",
        en: "The account the hauler agrees with is not open.",
        next: Message(zh: "请先为清运单位的经办人开通手机账号。", en: "Open an account for whoever acts for the hauler first."))

    package static let priceMissing = Self(
        10076, .badInput, field: "priceFen",
        zh: "每吨单价要大于零。",
        en: "The price of a tonne is above zero.",
        next: Message(zh: "请照合同填写。", en: "Copy it from the contract."))

    package static let endsBeforeBegin = Self(
        10077, .badInput, field: "until",
        zh: "合同止期早于起期。",
        en: "The contract ends before it begins.",
        next: Message(zh: "请照合同填写起止日期。", en: "Copy both days from the contract."))

    package static let haulageTwice = Self(
        10078, .conflict, field: "hauler",
        zh: "这家单位在同一地方、同一时段已有按同一种磅单计价的合同“{1}”，同一车会付两次。",
        en: "Contract “{1}” pays the same hauler for the same weighings in the same days: a load would be paid twice.",
        next: Message(zh: "请核对起止日期和计价办法。", en: "Check the days and by which weighing it pays."),
        example: ["haulage-1"])

    package static let monthOutside = Self(
        10079, .badInput, field: "month",
        zh: "{1} 不在合同期内。",
        en: "{1} is not within the contract.",
        next: Message(zh: "请选择合同期内的月份。", en: "Choose a month of the contract."),
        example: [WasteMonth.example])

    package static let monthNotOver = Self(
        10080, field: "month",
        zh: "{1} 的结算单在次月 3 日早上 6 点起草。",
        en: "{1} is reckoned at six in the morning of the third day after it.",
        next: Message(zh: "磅单有一周补录时间，请到时再办。", en: "Wait for that day: tickets still come in."),
        example: [WasteMonth.example])

    package static let settlementFixed = Self(
        10081, .conflict, field: "month",
        zh: "{1} 的结算清运单位已经同意，不能再改。",
        en: "The hauler has agreed with {1}; it does not change any more.",
        next: Message(zh: "差错请在下个月的结算中处理。", en: "Put mistakes right in the next month."),
        example: [WasteMonth.example])

    package static let amountTooLarge = Self(
        10082, field: "month",
        zh: "算出的金额过大。",
        en: "The amount is too large.",
        next: Message(zh: "请核对合同单价和磅单。", en: "Check the price and the tickets."))

    package static let settlementMissing = Self(
        10083, .notFound, field: "month",
        zh: "{1} 还没有起草结算单。",
        en: "{1} is not reckoned yet.",
        next: Message(zh: "系统在次月 3 日起草。", en: "The program reckons it on the third day after it."),
        example: [WasteMonth.example])

    package static let settlementStale = Self(
        10084, .conflict, field: "month",
        zh: "{1} 起草以后，磅单或考核有变动。",
        en: "Tickets or assessments of {1} have changed since it was reckoned.",
        next: Message(zh: "请收运站重新起草后再确认。", en: "Have the station reckon it again first."),
        example: [WasteMonth.example])

    package static let settlementNotAgreed = Self(
        10085, .conflict, field: "month",
        zh: "清运单位还没有同意 {1} 的结算。",
        en: "The hauler has not agreed with {1} yet.",
        next: Message(zh: "请等清运单位同意后再确认。", en: "Wait until the hauler agrees."),
        example: [WasteMonth.example])

    package static let settlementConfirmed = Self(
        10086, .conflict, field: "month",
        zh: "{1} 的结算已经确认。",
        en: "{1} is confirmed already.",
        next: Message(zh: "不用再办。", en: "Nothing more is to be done."),
        example: [WasteMonth.example])

    package static let ownSettlement = Self(
        10087, .forbidden, field: "month",
        zh: "代表清运单位同意的人不能再代表乡镇确认。",
        en: "Whoever agrees for the hauler does not confirm for the township.",
        next: Message(zh: "请由另一个人确认。", en: "Somebody else confirms it."))

    package static let dayOutside = Self(
        10088, .badInput, field: "day",
        zh: "这一天不在合同期内。",
        en: "That day is not within the contract.",
        next: Message(zh: "请选择合同期内的日期。", en: "Choose a day of the contract."))

    package static let amountMissing = Self(
        10089, .badInput, field: "amountFen",
        zh: "扣减金额要大于零。",
        en: "What is taken off is above zero.",
        next: Message(zh: "请填写扣减金额。", en: "Enter the amount."))

    package static let assessmentUnknown = Self(
        10090, .notFound, field: "number",
        zh: "没有第 {1} 号考核，或者已经撤销。",
        en: "There is no assessment {1}, or it was taken back.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: [Int64(1)])

    package static let ticketSettled = Self(
        10091, .conflict, field: "ticket",
        zh: "这张磅单已计入 {1} 的结算，不能作废。",
        en: "The ticket counts in the settlement of {1}, which stands.",
        next: Message(zh: "差错请在下个月的结算中处理。", en: "Put mistakes right in the next month."),
        example: [WasteMonth.example])
}
