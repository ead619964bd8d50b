import Kernel

extension LabourRefusal {
    package static let orderKnown = Self(
        7040, .conflict, field: "order",
        zh: "用工单“{1}”已发布。",
        en: "Order “{1}” is there already.",
        next: Message(
            zh: "不需要再发。", en: "Nothing needs to be done."),
        example: ["order-1"])

    package static let noSuchOrder = Self(
        7041, .notFound, field: "order",
        zh: "没有用工单“{1}”。",
        en: "There is no order “{1}”.",
        next: Message(
            zh: "请核对编号。", en: "Check the number."),
        example: ["order-1"])

    package static let startsInPast = Self(
        7042, .badInput, field: "start",
        zh: "开工时间已经过了。",
        en: "The start lies in the past.",
        next: Message(
            zh: "请填以后的时间。", en: "Enter a later time."))

    package static let shiftTooLong = Self(
        7043, field: "end",
        zh: "一班不能超过 {1} 小时。",
        en: "A shift is at most {1} hours long.",
        next: Message(
            zh: "请缩短或分成两班。", en: "Shorten it, or make two shifts."),
        basis: LegalBasis(
            Message(zh: "劳动法第三十六条、第四十一条", en: "Labour Law, arts. 36 and 41"), source: "labour-skills 1.3"),
        example: [11])

    package static let seatsOutOfRange = Self(
        7044, .badInput, field: "seats",
        zh: "岗位数要在 1 到 500 之间。",
        en: "An order has 1 to 500 seats.",
        next: Message(
            zh: "请改正。", en: "Correct the number."))

    package static let factMissing = Self(
        7045, .badInput, field: "work",
        zh: "要写明做什么、在哪里、什么条件。",
        en: "Say what the work is, where, and under which conditions.",
        next: Message(
            zh: "请补全后发布。", en: "Complete it and send it again."),
        basis: LegalBasis(
            Message(zh: "人力资源市场暂行条例第二十四条", en: "Order 700 on the labour market, art. 24"), source: "labour-skills 1.3"))

    package static let wordForbidden = Self(
        7046, field: "work",
        zh: "用工单里不能写“{1}”：不得限定性别、民族、信仰、健康携带，也不得收押金、费用或扣证件。",
        en: "An order may not say “{1}”: no sex, ethnicity, belief or carrier’s health, no deposit, fee or kept paper.",
        next: Message(
            zh: "请删去，只写工作本身要求的能力。", en: "Take it out; name only what the work itself needs."),
        basis: LegalBasis(
            Message(
                zh: "人力资源市场暂行条例第二十四条；就业促进法第二十七条至第三十条、第四十一条",
                en: "Order 700 on the labour market, art. 24; Employment Promotion Law, arts. 27–30 and 41"),
            source: "labour-skills 1.3"),
        example: ["men only"])

    package static let cycleTooLong = Self(
        7047, field: "cycle",
        zh: "非全日制用工最长十五天结一次工资。",
        en: "Part-time work is paid at most every fifteen days.",
        next: Message(
            zh: "请选按日、按周或半月结算。", en: "Choose day, week or half month."),
        basis: LegalBasis(
            Message(zh: "劳动合同法第七十二条", en: "Labour Contract Law, art. 72"), source: "labour-skills 1.3"))

    package static let belowMinimum = Self(
        7048, field: "rateFen",
        zh: "低于当地最低小时工资 {1} 元。",
        en: "The pay is below the local minimum of {1} yuan an hour.",
        next: Message(
            zh: "请提高工价或缩短工时。", en: "Raise the pay or shorten the hours."),
        basis: LegalBasis(
            Message(zh: "劳动法第四十八条；最低工资规定", en: "Labour Law, art. 48; Minimum Wage Provisions"),
            source: "labour-skills 1.3"),
        example: ["10.80"])

    package static let insuranceMissing = Self(
        7049, field: "insurance",
        zh: "高风险工种没有保险不能发单。",
        en: "High-risk work without injury insurance cannot be posted.",
        next: Message(
            zh: "请先投保（工伤、单险种或雇主责任险），再填保单号。",
            en: "Insure it first (work injury, single line, employer’s liability), then enter the policy."),
        basis: LegalBasis(
            Message(zh: "工伤保险条例第二条、第十条、第六十二条", en: "Regulation on Work-Injury Insurance, arts. 2, 10 and 62"),
            source: "labour-skills 1.3"))

    package static let orderCancelled = Self(
        7050, field: "order",
        zh: "用工单已取消。",
        en: "The order was taken back.",
        next: Message(
            zh: "请选别的用工单。", en: "Choose another order."))

    package static let orderOver = Self(
        7051, field: "order",
        zh: "这一班已经结束。",
        en: "The shift is over.",
        next: Message(
            zh: "请选以后的用工单。", en: "Choose a later order."))

    package static let startedAlready = Self(
        7052, field: "order",
        zh: "已经开工，不能再取消或退出。",
        en: "The shift has begun.",
        next: Message(
            zh: "用工单位可提前结束并按实际工时确认。", en: "End it early and confirm the hours worked."))

    package static let reasonMissing = Self(
        7053, .badInput, field: "reason",
        zh: "请写明原因、凭证号或出处。",
        en: "Give the reason, the number of the receipt, or the source.",
        next: Message(
            zh: "请填写后重新提交。", en: "Fill it in and send it again."))
}
