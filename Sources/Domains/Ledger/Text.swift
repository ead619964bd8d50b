import Kernel
import Registry
import Web

enum LedgerText {
    static let title = Message(zh: "账务", en: "Ledger")

    static let system = LegalBasis(
        Message(zh: "《农村集体经济组织会计制度》（财会〔2023〕14号）附1", en: "Accounting system of 2023 (Caikuai 2023 no. 14), annex 1"),
        source: "domain notes 3.1, S18")
    static let accountingLaw11 = LegalBasis(
        Message(zh: "《会计法》第十一条（会计年度与会计期间）", en: "Accounting Law, art. 11 (accounting periods)"),
        source: "domain notes 3.3, S1")
    static let accountingLaw13 = LegalBasis(
        Message(zh: "《会计法》第十三条（凭证、账簿须符合国家统一的会计制度）", en: "Accounting Law, art. 13 (vouchers and books)"),
        source: "domain notes 3.3, S1")
    static let accountingLaw15 = LegalBasis(
        Message(zh: "《会计法》第十五条（账簿依经审核的凭证登记）", en: "Accounting Law, art. 15 (reviewed vouchers)"),
        source: "domain notes 3.3, S1")

    static let order98Article51 = LegalBasis(
        Message(
            zh: "《会计基础工作规范》（财政部令第98号）第五十一条第五项（凭证更正）",
            en: "Basic norms of accounting (Order 98), art. 51(5) (corrections)"),
        source: "domain notes books 2.3, S-98")
    static let order98Article51Originals = LegalBasis(
        Message(
            zh: "《会计基础工作规范》（财政部令第98号）第五十一条第四项（除结账和更正外须附原始凭证）",
            en: "Basic norms of accounting (Order 98), art. 51(4) (originals but for closing and correction)"),
        source: "domain notes books 2.3, S-98")
    static let finance7 = LegalBasis(
        Message(
            zh: "《农村集体经济组织财务制度》（财农〔2021〕121号）第七条（重大财务事项四议两公开、乡镇审核备案）",
            en: "Cainong 2021 no. 121, art. 7 (large matters are decided by the members and filed)"),
        source: "domain notes books 2.1, S-121")
    static let finance15 = LegalBasis(
        Message(
            zh: "《农村集体经济组织财务制度》（财农〔2021〕121号）第十五条（不得举债兴办公益事业）",
            en: "Financial system of rural collectives (Cainong 2021 no. 121), art. 15 (no loans for public works)"),
        source: "domain notes books 2.1, S-121")
    static let software21 = LegalBasis(
        Message(
            zh: "《会计软件基本功能和服务规范》（财会〔2024〕12号）第二十一条第二项（电子凭证不得重复入账）",
            en: "Caikuai 2024 no. 12, art. 21(2) (an electronic voucher is booked once)"),
        source: "domain notes books 3.2, S-12")
    static let software24 = LegalBasis(
        Message(
            zh: "《会计软件基本功能和服务规范》（财会〔2024〕12号）第二十四条（结账前检查）",
            en: "Caikuai 2024 no. 12, art. 24 (checks before closing)"),
        source: "domain notes books 3.1, S-12")

    static let financial28 = LegalBasis(
        Message(
            zh: "《农村集体经济组织财务制度》（财农〔2021〕121号）第二十八条（收益分配顺序）",
            en: "Financial system (Cainong 2021 no. 121), art. 28 (order of distribution)"),
        source: "domain notes books 2.1, S-121")

    static let transition = LegalBasis(
        Message(
            zh: "《农村集体经济组织新旧会计制度衔接》（财会〔2023〕20号）",
            en: "Transition between the accounting systems (Caikuai 2023 no. 20)"),
        source: "domain notes books 1.9, S-20")

