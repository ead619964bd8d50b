import Kernel

/// What somebody says of pay and way before she is offered work.
enum ConditionText {
    static let state = Message(zh: "说明要求", en: "Say for what pay and how far")
    static let reserve = Message(zh: "一天最低要多少钱（可不填）", en: "Least pay for a day (may be left out)")
    static let reserveHint = Message(
        zh: "低于这个数的活不派给您；计件的活不比较", en: "Work below it is not offered; work by the piece is not compared")
    static let reach = Message(zh: "愿意去多远", en: "How far")
    static let note = Message(zh: "这些只用来派活，不公开。", en: "Used for offering work, and shown to nobody.")
}

extension WorkReach {
    var label: Message {
        switch self {
        case .village: Message(zh: "只在本村", en: "in my village")
        case .township: Message(zh: "本乡镇以内", en: "in my township")
        case .anywhere: Message(zh: "哪里都可以", en: "anywhere")
        }
    }
}
