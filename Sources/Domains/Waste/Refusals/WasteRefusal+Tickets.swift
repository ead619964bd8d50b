import Kernel

extension WasteRefusal {
    package static let ticketKnown = Self(
        10012, .conflict, field: "ticket",
        zh: "磅单编号“{1}”已经用过。",
        en: "Ticket “{1}” is written already.",
        next: Message(zh: "不填编号，由系统编号。", en: "Leave the number to the program."),
        example: ["ticket-1"])

    package static let sameSite = Self(
        10013, .badInput, field: "to",
        zh: "去向与来源是同一个场所。",
        en: "The load goes to where it comes from.",
        next: Message(zh: "请改正来源或去向。", en: "Correct one of the two."))

    package static let severalOrigins = Self(
        10014, .badInput, field: "from",
        zh: "一车的多个来源应是同一类场所。",
        en: "Several origins of one load are sites of one kind.",
        next: Message(zh: "请每个来源单独过磅。", en: "Weigh the load of each origin by itself."))

    package static let scaleElsewhere = Self(
        10015, field: "scale",
        zh: "“{1}”既不在来源也不在去向。",
        en: "“{1}” stands at neither end of the way.",
        next: Message(zh: "请选择实际过磅的地磅。", en: "Choose the scale it was weighed on."),
        example: ["1 号地磅"])

    package static let scaleNotVerified = Self(
        10016, field: "scale",
        zh: "地磅的检定有效期到 {1}，过磅时已经过期。",
        en: "The verification of the scale ended on {1}, before this weighing.",
        next: Message(zh: "请先登记新的检定，或换一台地磅。", en: "Enter its next verification first, or use another scale."),
        basis: LegalBasis(Message(zh: "计量法第九条", en: "Metrology Law art. 9"), source: "environment 13"),
        example: [CivilDate.example])

    package static let vehicleMissing = Self(
        10017, .badInput, field: "vehicle",
        zh: "请填写车号。",
        en: "The vehicle is missing.",
        next: Message(zh: "请填写车牌号。", en: "Enter its plate."))

    package static let tareNotBelowGross = Self(
        10018, .badInput, field: "tare",
        zh: "皮重应小于毛重。",
        en: "The tare has to be below the gross weight.",
        next: Message(zh: "请核对两次过磅的数字。", en: "Check both weighings."))

    package static let weighedLater = Self(
        10019, .badInput, field: "weighedAt",
        zh: "过磅时间在现在之后。",
        en: "The time of weighing is still to come.",
        next: Message(zh: "请核对时间。", en: "Check the time."))

    package static let weighedLongAgo = Self(
        10020, .badInput, field: "weighedAt",
        zh: "{1} 天以前的过磅不能再补录。",
        en: "A weighing more than {1} days ago can no longer be entered.",
        next: Message(zh: "请写明情况，报县里处理。", en: "Report it to the county in writing."),
        example: [7])

    package static let enteredTwice = Self(
        10021, .conflict, field: "gross",
        zh: "同一辆车、同样的毛重和皮重，两小时内已有磅单 {1}。",
        en: "The same vehicle with the same weights is on ticket {1} within two hours.",
        next: Message(
            zh: "如果是另一车，请重新过磅；如果是同一车，不用再录。", en: "Weigh again if it is another load; otherwise nothing is to be done."),
        example: ["ticket-1"])

    package static let tareOff = Self(
        10022, field: "tare",
        zh: "皮重与该车登记的 {1} 千克相差太多。",
        en: "The tare is too far off the vehicle’s registered {1} kg.",
        next: Message(
            zh: "请清空后重新称皮重；车辆改装过的，先登记新的皮重。",
            en: "Empty the vehicle and weigh it again; enter a new tare first if it was rebuilt."),
        example: [3_300])

    package static let departureMissing = Self(
        10023, .badInput, field: "departure",
        zh: "进厂过磅要选这一车的出站磅单。",
        en: "An arrival names the ticket the load left its station with.",
        next: Message(zh: "请从在途车辆中选择。", en: "Choose it among the loads on their way."))

    package static let departureUnknown = Self(
        10024, .notFound, field: "departure",
        zh: "没有这一车的出站磅单，或者已经进厂。",
        en: "No such load is on its way, or it has arrived.",
        next: Message(zh: "请从在途车辆中选择。", en: "Choose it among the loads on their way."))

    package static let ticketUnknown = Self(
        10025, .notFound, field: "ticket",
        zh: "没有磅单“{1}”。",
        en: "There is no ticket “{1}”.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["ticket-1"])

    package static let ticketIsVoid = Self(
        10026, .conflict, field: "ticket",
        zh: "磅单“{1}”已经作废。",
        en: "Ticket “{1}” is void already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."),
        example: ["ticket-1"])

    package static let ownTicket = Self(
        10027, .forbidden, field: "ticket",
        zh: "自己开的磅单由另一个人作废。",
        en: "Whoever wrote a ticket does not void it.",
        next: Message(zh: "请交由另一名工作人员办理。", en: "Let somebody else of the office do it."))

    package static let nothingLost = Self(
        10124, .badInput, field: "kilograms",
        zh: "损耗要大于 0；这一天没有申报过，也没有可撤回的。",
        en: "A loss is above 0; of that day none is declared that could be taken back.",
        next: Message(zh: "请填写重量。", en: "Enter its weight."))

    package static let lossWithoutReason = Self(
        10125, .badInput, field: "reason",
        zh: "申报损耗要写明情况。",
        en: "A loss needs words: what happened.",
        next: Message(zh: "例如：压缩时排出渗滤液。", en: "For example: leachate was pressed out."))
}
