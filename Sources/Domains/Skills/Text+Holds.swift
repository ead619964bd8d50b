import Kernel

/// What replacing and suspending are spoken of with.
enum HoldText {
    static let replace = Message(zh: "换发证书", en: "Replace a certificate")
    static let takeReplacement = Message(zh: "发出换发的证书", en: "Issue the certificate in its place")
    static let suspend = Message(zh: "暂停证书", en: "Suspend a certificate")
    static let lift = Message(zh: "恢复证书", en: "Lift a suspension")
    static let correctName = Message(zh: "更正学员姓名", en: "Correct a learner’s name")

    static let cause = Message(zh: "换发原因", en: "Why it is replaced")
    static let newNumber = Message(zh: "更正后的国家证书编号", en: "The corrected number of the state’s certificate")
    static let newNumberHint = Message(zh: "只在更正编号时填写", en: "Only where the number is corrected")
    static let replaceNote = Message(
        zh: "新证内容和期限不变，编号另发；旧证撤销，查旧编号会指向新证。",
        en:
            "The new one says the same and ends on the same day, under another serial; the old one is revoked and points to it."
    )
    static let suspendNote = Message(
        zh: "暂停期间证书不算数，市场上的对应工种同时停用；可以恢复。",
        en: "It does not count until this is lifted, and its trade is closed in the labour market.")
    static let liftNote = Message(zh: "恢复后证书照原期限有效。", en: "It counts again, to its old last day.")
    static let replacedBy = Message(zh: "换发为", en: "Replaced by")
    static let replaces = Message(zh: "换自", en: "In the place of")
    static let suspendedSince = Message(zh: "暂停日期", en: "Suspended since")
    static let nameAsOnCard = Message(zh: "身份证上的姓名", en: "The name as the identity card has it")
}

extension ReplacementCause {
    var label: Message {
        switch self {
        case .lost: Message(zh: "遗失", en: "lost")
        case .spoiled: Message(zh: "损坏", en: "spoiled")
        case .nameCorrected: Message(zh: "姓名更正", en: "the name was corrected")
        case .numberCorrected: Message(zh: "国家证书编号更正", en: "the state’s number was corrected")
        }
    }
}

extension SuspensionReason {
    var label: Message {
        switch self {
        case .underReview: Message(zh: "正在核查", en: "being looked into")
        case .complaint: Message(zh: "有投诉", en: "a complaint")
        case .holderAsked: Message(zh: "本人申请", en: "the holder asked")
        }
    }
}
