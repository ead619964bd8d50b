import Kernel

extension AssemblyRefusal {
    package static let noSuchTerm = Self(
        6043, .notFound, field: "term",
        zh: "没有登记过任职“{1}”。",
        en: "No term of office “{1}” was entered.",
        next: Message(zh: "请从任职名单中选择。", en: "Choose one from the list of those in office."),
        example: ["tanba-accountant-2021"])

    package static let termKnown = Self(
        6044, .conflict, field: "term",
        zh: "任职编号“{1}”已经用过。",
        en: "“{1}” is already in use.",
        next: Message(zh: "请换一个编号，或留空由程序编号。", en: "Choose another, or leave it to the program."),
        example: ["tanba-accountant-2021"])

    package static let numberMissing = Self(
        6045, .badInput, field: "identityNumber",
        zh: "请填写身份证号：只用来认出同一个人，不对外显示。",
        en: "The identity number is missing: it only serves to know the same person again, and is shown to nobody.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    package static let termInFuture = Self(
        6046, .badInput, field: "from",
        zh: "任职起日不能晚于今天。",
        en: "A term of office cannot begin after today.",
        next: Message(zh: "到任当天再登记。", en: "Enter it on the first day in office."))

    package static let termBackwards = Self(
        6047, .badInput, field: "until",
        zh: "离任日期不对：不能早于到任之日；办理离任时也不能晚于今天。",
        en: "The last day is wrong: it cannot lie before the first, nor after today where somebody has left.",
        next: Message(zh: "请改正日期。", en: "Correct the day."))

    package static let holdsAlready = Self(
        6048, .conflict, field: "identityNumber",
        zh: "此人在同一职务上的任期还没有完，到 {1} 为止。",
        en: "The person holds the same office already, until {1}.",
        next: Message(zh: "请先登记离任，或改正到任日期。", en: "Enter the end of that term first, or correct the first day."),
        example: [CivilDate.earliest])

    package static let leftBefore = Self(
        6049, .conflict, field: "term",
        zh: "此人的离任已经登记。",
        en: "The end of this term was entered already.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."))

    package static let termErased = Self(
        6050, .conflict, field: "term",
        zh: "此项任职的个人信息已经销毁。",
        en: "What is personal of this term was destroyed.",
        next: Message(zh: "不能再办理。", en: "Nothing more can be done with it."))

    package static let stillInOffice = Self(
        6051, field: "term",
        zh: "离任还没有登记，其信息还要用于核对利益关系。",
        en: "The end of the term was not entered; the check for conflicts needs the data.",
        next: Message(zh: "登记离任后再办理。", en: "Come back when the end was entered."))

    package static let kinKnown = Self(
        6052, .conflict, field: "kin",
        zh: "申报编号“{1}”已经用过。",
        en: "“{1}” is already in use.",
        next: Message(zh: "请换一个编号，或留空由程序编号。", en: "Choose another, or leave it to the program."),
        example: ["tanba-kin-1"])

    package static let relationMissing = Self(
        6053, .badInput, field: "relation",
        zh: "请选择与申报人的关系。",
        en: "Say how the relative is related.",
        next: Message(zh: "请选择一项。", en: "Choose one."),
        basis: closeRelatives)

    package static let kinOfOneself = Self(
        6054, .badInput, field: "identityNumber",
        zh: "这是申报人本人的身份证号。",
        en: "This is the identity number of whoever declares.",
        next: Message(zh: "请填写亲属的身份证号。", en: "Enter the relative’s."))

    package static let declaredAlready = Self(
        6055, .conflict, field: "identityNumber",
        zh: "此人已经申报过。",
        en: "The relative was declared already.",
        next: Message(zh: "不需要再提交；填错的先撤回。", en: "Nothing needs to be done; take a wrong entry back first."))

    package static let noSuchKin = Self(
        6056, .notFound, field: "kin",
        zh: "此项任职没有申报“{1}”，或已撤回。",
        en: "The term has no declaration “{1}”, or it was taken back.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["tanba-kin-1"])

    package static let reasonMissing = Self(
        6057, .badInput, field: "reason",
        zh: "请写明原因。",
        en: "Say why.",
        next: Message(zh: "请填写后重新提交。", en: "Fill it in and send it again."))

    /// The closed list of who is a close relative.
    private static let closeRelatives = LegalBasis(
        Message(zh: "中华人民共和国民法典第一千零四十五条", en: "Civil Code, art. 1045"), source: "village-register 5.3")
}
