import Kernel
import Web

/// Refusals of budgets; numbers 4660–4669.
extension LedgerRefusal {
    package static let budgetAdopted = Self(
        4660, .conflict, field: "year",
        zh: "{1} 年的预算已于 {2} 录入。",
        en: "The budget of {1} was entered on {2}.",
        next: Message(zh: "要改的请按新的决议逐项调整。", en: "Change its lines by a resolution of their own."),
        basis: LedgerText.finance8,
        example: ["2026", "2026-01-10"])

    package static let noBudget = Self(
        4661, .conflict, field: "year",
        zh: "{1} 年还没有预算，无从调整。",
        en: "There is no budget of {1} to be changed.",
        next: Message(zh: "请先录入成员（代表）大会通过的年度预算。", en: "Enter the budget that the members adopted first."),
        basis: LedgerText.finance8,
        example: ["2026"])

    package static let noBudgetResolution = Self(
        4662, field: "resolution",
        zh: "“{1}”不是本组织关于预算的决议。",
        en: "“{1}” is no resolution of this organisation about a budget.",
        next: Message(
            zh: "预算和调整由成员（代表）大会决定：请先登记事项为“预算”的决议。",
            en: "The members decide budgets and their changes: record the resolution on the budget first."),
        basis: LedgerText.finance8,
        example: ["resolution-000001"])

    package static let resolutionOfOtherYear = Self(
        4663, .conflict, field: "resolution",
        zh: "这项决议已用于 {1} 年的预算。",
        en: "The resolution has already decided the budget of {1}.",
        next: Message(
            zh: "每年的预算各有决议，请选这一年的。", en: "Each year's budget has resolutions of its own: choose one of this year."),
        basis: LedgerText.finance8,
        example: ["2025"])

    package static let budgetEmpty = Self(
        4664, field: "lines",
        zh: "预算没有一个项目。",
        en: "The budget has no line.",
        next: Message(zh: "请至少填一个科目和金额。", en: "Fill in at least one account with its amount."),
        basis: LedgerText.finance8)

    package static let notBudgetAccount = Self(
        4665, field: "account",
        zh: "科目 {1} 不能列入预算。",
        en: "Account {1} cannot be planned in a budget.",
        next: Message(
            zh: "预算列收入、支出、成本和固定资产、在建工程（15 开头）科目。",
            en: "A budget names income, expense, cost, and what is built or bought (accounts of 15)."),
        basis: LedgerText.finance8,
        example: ["102"])

    package static let budgetOverlaps = Self(
        4666, .conflict, field: "account",
        zh: "科目 {1} 与预算中的 {2} 重叠，同一笔钱会算两次。",
        en: "Account {1} overlaps with {2} of the budget: the same money would count twice.",
        next: Message(zh: "上级科目和它的明细只列一个。", en: "Plan either an account or those below it."),
        basis: LedgerText.finance8,
        example: ["51301", "513"])

    package static let budgetUnchanged = Self(
        4667, .conflict, field: "amountFen",
        zh: "科目 {1} 的预算本来就是 {2}。",
        en: "The plan of account {1} is {2} already.",
        next: Message(zh: "请填调整后的全额。", en: "Fill in the whole amount after the change."),
        basis: LedgerText.finance8,
        example: ["513", Money.zero])

    package static let overBudget = Self(
        4668, .conflict, field: "lines",
        zh: "科目 {1} 的预算是 {2}，记这一笔后用到 {3}；本县规定超预算不予受理。",
        en:
            "Account {1} has a budget of {2}; with this voucher {3} would be used, and the county refuses what is beyond.",
        next: Message(zh: "请先经决议调整预算。", en: "Have the budget amended by a resolution first."),
        basis: LedgerText.finance8,
        example: ["513", Money.zero, Money.zero])
}
