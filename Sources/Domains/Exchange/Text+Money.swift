import Kernel

/// The words of the page of overdue money, and of what follows a breach.
enum MoneyText {
    static let title = Message(zh: "逾期与待决款项", en: "Overdue money")
    static let question = Message(zh: "哪些款项该办还没有办？", en: "Which money should have moved and has not?")
    static let none = Message(zh: "没有逾期或待决的款项", en: "Nothing is overdue or waits for a decision")
    static let kind = Message(zh: "事项", en: "Matter")
    static let since = Message(zh: "起算", en: "Since")
    static let due = Message(zh: "应办时限", en: "Due by")
    static let note = Message(
        zh: "时限按县级参数和工作日计算；参数及其依据见参数页。",
        en: "Clocks run in working days by the county's figures, which stand with their sources on the page of figures."
    )
    static func found(_ count: String) -> Message {
        Message(zh: "\(count) 笔款项逾期或待决", en: "\(count.of("sum")) overdue or waiting for a decision")
    }

    static func kind(_ kind: OpenMoney.Kind) -> Message {
        switch kind {
        case .refund: Message(zh: "保证金逾期未退", en: "Refund overdue")
        case .conversion: Message(zh: "成交保证金逾期未转价款", en: "Deposit not yet turned into price")
        case .reply: Message(zh: "没收：等待答辩", en: "Forfeiture: the bidder may reply")
        case .approval: Message(zh: "没收：等待第二人审批", en: "Forfeiture: waits for the second person")
        }
    }

    static let nextSteps = Message(zh: "违约后可以怎么办", en: "What may follow the breach")
    static func offerNext(_ paddle: Int64, _ price: String) -> Message {
        Message(
            zh: "按排名转给 \(paddle) 号竞买人，价格为其本人报价 \(price)，重新公示结果。",
            en:
                "Offer it to bidder \(paddle), next in rank, at that bidder's own \(price); the result is published anew."
        )
    }
    static let nobodyNext = Message(zh: "没有排名在后的有效报价，不能顺延。", en: "Nobody else bid: it cannot be passed on.")
    static func relist(_ left: Int64, _ cycles: Int64) -> Message {
        Message(
            zh: left > 0 ? "重新挂牌：还可 \(left) 次（共 \(cycles) 次）。" : "重新挂牌次数（\(cycles) 次）已用完。",
            en: left > 0 ? "List it again: \(left) of \(cycles.of("time")) left." : "No relisting is left of \(cycles)."
        )
    }
    static let deposit = Message(
        zh: "违约保证金：提出没收须列明情形和决定文件，竞买人可以答辩，期满由第二人审批。",
        en:
            "The deposit: a forfeiture names a listed cause and its document; the bidder may reply, then a second person decides."
    )
}
