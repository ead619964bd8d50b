import Kernel

/// Certificates that are replaced or suspended.
extension SkillsRefusal {
    package static let replacedAlready = Self(
        8093, .conflict, field: "certificate",
        zh: "证书“{1}”已经换发为“{2}”。",
        en: "Certificate “{1}” was replaced by “{2}”.",
        next: Message(zh: "请办理新证。", en: "Use the new one."),
        example: ["skill-1", "skill-2"])

    package static let certificateExpired = Self(
        8094, field: "certificate",
        zh: "证书“{1}”已于 {2} 到期。",
        en: "Certificate “{1}” ended on {2}.",
        next: Message(
            zh: "到期证书不能换发或暂停；需要时重新培训取证。", en: "Nothing is done with one that has ended; a new exam gives a new one."),
        example: ["skill-1", CivilDate.example])

    package static let suspendedAlready = Self(
        8095, .conflict, field: "certificate",
        zh: "证书“{1}”已经暂停。",
        en: "Certificate “{1}” is suspended.",
        next: Message(zh: "请先恢复或撤销。", en: "Lift the suspension or revoke it first."),
        example: ["skill-1"])

    package static let notSuspended = Self(
        8096, .conflict, field: "certificate",
        zh: "证书“{1}”没有暂停。",
        en: "Certificate “{1}” is not suspended.",
        next: Message(zh: "不需要恢复。", en: "Nothing needs to be lifted."),
        example: ["skill-1"])

    package static let newNumberMissing = Self(
        8097, .badInput, field: "newNumber",
        zh: "更正国家证书编号时才填新编号，而且必须填。",
        en: "A new number goes with the cause “number corrected”, and with no other.",
        next: Message(zh: "请核对换发原因和新编号。", en: "Look at the cause and the number."))
}
