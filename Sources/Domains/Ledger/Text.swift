package import Kernel
import Registry
import Web

extension LedgerRejection {
    package var text: Message {
        switch self {
        case .noSuchOrganisation(let organisation):
            Message(
                zh: "登记簿中没有集体经济组织“\(organisation)”。", en: "The register has no organisation “\(organisation)”.")
        case .booksNotOpen: Message(zh: "该组织尚未建账。", en: "This organisation's books are not open yet.")
        case .booksAlreadyOpen: Message(zh: "该组织已经建账，不能重复建账。", en: "This organisation's books are open already.")
        case .accountUnknown(let code):
            Message(zh: "科目“\(code)”不在 2023 年科目表和本村明细科目中。", en: "Account “\(code)” is not in the chart of 2023.")
        case .accountNotLeaf(let code):
            Message(zh: "科目“\(code)”下设明细科目，不能直接记账。", en: "Account “\(code)” has accounts below it; post to those.")
        case .subAccountExists(let code):
            Message(zh: "科目“\(code)”已经存在。", en: "Account “\(code)” exists already.")
        case .badSubAccount(let code):
            Message(
                zh: "“\(code)”不是有效的明细科目代码：应为上级科目代码加两位数字（三级可加二至四位）。",
                en: "“\(code)” is no sub-account code: the account above plus two digits (two to four on level three).")
        case .accountInUse(let code):
            Message(
                zh: "科目“\(code)”已有发生额或期初余额，不能再下设明细科目。",
                en: "Account “\(code)” has postings of its own and cannot be divided any more.")
        case .notMoney(let code):
            Message(zh: "“\(code)”不是库存现金或银行存款科目。", en: "“\(code)” is neither a cash nor a bank account.")
        case .beforeBooks(let start):
            Message(zh: "日期早于建账日 \(start)。", en: "The date is before the books begin on \(start).")
        case .monthClosed(let month):
            Message(zh: "\(month) 月份已经结账，不能再记账。", en: "The month \(month) is closed and takes no vouchers.")
        case .inTheFuture: Message(zh: "日期晚于今天。", en: "The date is later than today.")
        case .voucherExists(let voucher):
            Message(zh: "凭证标识“\(voucher)”已被使用或为系统保留。", en: "The voucher name “\(voucher)” is taken or reserved.")
        case .tooFewLines: Message(zh: "凭证分录太少：至少一借一贷。", en: "Too few lines: at least one debit and one credit.")
        case .bothSides: Message(zh: "一行分录不能同时有借方和贷方金额。", en: "A line has a debit or a credit, not both.")
        case .neitherSide: Message(zh: "这行分录没有金额。", en: "This line has no amount.")
        case .notPositive: Message(zh: "金额必须大于零。", en: "The amount must be above zero.")
        case .unbalanced(let debit, let credit):
            Message(
                zh: "借贷不平：借方 \(Self.yuan(debit, .chinese))，贷方 \(Self.yuan(credit, .chinese))。",
                en: "Not balanced: debit \(Self.yuan(debit, .english)), credit \(Self.yuan(credit, .english)).")
        case .makerIsReviewer: Message(zh: "制单与审核不能是同一岗位。", en: "Maker and reviewer must be different desks.")
        case .noSuchVoucher(let voucher):
            Message(zh: "本组织账上没有凭证“\(voucher)”。", en: "These books have no voucher “\(voucher)”.")
        case .alreadyReversed(let other):
            Message(zh: "该凭证已由凭证“\(other)”冲销。", en: "This voucher was already reversed by “\(other)”.")
        case .isReversal: Message(zh: "红字冲销凭证本身不能再冲销。", en: "A red-letter reversal cannot itself be reversed.")
        case .belongsToReceivable:
            Message(
                zh: "这张凭证由合同应收款自动生成，不能单独冲销。",
                en: "This voucher was made by a contract's receivable and cannot be reversed by itself.")
        case .monthNotNext(let month):
            Message(zh: "结账须按月依次进行，下一个待结月份是 \(month)。", en: "Months close in order; the next one is \(month).")
        case .monthNotOver(let month):
            Message(zh: "\(month) 月份尚未结束，不能结账。", en: "The month \(month) is not over and cannot be closed.")
        case .notLastClosed(let month):
            month.map {
                Message(zh: "只能反结账最近已结的月份：\($0)。", en: "Only the last closed month can be reopened: \($0).")
            } ?? Message(zh: "还没有已结账的月份。", en: "No month is closed.")
        case .receivableExists(let contract):
            Message(zh: "合同“\(contract)”已经登记应收款。", en: "Contract “\(contract)” has a receivable already.")
        case .instalmentsMissTotal(let sum, let total):
            Message(
                zh: "各期金额合计 \(Self.yuan(sum, .chinese))，与合同总额 \(Self.yuan(total, .chinese)) 不符。",
                en: "The instalments add up to \(Self.yuan(sum, .english)), not to \(Self.yuan(total, .english)).")
        case .badInstalment(let number):
            Message(
                zh: "第 \(number) 期不对：期号应从 1 起连续，日期依次，金额大于零。",
                en: "Instalment \(number) is wrong: numbers from 1, dates in order, amounts above zero.")
        case .endsBeforeStart: Message(zh: "合同终止日早于起始日。", en: "The term ends before it starts.")
        case .noSuchReceivable(let receivable):
            Message(zh: "本组织没有应收款“\(receivable)”。", en: "This organisation has no receivable “\(receivable)”.")
        case .noSuchInstalment(let number): Message(zh: "没有第 \(number) 期。", en: "There is no instalment \(number).")
        case .nothingDue: Message(zh: "该期未到期或已入账。", en: "This instalment is not due yet or booked already.")
        case .nothingToRelease: Message(zh: "没有需要结转的预收租金。", en: "There is no advance rent to release.")
        case .overpaid(let left):
            Message(
                zh: "金额超过该期未付的 \(Self.yuan(left, .chinese))。",
                en: "More than the \(Self.yuan(left, .english)) left to pay of this instalment.")
        }
    }

