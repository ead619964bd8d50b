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
    static let endSession = Message(zh: "结束一处登录", en: "End a session")
    static let endSessionAnswer = Message(
        zh: "哪一处不是您在用，就结束哪一处", en: "End the one that is not yours or not used any more")
    static let whichSession = Message(zh: "哪一处", en: "Which one")
    static func sessionLine(_ way: String, _ since: String, _ seen: String) -> Message {
        Message(zh: "\(way)，\(since) 登录，\(seen) 还在用", en: "\(way), since \(since), last seen \(seen)")
    }
    static let endSessions = Message(zh: "结束登录", en: "End sessions")
    static let endSessionsAnswer = Message(
        zh: "让一个岗位上的人，或除您以外的所有人，重新登录", en: "Whoever holds a desk, or everybody but you, has to sign in again")
    static let endSessionsDone = Message(zh: "已经结束了吗？", en: "Are they ended?")
    static func endedOf(_ people: String) -> Message {
        Message(zh: "已结束 \(people) 人的登录", en: "Yes: the sessions of \(people)")
    }
    static let whose = Message(zh: "结束谁的登录", en: "Whose sessions")
    static let oneDesk = Message(zh: "下面这个岗位上的人", en: "Whoever holds the desk below")
    static let everybodyElse = Message(zh: "除我以外的所有人", en: "Everybody but me")
    static let anotherAccount = Message(zh: "再开通一个", en: "Another account")
}
