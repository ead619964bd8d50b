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

    // Commands.
    static let openBooks = Message(zh: "建账", en: "Open the books")
    static let addSubAccount = Message(zh: "增设明细科目", en: "Add a sub-account")
    static let postVoucher = Message(zh: "记账凭证", en: "Post a voucher")
    static let reverseVoucher = Message(zh: "红字冲销", en: "Reverse a voucher")
    static let closeMonth = Message(zh: "月结", en: "Close a month")
    static let reopenMonth = Message(zh: "反结账", en: "Reopen a month")
    static let openReceivable = Message(zh: "登记合同应收款", en: "Open a receivable")
    static let accrueInstalment = Message(zh: "应收款到期入账", en: "Accrue an instalment")
    static let releaseAdvance = Message(zh: "预收租金结转", en: "Release advance rent")
    static let settleInstalment = Message(zh: "收款", en: "Settle an instalment")
    static let closeReceivable = Message(zh: "合同提前终止结清", en: "Close a receivable")

    // Summaries of the vouchers the program makes.
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
    static let noMonthClosed = Message(zh: "尚无已结账的月份", en: "no month is closed")
    static let openingSummary = Message(zh: "期初余额", en: "Opening balances")
}
