import Kernel
import Web

/// Refusals of payees' accounts, payments that came back, people of the books, warnings and originals; numbers 4690–4705.
extension LedgerRefusal {
    package static let payeeErased = Self(
        4690, .conflict, field: "payee",
        zh: "“{1}”的个人信息已经销毁，不能再登记账号。",
        en: "What was personal of “{1}” is destroyed; no account of theirs is entered.",
        next: Message(zh: "请先重新登记收款人。", en: "Register the payee anew."),
        basis: LedgerText.software21,
        example: ["party-000001"])

    package static let notAccountNumber = Self(
        4691, field: "number",
        zh: "账号应为 8 到 32 位数字（可含大写字母）。",
        en: "An account number has 8 to 32 digits or capital letters.",
        next: Message(zh: "请照存折、银行卡或开户许可证填写。", en: "Copy it from the passbook, card or licence."),
        basis: LedgerText.software21)

    package static let payeePaying = Self(
        4692, .conflict, field: "payee",
        zh: "报账单“{1}”正按现有账号付款，现在不能改账号。",
        en: "Claim “{1}” is being paid to the account that stands, which cannot change now.",
        next: Message(
            zh: "付完或退回后再改；改了账号的要重新审批。", en: "Change it once that is paid or given back; approvals count anew then."),
        basis: LedgerText.software21,
        example: ["claim-000001"])

    package static let payeeWithoutAccount = Self(
        4693, .conflict, field: "claims",
        zh: "收款人“{1}”没有登记银行账号。",
        en: "Payee “{1}” has no bank account on record.",
        next: Message(zh: "请报账员或会计先登记收款账号。", en: "The clerk or the accountant enters the account first."),
        basis: LedgerText.finance16,
        example: ["party-000001"])

    package static let lineIsNoReturn = Self(
        4694, field: "line",
        zh: "这笔流水是 {1}，退回来的应是 {2}。",
        en: "The line says {1}; what came back should be {2}.",
        next: Message(zh: "请选金额相同的收入流水。", en: "Choose a line coming in of the same amount."),
        basis: LedgerText.software23,
        example: [Money.zero, Money.zero])

    package static let lineMatched = Self(
        4695, .conflict, field: "line",
        zh: "这笔流水已经勾对。",
        en: "The line is matched already.",
        next: Message(zh: "勾对错了的，请先取消勾对。", en: "Take the match apart first where it is wrong."),
        basis: LedgerText.software23)

    package static let claimVoucherStands = Self(
        4696, .conflict, field: "claim",
        zh: "这张报账单的凭证还在：先撤回草稿，已记账的先红冲。",
        en: "The claim's voucher still stands: withdraw its draft, or reverse what was posted.",
        next: Message(
            zh: "请在待办凭证或凭证页办理，再登记退回。", en: "Do so on the page of drafts or of the voucher, then enter the return."),
        basis: LedgerText.order98Article51)

    package static let claimDraftStands = Self(
        4697, .conflict, field: "claim",
        zh: "这张报账单的凭证没有撤回，不用再填。",
        en: "The claim's voucher was not withdrawn; it needs no other.",
        next: Message(zh: "请看待办凭证。", en: "Look at the drafts."),
        basis: LedgerText.software21)

    package static let deskUnknown = Self(
        4698, .notFound, field: "chief",
        zh: "“{1}”不是负责本村账务的在任岗位。",
        en: "“{1}” is no open desk that answers for these books.",
        next: Message(zh: "请从列表中选取。", en: "Choose from the list."),
        basis: LedgerText.order98Signers,
        example: ["staff-000001"])

    package static let cashierIsChief = Self(
        4699, .forbidden, field: "cashier",
        zh: "会计主管和出纳不能是同一个人。",
        en: "The chief accountant and the cashier are two persons.",
        next: Message(zh: "请另选出纳。", en: "Choose another cashier."),
        basis: LedgerText.order98Signers)

    package static let peopleNamedLater = Self(
        4700, .conflict, field: "from",
        zh: "{1}起已经登记了会计主管和出纳，只能登记以后的。",
        en: "From {1} on people are named already; only later days get others.",
        next: Message(zh: "请填更晚的日期。", en: "Choose a later day."),
        basis: LedgerText.order98Signers,
        example: [CivilDate.earliest])

    package static let noSuchWarning = Self(
        4701, .notFound, field: "warning",
        zh: "账上没有引起预警“{1}”的事。",
        en: "Nothing in the books raises the warning “{1}”.",
        next: Message(zh: "请从预警列表中选取。", en: "Choose from the list of warnings."),
        basis: WarningText.supervision,
        example: ["w03-2026-03"])

    package static let warningClosed = Self(
        4702, .conflict, field: "warning",
        zh: "这条预警 {1} 已经办结。",
        en: "The warning was answered on {1}.",
        next: Message(zh: "无需操作。", en: "Nothing needs to be done."),
        basis: WarningText.supervision,
        example: [CivilDate.earliest])

    package static let notYourWarning = Self(
        4703, .forbidden, field: "warning",
        zh: "这条预警由“{1}”办结。",
        en: "The warning is answered by: {1}.",
        next: Message(zh: "请责任岗位或上级复核岗办理。", en: "Its owner or a reviewer above answers it."),
        basis: WarningText.supervision,
        example: [Message(zh: "村会计", en: "village accountant")])

    package static let originalWithoutFile = Self(
        4704, field: "file",
        zh: "打印件要附电子原件，照片或扫描件要附图像。",
        en: "A print needs its electronic original, a photo or scan its picture.",
        next: Message(zh: "请选文件；只有纸的选“只有纸质原件”。", en: "Choose the file; what is paper alone is entered so."),
        basis: LedgerText.archives11)

    package static let originalIndexed = Self(
        4705, .conflict, field: "file",
        zh: "这个文件已经登记在“{1}”。",
        en: "The file is entered already, at “{1}”.",
        next: Message(zh: "无需重复登记。", en: "It need not be entered twice."),
        basis: LedgerText.archives11,
        example: ["2026-03"])
}
