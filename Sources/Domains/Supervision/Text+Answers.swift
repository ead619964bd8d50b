import Kernel

/// The words of answers to flags.
enum FlagText {
    static let answerFlag = Message(zh: "答复预警", en: "Answer the flag")
    static let confirmAnswer = Message(zh: "复核答复", en: "Agree with the answer")
    static let eraseAnswer = Message(zh: "销毁答复的文字", en: "Destroy the words of the answer")
    static let eraseNote = Message(
        zh: "文字销毁后不能恢复；答复过、怎么答复的，仍然留着。",
        en: "The words cannot be brought back; that it was answered, and how, stands.")
    static let answer = Message(zh: "答复", en: "Answer")
    static let reply = Message(zh: "结论", en: "Conclusion")
    static let words = Message(zh: "核实的情况", en: "What was found out")
    static let wordsHint = Message(
        zh: "只有看得到这条预警的人能看，不进公开日志；不要写身份证号和电话。",
        en: "Read by those who may see the flag, never told by the log; no identity numbers, no telephone numbers.")
    static let paper = Message(zh: "凭据", en: "Paper")
    static let paperHint = Message(zh: "说明情况、已整改必须有；移送可以不附。", en: "Needed unless it is sent on.")
    static let until = Message(zh: "有效到", en: "Holds until")
    static let untilHint = Message(
        zh: "过了这一天重新列为待答复；移送的必须填，到那天再问结果。",
        en: "After this day the flag is open again. Needed for what is sent on: the day you ask again.")
    static let desk = Message(zh: "答复席位", en: "Desk")
    static let second = Message(zh: "复核席位", en: "Looked at by")
    static let answeredOn = Message(zh: "答复日期", en: "Answered on")
    static let before = Message(zh: "已有的答复", en: "The answer so far")
    static let stands = Message(zh: "为什么仍待答复", en: "Why it is open")
    static let destroyed = Message(zh: "文字已销毁", en: "destroyed")
    static let look = Message(zh: "查看", en: "Look")
    static let none = Message(zh: "未答复", en: "None yet")

    static func answered(_ count: String) -> Message { Message(zh: "已答复 \(count) 条", en: "\(count) answered") }

    static func reopened(_ reason: FlagReopening) -> Message {
        switch reason {
        case .factsChanged: Message(zh: "答复后情况有变", en: "Changed since the answer")
        case .overdue: Message(zh: "答复已过期", en: "The answer ran out")
        case .waiting: Message(zh: "等第二个人复核", en: "Waits for a second person")
        }
    }
}

extension FlagReply {
    var label: Message {
        switch self {
        case .explained: Message(zh: "已说明，没有问题", en: "Explained")
        case .sentOn: Message(zh: "移送纪检监察", en: "Sent on to discipline inspection")
        case .mended: Message(zh: "已整改", en: "Mended")
        }
    }
}