    package var next: Message {
        switch self {
        case .noSuchOrganisation: Message(zh: "请先在登记簿登记该组织。", en: "Register the organisation first.")
        case .booksNotOpen: Message(zh: "请先办理建账。", en: "Open the books first.")
        case .booksAlreadyOpen: Message(zh: "期初余额有误的，请用凭证更正。", en: "Correct opening balances by vouchers.")
        case .accountUnknown:
            Message(zh: "请选用科目表中的科目，或先增设明细科目。", en: "Choose an account of the chart, or add one below.")
        case .accountNotLeaf: Message(zh: "请选用最末级明细科目。", en: "Choose an account on the lowest level.")
        case .subAccountExists, .badSubAccount: Message(zh: "请更换科目代码。", en: "Choose another code.")
        case .accountInUse:
            Message(zh: "请在建账时设置明细科目，或另选科目。", en: "Set up sub-accounts when opening the books, or choose another.")
        case .notMoney: Message(zh: "请选用 101、102 或其明细科目。", en: "Choose 101, 102 or an account below them.")
        case .beforeBooks, .inTheFuture: Message(zh: "请改正日期。", en: "Correct the date.")
        case .monthClosed:
            Message(zh: "请记入当前月份；确需更正的，由有权人员反结账并说明理由。", en: "Post in the open month, or have it reopened.")
        case .voucherExists: Message(zh: "请更换或不填标识。", en: "Choose another name or leave it out.")
        case .tooFewLines, .bothSides, .neitherSide, .notPositive:
            Message(zh: "请改正分录；没有任何内容被写入。", en: "Correct the lines; nothing was written.")
        case .unbalanced: Message(zh: "请核对各行金额，使借贷相等。", en: "Check the amounts until both sides are equal.")
        case .makerIsReviewer: Message(zh: "请由另一岗位审核。", en: "Have another desk review it.")
        case .noSuchVoucher: Message(zh: "请在凭证列表中选取。", en: "Choose it from the list of vouchers.")
        case .alreadyReversed, .isReversal: Message(zh: "如仍有误，请另制正确凭证。", en: "Post a correct voucher instead.")
        case .belongsToReceivable:
            Message(zh: "请用手工凭证更正并注明合同。", en: "Correct it by a voucher of your own that names the contract.")
        case .monthNotNext: Message(zh: "请先结该月。", en: "Close that month first.")
        case .monthNotOver: Message(zh: "请在次月结账。", en: "Close it when the month is over.")
        case .notLastClosed: Message(zh: "请从最近已结月份起依次反结账。", en: "Reopen from the last closed month backwards.")
        case .receivableExists: Message(zh: "请在应收款页面查看。", en: "See it on the page of receivables.")
        case .instalmentsMissTotal, .badInstalment, .endsBeforeStart:
            Message(zh: "请对照合同改正。", en: "Correct it by the contract.")
        case .noSuchReceivable, .noSuchInstalment:
            Message(zh: "请在应收款页面选取。", en: "Choose it on the page of receivables.")
        case .nothingDue, .nothingToRelease: Message(zh: "无需操作。", en: "Nothing needs to be done.")
        case .overpaid: Message(zh: "多收部分请记入下一期或退回。", en: "Book the rest on the next instalment, or return it.")
        }
    }

    package var basis: LegalBasis? {
        switch self {
        case .accountUnknown, .accountNotLeaf, .subAccountExists, .badSubAccount, .accountInUse, .notMoney:
            LedgerText.system
        case .tooFewLines, .bothSides, .neitherSide, .notPositive, .unbalanced: LedgerText.accountingLaw13
        case .makerIsReviewer: LedgerText.accountingLaw15
        case .monthClosed, .beforeBooks, .monthNotNext, .monthNotOver, .notLastClosed: LedgerText.accountingLaw11
        case .isReversal, .alreadyReversed, .belongsToReceivable: LedgerText.accountingLaw13
        default: nil
        }
    }

    private static func yuan(_ amount: Money, _ language: Language) -> String {
        Format(language).money(fen: amount.fen)
    }
}

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
    static let openingSummary = Message(zh: "期初余额", en: "Opening balances")
}
