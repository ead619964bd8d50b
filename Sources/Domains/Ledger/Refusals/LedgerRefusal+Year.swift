import Kernel
import Web

/// Refusals of closing a month and of the year end.
extension LedgerRefusal {
    package static let moneyBelowZero = Self(
        4070, field: "month",
        zh: "科目“{1}”月末余额为 {2}，现金和存款不能是负数。",
        en: "“{1}” stands at {2}; cash and deposits are never below zero.",
        next: Message(
            zh: "请核对收付凭证，更正后再结账。",
            en: "Check the receipts and payments, and correct them first."),
        basis: LedgerText.software24,
        example: ["101", Money(fen: -100)])

    package static let notReconciled = Self(
        4071, field: "month",
        zh: "银行账户科目“{1}”{2} 月份还没有对账。",
        en: "Bank account “{1}” is not reconciled for {2}.",
        next: Message(
            zh: "请录入月末对账单余额并对账。",
            en: "Enter the statement of the end of the month."),
        basis: LedgerText.software24,
        example: ["102", "2026-03"])

    package static let notDepreciated = Self(
        4072, field: "month",
        zh: "{1} 月份还有 {2} 项资产没有计提折旧。",
        en: "{2} assets have no depreciation booked for {1}.",
        next: Message(
            zh: "请先计提折旧。",
            en: "Book the depreciation first."),
        basis: LedgerText.software24,
        example: ["2026-03", 2])

    package static let notNil = Self(
        4073, field: "month",
        zh: "科目“{1}”还有余额 {2}，结转前应为零。",
        en: "“{1}” still stands at {2} and has to be nil.",
        next: Message(
            zh: "请先处理该科目，或办理年终结转。",
            en: "Settle the account first, or run the year-end transfer."),
        basis: LedgerText.system,
        example: ["181", Money(fen: 100)])

    package static let booksDamaged = Self(
        4074, field: "month",
        zh: "{1} 月份凭证断号或账簿不平，不能结账。",
        en: "Numbers of {1} have a gap, or the books do not balance.",
        next: Message(
            zh: "请通知系统管理员核验日志。",
            en: "Have the log verified."),
        basis: LedgerText.software24,
        example: ["2026-03"])

    package static let yearTransferred = Self(
        4075, .conflict, field: "year",
        zh: "{1} 年的收支已经结转，不能重复结转。",
        en: "The result of {1} is transferred already.",
        next: Message(
            zh: "确需重做的，由有权人员先撤销年结。",
            en: "To do it again, have the year end undone first."),
        basis: LedgerText.system,
        example: [2026])

    package static let nothingToTransfer = Self(
        4076, field: "year",
        zh: "{1} 年没有需要结转的收支。",
        en: "Nothing of {1} is left to transfer.",
        next: Message(
            zh: "无需操作。",
            en: "Nothing needs to be done."),
        basis: LedgerText.system,
        example: [2026])

    package static let yearNotTransferred = Self(
        4077, field: "year",
        zh: "{1} 年的收支还没有结转到未分配收益。",
        en: "The result of {1} is not transferred yet.",
        next: Message(
            zh: "请先办理年终结转。",
            en: "Run the year-end transfer first."),
        basis: LedgerText.financial28,
        example: [2026])

    package static let yearDistributed = Self(
        4078, .conflict, field: "year",
        zh: "{1} 年的收益已经分配。",
        en: "The result of {1} is distributed already.",
        next: Message(
            zh: "确需重做的，由有权人员先撤销年结。",
            en: "To do it again, have it undone first."),
        basis: LedgerText.financial28,
        example: [2026])

    package static let notMemberAccount = Self(
        4079, .badInput, field: "account",
        zh: "向成员分配只能记入 113 内部往来及其明细，“{1}”不是。",
        en: "Members get their share on 113; “{1}” is not below it.",
        next: Message(
            zh: "请选用 113 的明细科目。",
            en: "Choose an account below 113."),
        basis: LedgerText.system,
        example: ["211"])

    package static let lossFirst = Self(
        4080, field: "fundFen",
        zh: "还有以前年度亏损 {1} 未弥补，不能分配。",
        en: "A loss of {1} of earlier years comes first; nothing is distributed.",
        next: Message(
            zh: "请先用公积公益金弥补，或结转以后年度。",
            en: "Cover it from the fund, or carry it on."),
        basis: LedgerText.financial28,
        example: [Money(fen: 100)])

    package static let overDistributed = Self(
        4081, field: "fundFen",
        zh: "分配 {1} 超过可分配的 {2}。",
        en: "{1} is more than the {2} that can be distributed.",
        next: Message(
            zh: "请减少提取或分配金额。",
            en: "Lower the fund or the shares."),
        basis: LedgerText.financial28,
        example: [Money(fen: 200), Money(fen: 100)])

    package static let nothingToUndo = Self(
        4082, field: "year",
        zh: "{1} 年没有可以撤销的年结步骤。",
        en: "No step of the year end of {1} can be undone.",
        next: Message(
            zh: "十二月已结账的，请先反结账。",
            en: "Where December is closed, have it reopened first."),
        basis: LedgerText.software24,
        example: [2026])
}
