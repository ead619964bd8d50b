import Kernel

extension LabourRefusal {
    package static let placeUnknown = Self(
        7010, .notFound, field: "place",
        zh: "没有登记过地方“{1}”。",
        en: "No place “{1}” is registered.",
        next: Message(
            zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["p140404101"])

    package static let employerKnown = Self(
        7011, .conflict, field: "employer",
        zh: "用工主体“{1}”已登记。",
        en: "Employer “{1}” is registered already.",
        next: Message(
            zh: "不需要再登记。", en: "Nothing needs to be done."),
        example: ["zhao-farm"])

    package static let nameMissing = Self(
        7012, .badInput, field: "name",
        zh: "请填写名称或姓名。",
        en: "The name is missing.",
        next: Message(
            zh: "请填写后重新提交。", en: "Fill it in and send it again."),
        basis: LegalBasis(
            Message(zh: "人力资源市场暂行条例第二十四条", en: "Order 700 on the labour market, art. 24"), source: "labour-skills 1.3"))

    package static let organisationMissing = Self(
        7013, .badInput, field: "organisation",
        zh: "村集体用工要选择已登记的集体经济组织。",
        en: "A collective hires under its own name in the register.",
        next: Message(
            zh: "请选择组织。", en: "Choose the organisation."))

    package static let noSuchEmployer = Self(
        7014, .notFound, field: "employer",
        zh: "没有登记过用工主体“{1}”。",
        en: "No employer “{1}” is registered.",
        next: Message(
            zh: "请核对编号，或先登记。", en: "Check the number, or register it first."),
        example: ["zhao-farm"])

    package static let verifiedBefore = Self(
        7015, .conflict, field: "employer",
        zh: "用工主体“{1}”已核验。",
        en: "Employer “{1}” has been verified.",
        next: Message(
            zh: "可以直接发布用工单。", en: "Orders can be posted."),
        example: ["zhao-farm"])

    package static let paperMissing = Self(
        7016, .badInput, field: "paper",
        zh: "请写明看过的材料或决定的文号。",
        en: "Name the paper that was seen, or the decision’s number.",
        next: Message(
            zh: "请填写后重新提交。", en: "Fill it in and send it again."),
        basis: LegalBasis(
            Message(zh: "人力资源市场暂行条例第二十六条", en: "Order 700 on the labour market, art. 26"), source: "labour-skills 1.3"))

    package static let notBlocked = Self(
        7017, .conflict, field: "employer",
        zh: "用工主体“{1}”没有被停止发单。",
        en: "Employer “{1}” is not blocked.",
        next: Message(
            zh: "不需要办理。", en: "Nothing needs to be done."),
        example: ["zhao-farm"])

    package static let stillInArrears = Self(
        7018,
        zh: "还有 {1} 笔工资逾期未付。",
        en: "{1} wages are still past their day.",
        next: Message(
            zh: "请先付清，再恢复发单。", en: "Pay them first."),
        basis: LegalBasis(
            Message(zh: "保障农民工工资支付条例第四十七条", en: "Order 724 on the payment of wages, art. 47"),
            source: "labour-skills 1.3"),
        example: [2])

    package static let employerNotVerified = Self(
        7019, field: "employer",
        zh: "用工主体“{1}”还没有核验，不能公开发单。",
        en: "Employer “{1}” is not verified; its orders cannot be public.",
        next: Message(
            zh: "请带营业执照或身份证明、委托书到零工市场核验。", en: "Bring licence or identity, and the mandate, to the market’s desk."),
        basis: LegalBasis(
            Message(zh: "人力资源市场暂行条例第二十六条", en: "Order 700 on the labour market, art. 26"), source: "labour-skills 1.3"),
        example: ["zhao-farm"])

    package static let employerBlocked = Self(
        7020, field: "employer",
        zh: "用工主体“{1}”因欠薪或处理决定被停止发单。",
        en: "Employer “{1}” is blocked, for arrears or by a decision.",
        next: Message(
            zh: "请先付清工资，再到零工市场申请恢复。", en: "Pay what is owed, then ask the market’s desk."),
        basis: LegalBasis(
            Message(zh: "保障农民工工资支付条例第四十七条", en: "Order 724 on the payment of wages, art. 47"),
            source: "labour-skills 1.3"),
        example: ["zhao-farm"])

    package static let employerErased = Self(
        7104, field: "employer",
        zh: "用工主体“{1}”的个人信息已经删除。",
        en: "What is personal of employer “{1}” has been destroyed.",
        next: Message(zh: "要再用工请重新登记。", en: "To hire again, register again."),
        example: ["zhao-farm"])

    package static let employerBusy = Self(
        7105,
        zh: "还有 {1} 项没有结束的用工单、岗位或工资。",
        en: "{1} orders, seats or wages are still open.",
        next: Message(zh: "请先结束用工、付清工资。", en: "End the work and pay the wages first."),
        basis: LegalBasis(
            Message(zh: "保障农民工工资支付条例第十五条", en: "Order 724 on the payment of wages, art. 15"),
            source: "labour-skills 1.3"),
        example: [1])
}
