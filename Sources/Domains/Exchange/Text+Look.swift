import Kernel

/// Words of looking at who holds a paddle.
enum LookText {
    static let look = Message(zh: "查看竞买人", en: "See who bids")
    static let paddle = Message(zh: "竞买号", en: "Paddle")
    static let reason = Message(zh: "事由", en: "Reason")
    static let desk = Message(zh: "查看的岗位", en: "Desk")
    static let entry = Message(zh: "日志", en: "Log entry")
    static let hint = Message(
        zh: "写明为什么要看。事由和岗位记入公开日志，并告知本人。",
        en: "Say why. The reason and the desk stand in the public log, and the person is told.")
    static let seen = Message(zh: "谁查看过我", en: "Who looked at me")
    static let notYet = Message(zh: "查看前先写明事由", en: "A reason comes first")

    static func holder(_ paddle: Int64) -> Message {
        Message(zh: "\(paddle) 号是谁？", en: "Who holds paddle \(paddle)?")
    }
}
