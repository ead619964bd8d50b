import Kernel

extension ExchangeText {
    static func priority(_ rule: PriorityRule) -> Message {
        switch rule {
        case .none: Message(zh: "没有人优先", en: "Nobody")
        case .members: Message(zh: "本集体经济组织成员", en: "Members of the collective")
        case .sittingLessee: Message(zh: "现承租方", en: "The sitting lessee")
        }
    }

    /// What a price is held against, within a sentence.
    static func jump(_ what: PriceJump.Against) -> Message {
        switch what {
        case .last: Message(zh: "上一个价", en: "last price")
        case .start: Message(zh: "起始价", en: "start price")
        case .guide: Message(zh: "指导价", en: "guide price")
        }
    }

    static let isMeant = Message(zh: "没有写错，就是这个数", en: "Yes, this amount is meant")
}
