import Kernel
import Web

/// Words of the page of checks.
enum CheckText {
    static let title = Message(zh: "审核规则", en: "Checks before posting")
    static let hint = Message(zh: "每道手续审核什么、从哪天起、依据什么", en: "What each procedure checks, from which day, on what basis")
    static let question = Message(zh: "入账前系统审核什么？", en: "What is checked before the books take something?")
    static func answer(_ on: Int, _ all: Int) -> Message {
        Message(zh: "可以开关的 \(all) 项，启用 \(on) 项", en: "\(on) of \(all) that can be switched are on")
    }
    static let note = Message(
        zh: "由县、乡按地方和日期设定，改动记入日志；借贷平衡、三人分办、发票不重复入账等法定审核不能关。",
        en:
            "Fixed by county or township from a day on, each change in the log; equal sides, three hands and the single use of an invoice cannot be switched off."
    )
    static let procedure = Message(zh: "手续", en: "Procedure")
    static let check = Message(zh: "审核内容", en: "Check")
    static let figure = Message(zh: "起点金额", en: "From")
    static let since = Message(zh: "起用日", en: "Since")
    static let basis = Message(zh: "依据", en: "Basis")
    static let on = Message(zh: "启用", en: "On")
    static let off = Message(zh: "未启用", en: "Off")
    static func basis(_ check: BookCheck) -> LegalBasis {
        switch check {
        case .papers: LedgerText.order98Article51Originals
        case .budget: LedgerText.finance8
        case .resolution, .filing: LedgerText.finance7
        case .reviewStep, .countyStep, .worksReview, .officeReview: LedgerText.finance16
        case .yearChecks: LedgerText.finance29
        }
    }
    static func procedure(_ procedure: BookCheck.Procedure) -> Message {
        switch procedure {
        case .posting: Message(zh: "制单记账", en: "Posting")
        case .payment: Message(zh: "付款", en: "Payment")
        case .claim: Message(zh: "报账审批", en: "Claim")
        case .distribution: Message(zh: "收益分配", en: "Distribution")
        }
    }
}
