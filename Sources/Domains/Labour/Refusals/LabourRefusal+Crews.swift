import Kernel

extension LabourRefusal {
    package static let crewKnown = Self(
        7107, .conflict, field: "crew",
        zh: "编号“{1}”已用过。",
        en: "“{1}” is in use already.",
        next: Message(zh: "请换一个编号，或留空。", en: "Choose another, or leave it empty."),
        example: ["crew-1"])

    package static let crewSize = Self(
        7108, .badInput, field: "members",
        zh: "结伴的人要有二到 {1} 个，领头人算在内。",
        en: "A crew is two to {1} people, the leader among them.",
        next: Message(zh: "请勾选同去的人；人太多请分成几伙。", en: "Tick who goes along; more people make several crews."),
        example: [20])

    package static let crewElsewhere = Self(
        7109, .forbidden, field: "members",
        zh: "“{1}”不是本地登记的人。",
        en: "“{1}” is registered at another place.",
        next: Message(zh: "跨村结伴请到乡镇服务站登记。", en: "A crew of several villages is entered at the township’s station."),
        example: ["worker-1"])

    package static let inCrew = Self(
        7110, .conflict, field: "members",
        zh: "“{1}”已经和别人结伴。",
        en: "“{1}” is of a crew already.",
        next: Message(zh: "请先退出原来的结伴。", en: "Let the person leave that one first."),
        example: ["worker-1"])

    package static let crewConsentMissing = Self(
        7111, .badInput, field: "consent",
        zh: "要每个人都同意：要去一起去，由领头人替大家答复，工钱各付各的。",
        en: "Each must agree to go together or not at all, to who answers for them, and that wages go to each of them.",
        next: Message(zh: "请逐个问清后勾选。", en: "Ask each of them, then tick the box."),
        basis: LegalBasis(
            Message(zh: "个人信息保护法第十三条", en: "Personal Information Protection Law, art. 13"),
            source: "labour-skills 1.3"))

    package static let noSuchCrew = Self(
        7112, .notFound, field: "crew",
        zh: "没有“{1}”这一伙，或已散伙。",
        en: "There is no crew “{1}”, or it is over.",
        next: Message(zh: "请核对。", en: "Check it."),
        example: ["crew-1"])

    package static let notOfCrew = Self(
        7113, field: "worker",
        zh: "“{1}”没有和别人结伴。",
        en: "“{1}” is of no such crew.",
        next: Message(zh: "请核对，或按一个人应约。", en: "Check it, or let the person take a seat alone."),
        example: ["worker-1"])

    package static let crewAsked = Self(
        7114, .conflict, field: "crew",
        zh: "这一伙正有一个邀约等答复。",
        en: "The crew is being asked for seats just now.",
        next: Message(zh: "请先答复去不去，再退出。", en: "Answer first, then leave."))

    package static let goesTogether = Self(
        7115, .conflict, field: "worker",
        zh: "和别人结了伴，要去一起去，不能一个人应约。",
        en: "Whoever is of a crew goes with it or not at all.",
        next: Message(
            zh: "请领头人给整伙应约；要一个人去，先退出结伴。",
            en: "Let the leader answer for all; to go alone, leave the crew first."))

    package static let crewUnfit = Self(
        7116, field: "worker",
        zh: "“{1}”去不了这张单，整伙不能应约。",
        en: "“{1}” cannot go to this order, so the crew cannot.",
        next: Message(
            zh: "请看年龄、证书和时间是否合适，或选别的用工单。", en: "Look at age, certificate and time, or choose another order."),
        example: ["worker-1"])

    package static let crewTooLarge = Self(
        7117, .conflict, field: "order",
        zh: "空岗坐不下 {1} 个人。",
        en: "The free seats do not take {1} people.",
        next: Message(zh: "请选空岗够的用工单。", en: "Choose an order with seats for all."),
        example: [5])

    package static let notLeader = Self(
        7118, .forbidden, field: "worker",
        zh: "由领头人替整伙答复。",
        en: "The leader answers for the crew.",
        next: Message(zh: "请领头人来答复；不想去可以直接答“不去”。", en: "Let the leader answer; anybody may say no."))
}
