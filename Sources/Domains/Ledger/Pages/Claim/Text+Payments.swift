import Kernel
import Web

/// Words of payees' accounts, of payments that came back, and of the people of the books.
extension LedgerText {
    static let registerPayeeAccount = Message(zh: "登记收款账号", en: "Enter a payee's account")
    static let forgetPayee = Message(zh: "删除收款账号", en: "Forget a payee's account")
    static let sendBackPayment = Message(zh: "登记银行退回", en: "Enter a payment sent back")
    static let redraftClaim = Message(zh: "重新填制凭证", en: "Draft the voucher again")
    static let nameBookPeople = Message(zh: "登记会计主管和出纳", en: "Name chief accountant and cashier")

    static let finance16 = LegalBasis(
        Message(
            zh: "《农村集体经济组织财务制度》（财农〔2021〕121号）第十六条（资金不得公款私存，不得白条抵库）",
            en: "Financial system of rural collectives (Cainong 2021 no. 121), art. 16 (no money in private hands)"),
        source: "domain notes books 2.1, S-121")
    static let order98Signers = LegalBasis(
        Message(
            zh: "《会计基础工作规范》（财政部令第98号）第五十一条第一项（凭证上的签名）",
            en: "Basic norms of accounting (Order 98), art. 51(1) (signatures on vouchers)"),
        source: "domain notes books 2.3, S-98")
}

extension SpendingKind {
    var label: Message {
        switch self {
        case .production: Message(zh: "生产经营", en: "Production")
        case .office: Message(zh: "办公和其他非生产", en: "Office and other")
        case .works: Message(zh: "工程建设", en: "Works")
        }
    }
}

enum PaymentText {
    static let kind = Message(zh: "支出类别", en: "Kind of spending")
    static let account = Message(zh: "收款账号", en: "Account of the payee")
    static let noAccount = Message(zh: "还没有登记", en: "None yet")
    static let whichAccount = Message(zh: "钱付到哪个账号？", en: "To which account is the money paid?")
    static let accountNote = Message(
        zh: "账号加密保存，只写进给银行的付款文件；页面只显示后四位。登记一次，以后都用它。",
        en:
            "The number is kept sealed and stands in the file for the bank only; pages show its last four signs. Entered once, it serves for all claims."
    )
    static let bank = Message(zh: "开户银行", en: "Bank")
    static let bankHint = Message(zh: "写到网点，例如“东坡镇信用社”", en: "With its branch")
    static let number = Message(zh: "账号", en: "Account number")
    static let isItBack = Message(zh: "银行退回了吗？", en: "Has the bank sent it back?")
    static let backLine = Message(zh: "退回的流水", en: "Line by which it came back")
    static let noBackLine = Message(
        zh: "银行流水里没有这笔金额的收入：先导入对账单。", en: "The bank shows no such money coming in: import its statement first.")
    static let whyBack = Message(zh: "银行写的退回原因", en: "Reason the bank gives")
    static let backNote = Message(
        zh: "报账单回到报账员，改好账号后重新提交、重新审批。",
        en: "The claim goes back to the clerk, who mends the account and hands it in again; approvals count anew.")
    static let draftAgain = Message(zh: "照撤回的草稿再填一张？", en: "Draft it once more as it was?")
    static let maybeBack = Message(zh: "可能是退回的付款", en: "Perhaps a payment sent back")

    static let people = Message(zh: "会计主管和出纳", en: "Chief accountant and cashier")
    static let peopleHint = Message(zh: "凭证、账簿、报表上签名的人", en: "Who signs vouchers, books and statements")
    static let whoSigns = Message(zh: "谁是会计主管，谁管现金？", en: "Who is chief accountant, who keeps the cash?")
    static let chief = Message(zh: "会计主管", en: "Chief accountant")
    static let cashier = Message(zh: "出纳", en: "Cashier")
    static let from = Message(zh: "从哪天起", en: "From")
    static let nobody = Message(zh: "还没有登记，打印件上留空由人签。", en: "Nobody is named; prints leave the place to the hand.")
    static func they(_ chief: String, _ cashier: String) -> Message {
        Message(zh: "会计主管 \(chief)，出纳 \(cashier)", en: "\(chief) is chief accountant, \(cashier) cashier")
    }
}
