package import Kernel

// Where money that came in was entered.
extension ArrivalKind {
    package var label: Message {
        switch self {
        case .deposit: Message(zh: "保证金", en: "a deposit")
        case .firstPayment: Message(zh: "发证前到账的合同价款", en: "a payment before the certificate")
        case .instalment: Message(zh: "合同价款", en: "an instalment of a contract")
        case .bill: Message(zh: "新增资源收费", en: "the payment of a bill for found land")
        case .claim: Message(zh: "收回的欠款", en: "a debt that was paid")
        case .repayment: Message(zh: "退回的补贴", en: "a subsidy that came back")
        }
    }
}

extension KnownArrival {
    /// “a deposit, on 2019-03-11”; of whom it does not say.
    package var words: Message {
        Message(zh: "\(arrival.kind.label.zh)（\(day)登记）", en: "\(arrival.kind.label.en), on \(day)")
    }
}
