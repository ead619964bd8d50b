import Kernel

extension SkillsRefusal {
    package static let keyChanged = Self(
        8081, .conflict, field: "number",
        zh: "签名密钥已经换过。",
        en: "The key was changed in the meantime.",
        next: Message(zh: "请重新打开页面。", en: "Open the page again."))

    package static let noProposal = Self(
        8082, .conflict, field: "number",
        zh: "还没有人提议更换密钥。",
        en: "Nobody has proposed a change.",
        next: Message(zh: "请先由一个人提议。", en: "Somebody proposes it first."))

    package static let ownProposal = Self(
        8083, .forbidden, field: "number",
        zh: "提议的人不能自己更换。",
        en: "Whoever proposed a change does not carry it out.",
        next: Message(zh: "请由另一个人更换。", en: "Let somebody else do it."))
}
