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
        case .booksYearChecks:
            Message(zh: "收益分配前须登记清查核对（1 为须登记）", en: "Checks are recorded before a distribution (1: yes)")
        case .booksPaperReason:
            Message(zh: "无附件的手工凭证须写原因（1 为须写）", en: "Vouchers by hand without papers say why (1: yes)")
        default: warningName
        }
    }

    /// The figures of the rules of supervision.
    private var warningName: Message? {
        switch self {
        case .warningPayment: Message(zh: "预警：单笔付出的限额", en: "Warning: most of a single payment")
        case .warningSplitDays: Message(zh: "预警：拆分付款合计的天数", en: "Warning: days over which split payments are added up")
        case .warningCash: Message(zh: "预警：库存现金限额", en: "Warning: most cash")
        case .warningContractAmount:
            Message(zh: "预警：工程付款须有合同的金额", en: "Warning: payments for works that need a contract")
        case .warningRentDays: Message(zh: "预警：租金逾期天数", en: "Warning: days rent is overdue")
        case .warningExpiryDays: Message(zh: "预警：合同到期前的天数", en: "Warning: days before a contract ends")
        case .warningIdleDays: Message(zh: "预警：资产闲置天数", en: "Warning: days an asset is idle")
        case .warningWinner: Message(zh: "预警：同一受让方两年内的成交份数", en: "Warning: contracts of one party in two years")
        case .warningMonthDays: Message(zh: "预警：上月结账的日子", en: "Warning: day by which a month is closed")
        case .warningBankDays: Message(zh: "预警：银行对账的日子", en: "Warning: day by which a bank account is reconciled")
        case .warningDisclosureDays: Message(zh: "预警：财务公开的日子", en: "Warning: day by which money is shown")
        case .warningWrongSide: Message(zh: "预警：反方向余额的限额", en: "Warning: most on the wrong side of an account")
        case .warningDebt: Message(zh: "预警：举债警戒线", en: "Warning: line of debt")
        case .warningAdvanceDays: Message(zh: "预警：借支未还的天数", en: "Warning: days an advance is out")
        case .warningGrantDays: Message(zh: "预警：专项资金闲置天数", en: "Warning: days a grant is idle")
        case .warningReversals: Message(zh: "预警：一年红冲张数", en: "Warning: vouchers reversed in a year")
        case .warningNightHour: Message(zh: "预警：夜间记账起始钟点", en: "Warning: hour from which posting is at night")
        default: nil
        }
    }
}
