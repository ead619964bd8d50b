import Kernel
import Registry
import Web

/// Refusals about who makes, reviews and posts, and about corrections.
extension LedgerRefusal {
    package static let makerIsReviewer = Self(
        4019, field: "reviewer",
        zh: "制单与审核不能是同一个人，同一人的另一岗位也不行。",
        en: "Maker and reviewer must be different persons; another desk of the same person does not do.",
        next: Message(zh: "请由另一个人审核。", en: "Have another person review it."),
        basis: LedgerText.accountingLaw15)

    package static let makerIsAnother = Self(
        4050, field: "maker",
        zh: "制单人就是提交凭证的人，不能填写别的岗位。",
        en: "Whoever hands in a voucher has made it; no other desk can be named.",
        next: Message(zh: "请不填制单人，或由制单人本人提交。", en: "Leave the maker out, or have the maker hand it in."),
        basis: LedgerText.accountingLaw15)

    package static let reviewerUnknown = Self(
        4051, field: "reviewer",
        zh: "“{1}”不是管辖本村账务的审核岗位，或者已经撤销。",
        en: "“{1}” is no open desk that reviews the books of this place.",
        next: Message(
            zh: "请填写本村或上级在岗的记账、审核岗位。", en: "Name an open accounting or reviewing desk of the place or above."),
        basis: LedgerText.accountingLaw15,
        example: ["station"])

    package static let partyUnknown = Self(
        4053, .notFound, field: "lines",
        zh: "登记簿中没有往来对象“{1}”。",
        en: "The register has no party “{1}”.",
        next: Message(zh: "请先登记该户或该单位。", en: "Register the household or unit first."),
        basis: LedgerText.accountingLaw13,
        example: ["household-12"])

    package static let contractUnknown = Self(
        4054, .notFound, field: "lines",
        zh: "登记簿中没有合同“{1}”。",
        en: "The register has no contract “{1}”.",
        next: Message(zh: "请核对合同编号，或先登记合同。", en: "Check the contract, or register it first."),
        basis: LedgerText.accountingLaw13,
        example: ["C1"])

    package static let earlierYear = Self(
        4055, field: "date",
        zh: "原凭证是以前年度（{1}）的，不能用红字冲销。",
        en: "The voucher is of an earlier year ({1}) and cannot be taken back in red.",
        next: Message(zh: "请用蓝字更正凭证，注明原凭证。", en: "Put it right by a blue correcting voucher tied to it."),
        basis: LedgerText.order98Article51,
        example: ["2023-11-20"])

    package static let beforeOriginal = Self(
        4056, field: "date",
        zh: "更正或冲销的日期不能早于原凭证日期 {1}。",
        en: "A correction is not dated before its voucher of {1}.",
        next: Message(zh: "请改正日期。", en: "Correct the date."),
        basis: LedgerText.accountingLaw13,
        example: ["2026-06-20"])

    package static let paidBeforeContract = Self(
        4068, field: "date",
        zh: "到账日期 {1} 早于 {2}，那时还没有这份合同。",
        en: "{1} is before {2}, when there was no such contract yet.",
        next: Message(zh: "请改正日期。", en: "Correct the date."),
        basis: LedgerText.accountingLaw13,
        example: [CivilDate(dayNumber: 17_956), CivilDate(dayNumber: 17_988)])

    package static let arrivalBooked = Self(
        4069, .conflict, field: "bankReference",
        zh: "流水号“{1}”的这笔款已登记为{2}，一笔款不能记两次。",
        en: "The arrival “{1}” is entered already as {2}; one arrival is booked once.",
        next: Message(
            zh: "请核对银行流水。一笔转账付了几项、金额又相同的，在流水号后加“/1”“/2”分别登记。",
            en:
                "Compare the bank’s statement. Where one transfer pays several things alike, add “/1”, “/2” to its number."
        ),
        basis: LedgerText.accountingLaw13,
        example: ["LZ-D-1", KnownArrival.example.words])

    package static let notOfOriginal = Self(
        4057, field: "lines",
        zh: "原凭证在科目“{1}”的这一方没有金额，差额更正只能用原凭证的科目和方向。",
        en: "The voucher has nothing on this side of “{1}”; a difference stays on its accounts and sides.",
        next: Message(
            zh: "科目记错的，请先红字冲销，再另制凭证。", en: "Where the account was wrong, reverse the voucher and write another."),
        basis: LedgerText.order98Article51,
        example: ["513"])

