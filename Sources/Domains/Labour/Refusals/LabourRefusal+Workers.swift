import Kernel

extension LabourRefusal {
    package static let workerKnown = Self(
        7030, .conflict, field: "worker",
        zh: "编号“{1}”已用过。",
        en: "“{1}” is in use already.",
        next: Message(
            zh: "请换一个编号，或留空。", en: "Choose another, or leave it empty."),
        example: ["worker-1"])

    package static let numberMissing = Self(
        7031, .badInput, field: "identityNumber",
        zh: "请读卡或填写身份证号：要核对年龄。",
        en: "The identity number is missing: age is checked by it.",
        next: Message(
            zh: "身份证只看不留。", en: "The card is looked at and given back."),
        basis: LegalBasis(
            Message(zh: "禁止使用童工规定第四条", en: "Order 364 against child labour, art. 4"), source: "labour-skills 1.3"))

    package static let tooYoung = Self(
        7032, field: "identityNumber",
        zh: "未满 {1} 周岁，不能介绍或从事这项工作。",
        en: "Nobody under {1} may be placed in this work.",
        next: Message(
            zh: "不能办理，没有例外。可以介绍就学和救助渠道。", en: "There is no exception. Show the way to school and to help."),
        basis: LegalBasis(
            Message(
                zh: "禁止使用童工规定第二条、第四条；劳动法第六十四条", en: "Order 364 against child labour, arts. 2 and 4; Labour Law, art. 64"
            ), source: "labour-skills 1.3"),
        example: [16])

    package static let consentMissing = Self(
        7033, .badInput, field: "consent",
        zh: "要先告知本人保存哪些信息、用来做什么，并得到同意。",
        en: "She must be told what is kept and why, and agree.",
        next: Message(
            zh: "请告知后勾选。", en: "Tell her, then tick the box."),
        basis: LegalBasis(
            Message(zh: "个人信息保护法第十三条、第十七条", en: "Personal Information Protection Law, arts. 13 and 17"),
            source: "labour-skills 1.3"))

    package static let personKnown = Self(
        7034, .conflict, field: "identityNumber",
        zh: "本人已登记，编号“{1}”。",
        en: "The person is registered already, as “{1}”.",
        next: Message(
            zh: "直接使用原编号。", en: "Use that one."),
        example: ["worker-1"])

    package static let noSuchWorker = Self(
        7035, .notFound, field: "worker",
        zh: "没有登记过“{1}”。",
        en: "“{1}” is not registered.",
        next: Message(
            zh: "请先登记。", en: "Register her first."),
        example: ["worker-1"])

    package static let workerErased = Self(
        7036, field: "worker",
        zh: "“{1}”的个人信息已经删除。",
        en: "What is personal of “{1}” has been destroyed.",
        next: Message(
            zh: "要再找活请重新登记。", en: "To look for work again, register again."),
        example: ["worker-1"])

    package static let seekingAlready = Self(
        7037, .conflict,
        zh: "现在就是这个状态。",
        en: "That is how it is already.",
        next: Message(
            zh: "不需要再提交。", en: "Nothing needs to be done."))

    package static let workOpen = Self(
        7038,
        zh: "还有 {1} 项没有结清的活或工资。",
        en: "{1} engagements or wages are still open.",
        next: Message(
            zh: "请先结清。", en: "Settle them first."),
        basis: LegalBasis(
            Message(zh: "保障农民工工资支付条例第十五条", en: "Order 724 on the payment of wages, art. 15"),
            source: "labour-skills 1.3"),
        example: [1])
}
