import Kernel

extension Text {
    static let staffTitle = Message(zh: "开通工作账号", en: "Let a desk sign in")
    static let staffAnswer = Message(
        zh: "为新登记岗位上的人开通账号，口令只显示一次", en: "For whoever holds a new desk; the password is shown once")
    static let staffDesk = Message(zh: "哪个岗位", en: "Which desk")
    static let staffDeskHint = Message(zh: "只列出已登记的工作岗位。", en: "Desks of officers that are registered.")
    static let openStaff = Message(zh: "开通", en: "Open the account")
    static let staffOpened = Message(zh: "开通了吗？", en: "Is the account open?")
    static let staffHandOver = Message(
        zh: "已开通；请当面交给本人，首次登录时启用动态码", en: "Yes; hand this over in person: the first sign-in sets up the second factor")
    static let anotherAccount = Message(zh: "再开通一个", en: "Another account")
}
