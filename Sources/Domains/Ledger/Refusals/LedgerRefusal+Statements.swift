import Kernel
import Web

extension LedgerRefusal {
    package static let noSuchOrganisation = Self(
        4001, .notFound, field: "organisation",
        zh: "登记簿中没有集体经济组织“{1}”。",
        en: "The register has no organisation “{1}”.",
        next: Message(zh: "请先在登记簿登记该组织。", en: "Register the organisation first."),
        example: ["tanba"])

    package static let booksNotOpen = Self(
        4002,
        zh: "该组织尚未建账。",
        en: "This organisation's books are not open yet.",
        next: Message(zh: "请先办理建账。", en: "Open the books first."))

    package static let booksAlreadyOpen = Self(
        4003, .conflict,
        zh: "该组织已经建账，不能重复建账。",
        en: "This organisation's books are open already.",
        next: Message(zh: "期初余额有误的，请用凭证更正。", en: "Correct opening balances by vouchers."))

    package static let accountUnknown = Self(
        4004, .badInput, field: "account",
        zh: "科目“{1}”不在 2023 年科目表和本村明细科目中。",
        en: "Account “{1}” is not in the chart of 2023.",
        next: Message(zh: "请选用科目表中的科目，或先增设明细科目。", en: "Choose an account of the chart, or add one below."),
        basis: LedgerText.system,
        example: ["999"])

    package static let accountNotLeaf = Self(
        4005, field: "account",
        zh: "科目“{1}”下设明细科目，不能直接记账。",
        en: "Account “{1}” has accounts below it; post to those.",
        next: Message(zh: "请选用最末级明细科目。", en: "Choose an account on the lowest level."),
        basis: LedgerText.system,
        example: ["102"])

    package static let subAccountExists = Self(
        4006, .conflict, field: "code",
        zh: "科目“{1}”已经存在。",
        en: "Account “{1}” exists already.",
        next: Message(zh: "请更换科目代码。", en: "Choose another code."),
        basis: LedgerText.system,
        example: ["10201"])

    package static let badSubAccount = Self(
        4007, .badInput, field: "code",
        zh: "“{1}”不是有效的明细科目代码：应为上级科目代码加两位数字（三级可加二至四位）。",
        en: "“{1}” is no sub-account code: the account above plus two digits (two to four on level three).",
        next: Message(zh: "请更换科目代码。", en: "Choose another code."),
        basis: LedgerText.system,
        example: ["999"])

    package static let notMoney = Self(
        4009, field: "bankAccount",
        zh: "“{1}”不是库存现金或银行存款科目。",
        en: "“{1}” is neither a cash nor a bank account.",
        next: Message(zh: "请选用 101、102 或其明细科目。", en: "Choose 101, 102 or an account below them."),
        basis: LedgerText.system,
        example: ["999"])

    package static let beforeBooks = Self(
        4010, field: "date",
        zh: "日期早于建账日 {1}。",
        en: "The date is before the books begin on {1}.",
        next: Message(zh: "请改正日期。", en: "Correct the date."),
        basis: LedgerText.accountingLaw11,
        example: ["2026-01-01"])

    package static let monthClosed = Self(
        4011, field: "date",
        zh: "{1} 月份已经结账，不能再记账。",
        en: "The month {1} is closed and takes no vouchers.",
        next: Message(zh: "请记入当前月份；确需更正的，由有权人员反结账并说明理由。", en: "Post in the open month, or have it reopened."),
        basis: LedgerText.accountingLaw11,
        example: ["2026-03"])

    package static let inTheFuture = Self(
        4012, field: "date",
        zh: "日期晚于今天。",
        en: "The date is later than today.",
        next: Message(zh: "请改正日期。", en: "Correct the date."))

    package static let voucherExists = Self(
        4013, .conflict, field: "voucher",
        zh: "凭证标识“{1}”已被使用或为系统保留。",
        en: "The voucher name “{1}” is taken or reserved.",
        next: Message(zh: "请更换或不填标识。", en: "Choose another name or leave it out."),
        example: ["V1"])

    package static let tooFewLines = Self(
        4014, .badInput, field: "lines",
        zh: "凭证分录太少：至少一借一贷。",
        en: "Too few lines: at least one debit and one credit.",
        next: Message(zh: "请改正分录；没有任何内容被写入。", en: "Correct the lines; nothing was written."),
        basis: LedgerText.accountingLaw13)

    package static let bothSides = Self(
        4015, .badInput,
        zh: "一行分录不能同时有借方和贷方金额。",
        en: "A line has a debit or a credit, not both.",
        next: Message(zh: "请改正分录；没有任何内容被写入。", en: "Correct the lines; nothing was written."),
        basis: LedgerText.accountingLaw13)

    package static let neitherSide = Self(
        4016, .badInput,
        zh: "这行分录没有金额。",
        en: "This line has no amount.",
        next: Message(zh: "请改正分录；没有任何内容被写入。", en: "Correct the lines; nothing was written."),
        basis: LedgerText.accountingLaw13)

    package static let notPositive = Self(
        4017, .badInput,
        zh: "金额必须大于零。",
        en: "The amount must be above zero.",
        next: Message(
            zh: "请改正分录；要冲减原凭证的金额，请在原凭证上办理更正。",
            en: "Correct the lines; to lower an earlier voucher, correct it from its own page."),
        basis: LedgerText.accountingLaw13)