    package static let belowOriginal = Self(
        4058, field: "lines",
        zh: "冲减超过了原凭证（含已更正）的金额 {1}。",
        en: "This takes away more than the {1} that is there.",
        next: Message(zh: "请改正差额；全部冲销请用红字冲销。", en: "Correct the difference, or reverse the whole."),
        basis: LedgerText.order98Article51,
        example: [Money(fen: 95_000)])

    package static let belongsToProgram = Self(
        4059, field: "voucher",
        zh: "这张凭证由系统按规则生成，不能单独冲销。",
        en: "The program made this voucher by a rule; it is not taken back by itself.",
        next: Message(zh: "请在相应的卡片或年结步骤中办理。", en: "Undo it where it came from: the card, or the step of the year end."),
        basis: LedgerText.accountingLaw13)

    package static let noSuchDraft = Self(
        4060, .notFound, field: "draft",
        zh: "本组织没有待办凭证“{1}”。",
        en: "These books have no draft “{1}”.",
        next: Message(zh: "请在待办凭证中选取。", en: "Choose it from the drafts."),
        example: ["draft-000007"])

    package static let draftNotYours = Self(
        4061, field: "draft",
        zh: "只有制单人本人可以修改或撤回待办凭证。",
        en: "Only its maker changes a draft or takes it back.",
        next: Message(zh: "审核人可以退回并写明原因。", en: "A reviewer may return it with the reason."),
        basis: LedgerText.accountingLaw15)

    package static let draftNotOpen = Self(
        4062, .conflict, field: "draft",
        zh: "这张待办凭证已经审核、记账或撤回，不能再做这一步。",
        en: "This draft was reviewed, posted or taken back; this step is over.",
        next: Message(zh: "请查看它现在的状态。", en: "See where it stands now."))

    package static let draftNotReviewed = Self(
        4063, field: "draft",
        zh: "凭证未经审核，不能记账。",
        en: "A voucher that was not reviewed is not posted.",
        next: Message(zh: "请由另一人先审核。", en: "Have another person review it first."),
        basis: LedgerText.accountingLaw15)

    package static let samePerson = Self(
        4064, field: "draft",
        zh: "记账人不能是这张凭证的制单人或审核人。",
        en: "Whoever posts is neither the maker nor the reviewer of the voucher.",
        next: Message(zh: "请由第三个人记账。", en: "Have a third person post it."),
        basis: LedgerText.accountingLaw15)

    package static let nothingToConfirm = Self(
        4065, field: "month",
        zh: "{1} 月份没有等待你复核的凭证；自己制单的要由别人复核。",
        en: "No voucher of {1} waits for your review; your own are reviewed by others.",
        next: Message(zh: "无需操作。", en: "Nothing needs to be done."),
        example: ["2026-03"])

    package static let draftsOpen = Self(
        4066, field: "month",
        zh: "{1} 月份还有 {2} 张凭证没有审核记账，不能结账。",
        en: "{2} vouchers of {1} are not reviewed and posted yet.",
        next: Message(zh: "请先审核记账，或由制单人撤回。", en: "Review and post them, or have the maker take them back."),
        basis: LedgerText.software24,
        example: ["2026-03", 2])

    package static let notReviewed = Self(
        4067, field: "month",
        zh: "{1} 月份有 {2} 张凭证的审核人还没有亲自复核，不能结账。",
        en: "{2} vouchers of {1} still wait for the reviewer's own act.",
        next: Message(zh: "请审核人在“复核凭证”中办理。", en: "The reviewer does it under “Confirm vouchers”."),
        basis: LedgerText.software24,
        example: ["2026-03", 2])

    package static let phoneInSummary = Self(
        4719, .badInput, field: "summary",
        zh: "摘要里像有手机号。凭证记入公开日志后不能收回。",
        en: "The summary seems to hold a mobile number. A voucher stands in the public log for good.",
        next: Message(zh: "请删去号码再提交。", en: "Take the number out and send it again."))

    package static let papersWithoutReason = Self(
        4052, field: "withoutPapers",
        zh: "凭证没有附件，也没有写明原因。",
        en: "The voucher has no papers and does not say why.",
        next: Message(
            zh: "请填附件张数；确实没有原始凭证的，写明原因。结账和更正凭证不用附件。",
            en: "Enter how many papers there are, or why there is none. Closing and correcting vouchers need none."),
        basis: LedgerText.order98Article51Originals)
}
