import Kernel

/// Examiners and their signatures.
extension SkillsRefusal {
    package static let trainerUnknown = Self(
        8084, .notFound, field: "trainer",
        zh: "没有登记过“{1}”。",
        en: "No “{1}” is registered.",
        next: fromTheList,
        example: ["trainer-1"])

    package static let accountUnknown = Self(
        8085, .notFound, field: "account",
        zh: "没有可以签字的账户“{1}”。",
        en: "There is no open account “{1}” that can sign.",
        next: fromTheList,
        example: ["office-1"])

    package static let ownAccount = Self(
        8086, .forbidden, field: "account",
        zh: "不能把自己的账户登记为考评员账户。",
        en: "Nobody names their own account.",
        next: Message(zh: "请由另一名工作人员登记。", en: "Let somebody else of the office do it."))

    package static let accountTaken = Self(
        8087, .conflict, field: "account",
        zh: "这个账户的人已经登记为“{1}”。",
        en: "Whoever signs in with this account is registered as “{1}”.",
        next: Message(zh: "一个人只登记一次，请选本人的账户。", en: "One person is one entry: choose their own account."),
        example: ["trainer-1"])

    package static let examinerWithoutAccount = Self(
        8088, field: "first",
        zh: "“{1}”没有登记账户，不能签字。",
        en: "No account is named for “{1}”, who therefore could not sign.",
        next: Message(zh: "请先在师资名单里登记账户。", en: "Name the account in the list of trainers first."),
        example: ["trainer-1"])

    package static let notExaminer = Self(
        8089, .forbidden, field: "course",
        zh: "您不是这场考试的考评员。",
        en: "You do not examine here.",
        next: Message(zh: "请由考评员本人签字。", en: "The examiners sign themselves."))

    package static let signedAlready = Self(
        8090, .conflict, field: "course",
        zh: "您已经签过字。",
        en: "You have signed already.",
        next: Message(zh: "不需要再签。", en: "Nothing needs to be done."))

    package static let marksChanged = Self(
        8091, .conflict, field: "digest",
        zh: "成绩在您查看以后改过。",
        en: "The marks were changed after you looked at them.",
        next: Message(zh: "请重新打开页面，核对后再签。", en: "Open the page again, look at them, and sign then."))

    package static let signatureMissing = Self(
        8092, .conflict, field: "course",
        zh: "还差考评员签字：{1}。",
        en: "Signatures are missing: {1}.",
        next: Message(zh: "请考评员用本人账户签字后再封存。", en: "They sign with their own accounts; then the marks are closed."),
        example: ["马*生 (trainer-1)"])

    package static let trainerErased = Self(
        8101, field: "trainer",
        zh: "师资“{1}”的姓名已经删除。",
        en: "The name of trainer “{1}” is destroyed.",
        next: Message(zh: "再来任教或考评的，请重新登记。", en: "Whoever teaches or examines again is registered anew."),
        example: ["trainer-1"])

    package static let stillTeaches = Self(
        8102, .conflict, field: "trainer",
        zh: "此人在课程“{1}”中任教或考评，考试没有封存。",
        en: "The trainer teaches or examines on course “{1}”, whose exam is not closed.",
        next: Message(zh: "请等考试封存。", en: "Wait for the exam to be closed."),
        example: ["course-1"])
}
