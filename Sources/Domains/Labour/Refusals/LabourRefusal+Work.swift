import Kernel
import Web

extension LabourRefusal {
    package static let outsideWindow = Self(
        7070, field: "deviceAt",
        zh: "不在签到时间内：开工前一小时到收工。",
        en: "Outside the window: from an hour before the start until the end.",
        next: Message(
            zh: "请由经办人补签。", en: "Ask the desk."))

    package static let fromTheFuture = Self(
        7071, .badInput, field: "deviceAt",
        zh: "设备时间比现在晚。",
        en: "The device’s time lies ahead of now.",
        next: Message(
            zh: "请校准时间。", en: "Set its clock."))

    package static let tooEarly = Self(
        7072,
        zh: "要到 {1} 才能办理。",
        en: "Not before {1}.",
        next: Message(
            zh: "请到时再办。", en: "Come back then."),
        example: [Instant.example])

    package static let tooManyMinutes = Self(
        7073, field: "minutes",
        zh: "最多可确认 {1} 分钟：约定工时加三小时。",
        en: "At most {1} minutes can be confirmed: the agreed time and three hours.",
        next: Message(
            zh: "请核对工时；加班一天不超过三小时。", en: "Check the time; overtime is at most three hours a day."),
        basis: LegalBasis(
            Message(zh: "劳动法第四十一条", en: "Labour Law, art. 41"), source: "labour-skills 1.3"),
        example: [660])

    package static let payeeNotWorker = Self(
        7074, field: "payee",
        zh: "工资要付给本人，不能由工头或他人代领。",
        en: "Wages go to the worker herself, not to a foreman or anybody else.",
        next: Message(
            zh: "请转入本人账户，或由本人签字领取现金。", en: "Pay into her own account, or in cash against her signature."),
        basis: LegalBasis(
            Message(zh: "保障农民工工资支付条例第十一条", en: "Order 724 on the payment of wages, art. 11"),
            source: "labour-skills 1.3"))

    package static let paidBefore = Self(
        7075, .conflict, field: "reference",
        zh: "这个凭证号已登记过，一笔只付一次。",
        en: "This number is recorded already; one payment pays once.",
        next: Message(
            zh: "不需要再登记。", en: "Nothing needs to be done."),
        basis: LegalBasis(
            Message(zh: "保障农民工工资支付条例第十五条", en: "Order 724 on the payment of wages, art. 15"),
            source: "labour-skills 1.3"))

    package static let nothingOwed = Self(
        7076,
        zh: "没有欠款。",
        en: "Nothing is owed.",
        next: Message(
            zh: "不需要办理。", en: "Nothing needs to be done."))

    package static let stepTaken = Self(
        7077, .conflict, field: "step",
        zh: "这一步已办，或还没有轮到。",
        en: "This step was taken, or is not the next.",
        next: Message(
            zh: "请按顺序办理。", en: "Take them in order."))

    package static let figuresKnown = Self(
        7078, .conflict, field: "from",
        zh: "{1} 起的数据已报过。",
        en: "Figures from {1} are filed already.",
        next: Message(
            zh: "不需要再报。", en: "Nothing needs to be done."),
        example: [CivilDate.example])

    package static let periodBackwards = Self(
        7079, .badInput, field: "until",
        zh: "期间不对：止日不早于起日，也不晚于今天。",
        en: "The period ends before it begins, or after today.",
        next: Message(
            zh: "请改正。", en: "Correct it."))

    package static let personsBeyondServed = Self(
        7080, field: "persons",
        zh: "服务人数 {1} 多于服务人次 {2}：人数不可能大于人次。",
        en: "{1} people were served in {2} contacts: there cannot be more people than contacts.",
        next: Message(
            zh: "请核对原始记录，不要把一个数当成另一个数。", en: "Go back to the records; one figure may not pass for another."),
        example: [6_000, 600])

    package static let intentionsBeyondServed = Self(
        7081, field: "intentions",
        zh: "达成意向 {1} 人次多于服务 {2} 人次。",
        en: "{1} agreed out of {2} served.",
        next: Message(
            zh: "请核对原始记录。", en: "Go back to the records."),
        example: [700, 600])

    package static let postsWithoutEmployer = Self(
        7082, field: "employers",
        zh: "有岗位就要有用工主体，且不多于岗位数。",
        en: "Posts have employers, and no more of them than posts.",
        next: Message(
            zh: "请核对原始记录。", en: "Go back to the records."))
}