    package static let unbalanced = Self(
        4018, field: "lines",
        zh: "借贷不平：借方 {1}，贷方 {2}。",
        en: "Not balanced: debit {1}, credit {2}.",
        next: Message(zh: "请核对各行金额，使借贷相等。", en: "Check the amounts until both sides are equal."),
        basis: LedgerText.accountingLaw13,
        example: [Money(fen: 100_000), Money(fen: 99_999)])

    package static let noSuchVoucher = Self(
        4020, .notFound, field: "voucher",
        zh: "本组织账上没有凭证“{1}”。",
        en: "These books have no voucher “{1}”.",
        next: Message(zh: "请在凭证列表中选取。", en: "Choose it from the list of vouchers."),
        example: ["V1"])

    package static let alreadyReversed = Self(
        4021, .conflict, field: "voucher",
        zh: "该凭证已由凭证“{1}”冲销。",
        en: "This voucher was already reversed by “{1}”.",
        next: Message(zh: "如仍有误，请另制正确凭证。", en: "Post a correct voucher instead."),
        basis: LedgerText.accountingLaw13,
        example: ["voucher-000077"])

    package static let isReversal = Self(
        4022, field: "voucher",
        zh: "红字冲销凭证本身不能再冲销。",
        en: "A red-letter reversal cannot itself be reversed.",
        next: Message(zh: "如仍有误，请另制正确凭证。", en: "Post a correct voucher instead."),
        basis: LedgerText.accountingLaw13)

    package static let belongsToReceivable = Self(
        4023, field: "voucher",
        zh: "这张凭证由合同应收款自动生成，不能单独冲销。",
        en: "This voucher was made by a contract's receivable and cannot be reversed by itself.",
        next: Message(zh: "请用手工凭证更正并注明合同。", en: "Correct it by a voucher of your own that names the contract."),
        basis: LedgerText.accountingLaw13)

    package static let monthNotNext = Self(
        4024, field: "month",
        zh: "结账须按月依次进行，下一个待结月份是 {1}。",
        en: "Months close in order; the next one is {1}.",
        next: Message(zh: "请先结该月。", en: "Close that month first."),
        basis: LedgerText.accountingLaw11,
        example: ["2026-03"])

    package static let monthNotOver = Self(
        4025, field: "month",
        zh: "{1} 月份尚未结束，不能结账。",
        en: "The month {1} is not over and cannot be closed.",
        next: Message(zh: "请在次月结账。", en: "Close it when the month is over."),
        basis: LedgerText.accountingLaw11,
        example: ["2026-03"])

    package static let notLastClosed = Self(
        4026, field: "month",
        zh: "只能反结账最近已结的月份：{1}。",
        en: "Only the last closed month can be reopened: {1}.",
        next: Message(zh: "请从最近已结月份起依次反结账。", en: "Reopen from the last closed month backwards."),
        basis: LedgerText.accountingLaw11,
        example: ["2026-03"])

    package static let receivableExists = Self(
        4030, .conflict, field: "contract",
        zh: "合同“{1}”已经登记应收款。",
        en: "Contract “{1}” has a receivable already.",
        next: Message(zh: "请在应收款页面查看。", en: "See it on the page of receivables."),
        example: ["C1"])

    package static let instalmentsMissTotal = Self(
        4031, field: "totalFen",
        zh: "各期金额合计 {1}，与合同总额 {2} 不符。",
        en: "The instalments add up to {1}, not to {2}.",
        next: Message(zh: "请对照合同改正。", en: "Correct it by the contract."),
        example: [Money(fen: 71_000_000), Money(fen: 72_000_000)])

    package static let badInstalment = Self(
        4032, .badInput,
        zh: "第 {1} 期不对：期号应从 1 起连续，日期依次，金额大于零。",
        en: "Instalment {1} is wrong: numbers from 1, dates in order, amounts above zero.",
        next: Message(zh: "请对照合同改正。", en: "Correct it by the contract."),
        example: [2])

    package static let endsBeforeStart = Self(
        4033, .badInput, field: "end",
        zh: "合同终止日早于起始日。",
        en: "The term ends before it starts.",
        next: Message(zh: "请对照合同改正。", en: "Correct it by the contract."))

    package static let noSuchReceivable = Self(
        4034, .notFound, field: "receivable",
        zh: "本组织没有应收款“{1}”。",
        en: "This organisation has no receivable “{1}”.",
        next: Message(zh: "请在应收款页面选取。", en: "Choose it on the page of receivables."),
        example: ["R1"])

    package static let noSuchInstalment = Self(
        4035, .notFound, field: "number",
        zh: "没有第 {1} 期。",
        en: "There is no instalment {1}.",
        next: Message(zh: "请在应收款页面选取。", en: "Choose it on the page of receivables."),
        example: [4])

    package static let nothingDue = Self(
        4036,
        zh: "该期未到期或已入账。",
        en: "This instalment is not due yet or booked already.",
        next: Message(zh: "无需操作。", en: "Nothing needs to be done."))

    package static let nothingToRelease = Self(
        4037,
        zh: "没有需要结转的预收租金。",
        en: "There is no advance rent to release.",
        next: Message(zh: "无需操作。", en: "Nothing needs to be done."))

    package static let overpaid = Self(
        4038, field: "amountFen",
        zh: "金额超过该期未付的 {1}。",
        en: "More than the {1} left to pay of this instalment.",
        next: Message(zh: "多收部分请记入下一期或退回。", en: "Book the rest on the next instalment, or return it."),
        example: [Money(fen: 21_600_000)])
}
