import Kernel
import Web

/// Words of the budget.
extension LedgerText {
    static let adoptBudget = Message(zh: "录入年度预算", en: "Enter the year's budget")
    static let amendBudget = Message(zh: "调整预算", en: "Amend the budget")
    static let finance8 = LegalBasis(
        Message(
            zh: "《农村集体经济组织财务制度》（财农〔2021〕121号）第八条（年度财务计划由成员大会决定）",
            en:
                "Financial system of rural collectives (Cainong 2021 no. 121), art. 8 (the assembly decides the yearly plan)"
        ),
        source: "domain notes books 2.1, S-121")
}

/// Words of the budget's pages.
enum BudgetText {
    static let budget = Message(zh: "年度预算", en: "Budget")
    static let hint = Message(zh: "计划多少、用了多少、还剩多少", en: "Planned, used, left")
    static func which(_ year: AccountingYear) -> Message {
        Message(zh: "\(year) 年的预算用得怎么样？", en: "How far is the budget of \(year) used?")
    }
    static func answer(spent: String, of planned: String) -> Message {
        Message(zh: "计划支出 \(planned)，已用 \(spent)", en: "\(spent) spent of \(planned) planned")
    }
    static func note(_ day: String, _ resolution: String) -> Message {
        Message(
            zh: "\(day) 按决议 \(resolution) 录入；数字来自已记账的凭证，年终结转不计。",
            en:
                "Entered on \(day) by resolution \(resolution); figures are of posted vouchers, without the year-end transfer."
        )
    }
    static func none(_ year: AccountingYear) -> Message {
        Message(zh: "\(year) 年还没有录入预算", en: "No budget of \(year) is entered")
    }
    static let noneHint = Message(
        zh: "年度收支预算由成员（代表）大会通过，年初录入。",
        en: "The members adopt the plan of income and spending; it is entered as the year begins.")
    static let chart = Message(zh: "已用占预算的份额", en: "Used, as a share of the plan")
    static func bar(_ used: String, _ planned: String, _ share: String) -> String { "\(used) / \(planned) · \(share)" }
    static let adopted = Message(zh: "年初预算", en: "As adopted")
    static let planned = Message(zh: "现行预算", en: "As it stands")
    static let used = Message(zh: "实际", en: "Used")
    static let share = Message(zh: "完成率", en: "Share")
    static let left = Message(zh: "剩余", en: "Left")
    static let over = Message(zh: "超预算", en: "Over")
    static let within = Message(zh: "预算内", en: "Within")
    static let changes = Message(zh: "调整记录", en: "Amendments")
    static let before = Message(zh: "调整前", en: "Before")
    static let after = Message(zh: "调整后", en: "After")
    static let reason = Message(zh: "理由", en: "Reason")
    static let recordResolution = Message(zh: "登记决议", en: "Record the resolution")
    static let whoDecides = Message(
        zh: "预算由成员（代表）大会通过；先由村报账员登记事项为“预算”的决议。",
        en: "The members adopt the budget; the village clerk records the resolution on it first.")
    static let resolution = Message(zh: "决议", en: "Resolution")
    static let resolutionHint = Message(zh: "只列事项为“预算”的决议", en: "Resolutions about the budget only")
    static let noResolution = Message(
        zh: "还没有关于预算的决议，请先登记。", en: "There is no resolution about the budget yet: record it first.")
    static let whatPlanned = Message(zh: "成员大会定了哪些收支？", en: "What did the members plan?")
    static let plannedNote = Message(
        zh: "一年只录一次；以后的变动用“调整预算”，各凭决议。空行不算。",
        en: "Entered once a year; later changes are amendments, each by its resolution. Empty rows do not count.")
    static let whatChanges = Message(zh: "哪一项改成多少？", en: "Which line becomes how much?")
    static let newAmount = Message(zh: "调整后的全额", en: "The whole amount from now on")
    static let lastYear = Message(zh: "上年实际", en: "Last year")
    static let thisYear = Message(zh: "本年计划（元）", en: "This year (yuan)")
    static func isOver(_ account: String, _ used: String, _ planned: String) -> Message {
        Message(zh: "\(account)：预算 \(planned)，用到 \(used)", en: "\(account): \(used) of \(planned)")
    }
    static let warning = Message(zh: "超出预算", en: "Beyond the budget")
    static let warningNext = Message(
        zh: "先经成员（代表）大会决议调整预算，再继续支出。", en: "Have the members amend the budget before more is spent.")
    static let ofYear = Message(zh: "某年的预算", en: "The budget of a year")
    static let noChanges = Message(zh: "没有调整过。", en: "Never amended.")
    static let json = Message(zh: "年度预算及执行（JSON）", en: "The budget and its use (JSON)")
}
