import Kernel
import Web

/// Refusals of expense claims; numbers 4670–4684, and 4688 and 4689 of loans.
extension LedgerRefusal {
    package static let noSuchClaim = Self(
        4670, .notFound, field: "claim",
        zh: "没有编号为“{1}”的报账单。",
        en: "There is no claim “{1}”.",
        next: Message(zh: "请从本村的报账单中选取。", en: "Choose one of the village's claims."),
        basis: LedgerText.software21,
        example: ["claim-000001"])

    package static let claimWithoutPhoto = Self(
        4671, field: "photo",
        zh: "报账单没有附原始凭证的照片。",
        en: "The claim has no photo of its paper.",
        next: Message(zh: "请拍下发票或单据后再提交。", en: "Take a photo of the invoice or slip, and hand it in with the claim."),
        basis: LedgerText.order98Article48)

    package static let claimNotYours = Self(
        4672, .conflict, field: "claim",
        zh: "这张报账单是别人提交的。",
        en: "Somebody else has handed in this claim.",
        next: Message(zh: "请由原报账人修改，或另填一张。", en: "Its claimant changes it; or write another."),
        basis: LedgerText.software21)

    package static let claimNotReturned = Self(
        4673, .conflict, field: "claim",
        zh: "这张报账单没有被退回，不能改。",
        en: "The claim was not given back, so it stays as it is.",
        next: Message(zh: "请审批人退回后再改。", en: "Ask whoever approves to give it back."),
        basis: LedgerText.software21)

    package static let claimNotWaiting = Self(
        4674, .conflict, field: "claim",
        zh: "这张报账单不在审批中。",
        en: "The claim does not wait for an approval.",
        next: Message(zh: "请看它办到哪一步。", en: "Look where it stands."),
        basis: LedgerText.software21)

    package static let notYourStep = Self(
        4675, .forbidden, field: "claim",
        zh: "下一步是“{1}”，不在您的职责内。",
        en: "The next step is “{1}”, which is not yours.",
        next: Message(zh: "请由负责这一步的岗位办理。", en: "The desk of that step takes it."),
        basis: LedgerText.software21,
        example: [Message(zh: "乡镇复核", en: "review of the township")])

    package static let claimHandTwice = Self(
        4676, .forbidden, field: "claim",
        zh: "您已经在这张报账单上办过一步；提交、审批、付款、入账须由不同的人办。",
        en: "You have had a hand in this claim; claiming, approving, paying and booking are each another person's.",
        next: Message(zh: "请另一个人办理这一步。", en: "Another person takes this step."),
        basis: LedgerText.software21)

    package static let nothingToPay = Self(
        4677, field: "claims",
        zh: "没有选中要付的报账单。",
        en: "No claim was chosen to be paid.",
        next: Message(zh: "请选一张或几张已审批的报账单。", en: "Choose one or more approved claims."),
        basis: LedgerText.software21)

    package static let claimNotApproved = Self(
        4678, .conflict, field: "claims",
        zh: "报账单“{1}”没有审批完，或已经付过。",
        en: "Claim “{1}” is not approved to the end, or was paid already.",
        next: Message(zh: "只付审批完、还没有付的。", en: "Pay what is approved and not paid."),
        basis: LedgerText.software21,
        example: ["claim-000001"])

    package static let claimNotSent = Self(
        4679, .conflict, field: "claim",
        zh: "这张报账单没有在付款中。",
        en: "The claim is not with the bank.",
        next: Message(zh: "先付款，银行流水到了再入账。", en: "Pay it first; book it when the bank's statement shows it."),
        basis: LedgerText.software21)

    package static let lineOfOtherClaim = Self(
        4680, .conflict, field: "line",
        zh: "这笔银行流水已对应报账单“{1}”。",
        en: "This line of the bank has paid claim “{1}”.",
        next: Message(zh: "请选另一笔流水。", en: "Choose another line."),
        basis: LedgerText.software21,
        example: ["claim-000001"])

    package static let lineIsNotPayment = Self(
        4681, .conflict, field: "line",
        zh: "这笔流水是 {1}，报账单要付出的是 {2}。",
        en: "The line says {1}; the claim is a payment of {2}.",
        next: Message(
            zh: "请选金额相同的付出流水；银行退回的不能入账。",
            en: "Choose a line going out of the same amount; what the bank sent back is not booked."),
        basis: LedgerText.software21,
        example: [Money.zero, Money.zero])

    package static let spendingWithoutResolution = Self(
        4682, field: "resolution",
        zh: "付款 {1}，达到须由成员（代表）大会决定的 {2}，但没有写明依据哪份决议。",
        en: "A payment of {1} comes to the {2} from which the members decide, and names no resolution.",
        next: Message(
            zh: "请先按四议两公开通过并登记决议，再在这里选取。", en: "Have the members decide, record the resolution, and choose it here."),
        basis: LedgerText.finance7,
        example: [Money(fen: 6_000_000), Money(fen: 5_000_000)])

    package static let noSpendingResolution = Self(
        4683, .notFound, field: "resolution",
        zh: "“{1}”不是本组织成员（代表）大会的决议。",
        en: "“{1}” is no resolution of this organisation's members or their representatives.",
        next: Message(
            zh: "请选本组织已登记的决议；理事会单独的决定不够。", en: "Choose one of its recorded resolutions; the council alone does not do."),
        basis: LedgerText.finance7,
        example: ["resolution-000001"])

    package static let spendingWithoutFiling = Self(
        4684, field: "filing",
        zh: "付款 {1}，达到须报乡镇审核备案的 {2}，但没有备案号。",
        en: "A payment of {1} comes to the {2} from which the township has it on file, and names no filing.",
        next: Message(zh: "请报乡镇备案，填写备案号。", en: "File it with the township and enter the number of the filing."),
        basis: LedgerText.finance7,
        example: [Money(fen: 25_000_000), Money(fen: 20_000_000)])

    package static let loanForPublicWorks = Self(
        4688, field: "lines",
        zh: "兴办公益事业不得举债，这张凭证把借款直接用于公益支出。",
        en: "Nothing is borrowed for public works, and this voucher puts a loan on them.",
        next: Message(
            zh: "借款只用于生产经营；公益支出请用自有资金、筹资或财政资金。",
            en: "Borrow for business only; pay public works out of own money, levies or public money."),
        basis: LedgerText.finance15)

    package static let loanWithoutResolution = Self(
        4689, field: "resolution",
        zh: "借款须由成员（代表）大会决定，但没有写明依据哪份决议。",
        en: "The members decide about loans, and this voucher names no resolution.",
        next: Message(zh: "请先登记决议，再在这里选取。", en: "Record the resolution first and choose it here."),
        basis: LedgerText.finance15)
}
