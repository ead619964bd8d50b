import Kernel
import Web

/// Words of expense claims.
extension LedgerText {
    static let submitClaim = Message(zh: "报账", en: "Hand in a claim")
    static let approveClaim = Message(zh: "审批报账单", en: "Approve a claim")
    static let returnClaim = Message(zh: "退回报账单", en: "Give back a claim")
    static let payClaims = Message(zh: "付款", en: "Pay claims")
    static let bookClaim = Message(zh: "报账单入账", en: "Book a claim")
}

extension ClaimStep {
    /// The step as its desk is called.
    var label: Message {
        switch self {
        case .check: Message(zh: "会计审核单据", en: "check of the papers")
        case .review: Message(zh: "乡镇复核", en: "review of the township")
        case .county: Message(zh: "县级审批", en: "approval of the county")
        }
    }
}

/// Words of the pages of claims.
enum ClaimText {
    static let claims = Message(zh: "报账单", en: "Claims")
    static let claim = Message(zh: "一张报账单", en: "One claim")
    static let hint = Message(zh: "拍照报账、审批、付款、入账", en: "Claimed with a photo, approved, paid, booked")
    static let which = Message(zh: "哪些报账单在等谁？", en: "Which claims wait for whom?")
    static func answer(_ waiting: Int, _ amount: String) -> Message {
        Message(zh: "在办 \(waiting) 张，\(amount)", en: "\(waiting) under way, \(amount)")
    }
    static let none = Message(zh: "还没有报账单。", en: "There are no claims.")
    static let matter = Message(zh: "事由", en: "For")
    static let payee = Message(zh: "收款人", en: "Payee")
    static let payeeHint = Message(zh: "登记簿中的户或单位", en: "A household or unit of the register")
    static let invoice = Message(zh: "发票号码", en: "Invoice")
    static let invoiceHint = Message(
        zh: "数电票先由会计导入；全县一张发票只报一次。没有数电票的不选。",
        en:
            "The accountant imports e-invoices first; an invoice counts once in the whole county. Left empty where there is none."
    )
    static let photo = Message(zh: "发票或单据照片", en: "Photo of the invoice or slip")
    static let dayOfPaper = Message(zh: "单据日期", en: "Day of the paper")
    static let howMuch = Message(zh: "要付谁多少钱，为什么？", en: "Who is to be paid, how much, what for?")
    static let ladderNote = Message(
        zh: "审批级次按支出类别和金额由县里的参数决定；提交、审批、付款、入账各由不同的人办。",
        en:
            "The steps depend on kind and amount, by figures of the county; claiming, approving, paying and booking are each another person's."
    )
    static let course = Message(zh: "办到哪一步", en: "How far it is")
    static let hands = Message(zh: "经手", en: "Hands")
    static let hand = Message(zh: "岗位", en: "Desk")
    static let act = Message(zh: "办理", en: "Act")
    static let proposed = Message(zh: "待审凭证", en: "Voucher on its way")
    static let payment = Message(zh: "付款批次", en: "Payment")
    static let bankFile = Message(zh: "给银行的付款文件（CSV）", en: "Payment file for the bank (CSV)")
    static let submitted = Message(zh: "已提交", en: "Handed in")
    static let line = Message(zh: "银行流水", en: "Line of the bank")
    static let noLine = Message(
        zh: "银行流水里还没有这笔金额的付出：先导入对账单。", en: "The bank shows no such payment yet: import its statement first.")
    static let expense = Message(zh: "列支科目", en: "Account of the expense")
    static let bankAccount = Message(zh: "付款账户", en: "Paid from")
    static let isItPaid = Message(zh: "银行付了吗？", en: "Has the bank paid?")
    static let proposes = Message(
        zh: "对上流水后自动填制凭证，由另一人审核、第三人记账。", en: "The voucher is drafted; another person reviews it and a third posts it.")
    static let whichToPay = Message(zh: "这次付哪几张？", en: "Which are paid now?")
    static func claimChoice(_ number: Int) -> Message { Message(zh: "报账单 \(number)", en: "Claim \(number)") }
    static let noneApproved = Message(zh: "没有审批完、等付款的报账单。", en: "No approved claim waits to be paid.")
    static let isItRight = Message(zh: "单据对吗，该付吗？", en: "Is the paper right, and is it to be paid?")
    static let whyBack = Message(zh: "为什么退回？", en: "Why does it go back?")

    static func state(_ state: ClaimState) -> Message {
        switch state {
        case .submitted: Message(zh: "审批中", en: "Being approved")
        case .returned: Message(zh: "已退回", en: "Given back")
        case .approved: Message(zh: "待付款", en: "To be paid")
        case .sent: Message(zh: "付款中", en: "With the bank")
        case .paid: Message(zh: "已付，凭证已填", en: "Paid, voucher drafted")
        }
    }
    static func act(_ act: ClaimAct) -> Message {
        switch act {
        case .submit: Message(zh: "提交", en: "Handed in")
        case .check: ClaimStep.check.label
        case .review: ClaimStep.review.label
        case .county: ClaimStep.county.label
        case .giveBack: Message(zh: "退回", en: "Given back")
        case .pay: Message(zh: "付款", en: "Paid")
        case .book: Message(zh: "入账", en: "Booked")
        }
    }
    /// What the numbers in the file for the bank are of.
    static let document = Message(zh: "报账单号", en: "Claim")
}
