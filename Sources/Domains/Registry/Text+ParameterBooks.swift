import Kernel

extension ParameterKey {
    /// The figures of what is checked before the books take it; nil for all others.
    var booksName: Message? {
        switch self {
        case .booksResolutionAmount:
            Message(
                zh: "付款须有成员（代表）大会决议的金额（0 为不要求）",
                en: "Payments: amount from which the members' resolution is named (0: none)")
        case .booksFilingAmount:
            Message(
                zh: "付款须向乡镇备案的金额（0 为不要求）", en: "Payments: amount from which the township's filing is named (0: none)")
        case .booksPaperReason:
            Message(zh: "无附件的手工凭证须写原因（1 为须写）", en: "Vouchers by hand without papers say why (1: yes)")
        default: nil
        }
    }
}
