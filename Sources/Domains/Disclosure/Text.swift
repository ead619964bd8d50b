import Kernel
import Web

enum DisclosureText {
    static let title = Message(zh: "公开", en: "Disclosure")

    static let civilCode201 = LegalBasis(
        Message(zh: "《民法典》第二百零一条（期间开始当日不计入）", en: "Civil Code, art. 201 (the first day does not count)"),
        source: "Civil Code")
    static let committeeLaw31 = LegalBasis(
        Message(zh: "《村民委员会组织法》第三十一条", en: "Villagers' Committee Law, art. 31"), source: "domain notes 4.5, S1")
    static let collectiveLaw45 = LegalBasis(
        Message(zh: "《农村集体经济组织法》第四十五条", en: "Rural Collective Economic Organisation Law, art. 45"),
        source: "domain notes 4.5, S1")

    // Commands.
    static let openNotice = Message(zh: "发布公告", en: "Open a notice")
    static let closeNotice = Message(zh: "结束公示", en: "Close a notice")
    static let raiseObjection = Message(zh: "提出异议", en: "Raise an objection")
    static let forgetPerson = Message(zh: "删去异议人的话", en: "Take a person’s objections off the board")
    static let showObjection = Message(zh: "公示交易异议", en: "Show an objection raised at the lot")
    static let answerObjection = Message(zh: "答复异议", en: "Answer an objection")
    static let eraseObjection = Message(zh: "销毁异议内容", en: "Destroy an objection’s words")
    static let escalateObjection = Message(zh: "异议逾期上报", en: "Escalate an objection")
    static let discloseContract = Message(zh: "公开合同付款计划", en: "Disclose a contract's payments")
    static let recordPayment = Message(zh: "公开付款", en: "Record a payment")
}