    // Commands.
    static let openBooks = Message(zh: "建账", en: "Open the books")
    static let addSubAccount = Message(zh: "增设明细科目", en: "Add a sub-account")
    static let bookHaulage = Message(zh: "记垃圾清运费", en: "Book waste haulage")
    static let bookWages = Message(zh: "记零工劳务费", en: "Book casual labour")
    static let postVoucher = Message(zh: "记账凭证", en: "Post a voucher")
    static let reverseVoucher = Message(zh: "红字冲销", en: "Reverse a voucher")
    static let correctVoucher = Message(zh: "更正凭证", en: "Correct a voucher")
    static let draftVoucher = Message(zh: "制单", en: "Make a voucher")
    static let reviewDraft = Message(zh: "审核凭证", en: "Review a voucher")
    static let returnDraft = Message(zh: "退回凭证", en: "Return a voucher")
    static let withdrawDraft = Message(zh: "撤回凭证", en: "Withdraw a draft")
    static let postDraft = Message(zh: "记账", en: "Post a reviewed voucher")
    static let confirmVouchers = Message(zh: "复核凭证", en: "Confirm vouchers")
    static let recordStatementLine = Message(zh: "登记银行对账单", en: "Record a line of the bank's statement")
    static let registerInvoice = Message(zh: "登记发票", en: "Register an invoice")
    static let useInvoice = Message(zh: "用发票入账", en: "Book an invoice")
    static let closeMonth = Message(zh: "月结", en: "Close a month")
    static let reopenMonth = Message(zh: "反结账", en: "Reopen a month")
    static let transferResult = Message(zh: "年终结转", en: "Transfer the year's result")
    static let distributeResult = Message(zh: "收益分配", en: "Distribute the result")
    static let undoYearEnd = Message(zh: "撤销年结", en: "Undo the year end")
    static let openReceivable = Message(zh: "登记合同应收款", en: "Open a receivable")
    static let accrueInstalment = Message(zh: "应收款到期入账", en: "Accrue an instalment")
    static let releaseAdvance = Message(zh: "预收租金结转", en: "Release advance rent")
    static let settleInstalment = Message(zh: "收款", en: "Settle an instalment")
    static let reviseReceivable = Message(zh: "按补充协议调整应收款", en: "Revise a receivable")
    static let closeReceivable = Message(zh: "合同提前终止结清", en: "Close a receivable")

    // Summaries of the vouchers the program makes.
    static func haulageSummary(_ haulage: String, _ month: AccountingMonth) -> Message {
        Message(zh: "清运合同 \(haulage) \(month) 应付垃圾清运费", en: "Haulage contract \(haulage), \(month) due")
    }
    static func wagesSummary(_ step: WageStep, _ order: String) -> Message {
        step == .due
            ? Message(zh: "用工单 \(order) 应付劳务费", en: "Order \(order), casual labour due")
            : Message(zh: "用工单 \(order) 支付劳务费", en: "Order \(order), casual labour paid")
    }
    static func accrualSummary(_ contract: ContractID, _ number: Int64) -> Message {
        Message(zh: "合同 \(contract) 第 \(number) 期到期应收", en: "Contract \(contract), instalment \(number) due")
    }
    static func releaseSummary(_ contract: ContractID) -> Message {
        Message(zh: "合同 \(contract) 预收租金转本年收入", en: "Contract \(contract), advance rent earned")
    }
    static func settlementSummary(_ contract: ContractID, _ number: Int64) -> Message {
        Message(zh: "收到合同 \(contract) 第 \(number) 期款", en: "Contract \(contract), instalment \(number) received")
    }
    static func closingSummary(_ contract: ContractID) -> Message {
        Message(zh: "合同 \(contract) 提前终止，按已开始的月份结清", en: "Contract \(contract) ended early: months begun are owed")
    }
    static func transferSummary(_ old: AccountCode, _ new: AccountCode) -> Message {
        Message(zh: "增设明细科目 \(new)，转入 \(old) 余额", en: "Balance of \(old) moves to the new \(new)")
    }
    /// The wording of Order 98, art. 51(5): “注销某月某日某号凭证”.
    static func reversalSummary(_ original: Voucher, _ reason: String) -> String {
        "注销\(named(original))：\(reason)"
    }
    static func differenceSummary(_ original: Voucher, _ reason: String) -> String {
        "调整\(named(original))金额：\(reason)"
    }
    static func blueSummary(_ original: Voucher, _ reason: String) -> String {
        "更正\(original.month.year)年\(named(original))：\(reason)"
    }
    private static func named(_ original: Voucher) -> String {
        let (_, month, day) = original.date.components
        return "\(month)月\(day)日\(original.number)号凭证"
    }
    static let noMonthClosed = Message(zh: "尚无已结账的月份", en: "no month is closed")
    static let openingSummary = Message(zh: "期初余额", en: "Opening balances")
}
