import Kernel
import Registry

/// Bills for found land, claims and debts, and the census.
extension CleanupRefusal {
    package static let billKnown = Self(
        11_014, .conflict, field: "bill",
        zh: "账单“{1}”已经开过。", en: "Bill “{1}” was given before.",
        next: Message(zh: "不用再开。", en: "Nothing is to be done."), example: ["receivable-000123"])

    package static let noSuchBill = Self(
        11_015, .notFound, field: "bill",
        zh: "没有账单“{1}”。", en: "There is no bill “{1}”.",
        next: Message(zh: "请从收费列表中选择。", en: "Choose one from the list of charges."), example: ["receivable-000123"])

    package static let basisMissing = Self(
        11_016, .badInput, field: "priceBasis",
        zh: "没有写户号或指导价的依据。", en: "The household or the basis of the guide price is missing.",
        next: Message(zh: "请写明户号和哪一年的指导价表。", en: "Name the household, and the table of guide prices."))

    package static let measuredMore = Self(
        11_017, .refused, field: "resolution",
        zh: "承包地实测多出的面积不是新增资源，没有成员决议不能收费。",
        en:
            "What a contracted field measures beyond its contract is no new land; it is not charged without a resolution.",
        next: Message(zh: "请先作出决议并登记，或按新增资源办理。", en: "Let the members resolve first, or bill what is new."),
        basis: LegalBasis(
            Message(
                zh: "中华人民共和国农村集体经济组织法第二十六条",
                en: "Rural Collective Economic Organisation Law, art. 26"),
            source: "village-register 4.2 (design; disputed in practice)"))

    package static let billTooLarge = Self(
        11_018, .badInput, field: "found",
        zh: "算出的金额太大，请核对面积和单价。", en: "The amount is too large; check the area and the price.",
        next: Message(zh: "请改正后重新提交。", en: "Correct them and send again."))

    package static let nothingToBill = Self(
        11_019, .refused, field: "found",
        zh: "算出的金额不足一分，不开账单。", en: "The amount is less than a fen; there is nothing to bill.",
        next: Message(zh: "不用办理。", en: "Nothing is to be done."))

    package static let billPaid = Self(
        11_020, .conflict, field: "bill",
        zh: "账单“{1}”已经付清。", en: "Bill “{1}” is paid.",
        next: Message(zh: "不用再收。", en: "Nothing is to be done."), example: ["receivable-000123"])

    package static let paidOutOfTime = Self(
        11_021, .badInput, field: "paidOn",
        zh: "付款日应在开单日 {1} 到今天之间。", en: "The day of payment lies between {1}, the day of the bill, and today.",
        next: Message(zh: "请改正付款日。", en: "Correct the day."), example: [CivilDate.earliest])

    package static let referenceMissing = Self(
        11_022, .badInput, field: "reference",
        zh: "没有写收据号或流水号。", en: "The number of the receipt or of the transfer is missing.",
        next: Message(zh: "请填写凭据。", en: "Name the paper."))

    package static let arrivalEntered = Self(
        11_060, .conflict, field: "reference",
        zh: "流水号“{1}”的这笔款已登记为{2}，一笔款不能记两次。",
        en: "The arrival “{1}” is entered already as {2}; one arrival is booked once.",
        next: Message(
            zh: "请核对银行流水。一笔转账付了几项、金额又相同的，在流水号后加“/1”“/2”分别登记。",
            en:
                "Compare the bank’s statement. Where one transfer pays several things alike, add “/1”, “/2” to its number."
        ),
        example: ["LZ-D-1", KnownArrival.example.words])

    package static let claimKnown = Self(
        11_023, .conflict, field: "claim",
        zh: "“{1}”已经登记。", en: "“{1}” was entered before.",
        next: Message(zh: "不用再登记。", en: "Nothing is to be done."), example: ["receivable-000123"])

    package static let noSuchClaim = Self(
        11_024, .notFound, field: "claim",
        zh: "没有这笔债权债务“{1}”。", en: "There is no claim or debt “{1}”.",
        next: Message(zh: "请从债权债务列表中选择。", en: "Choose one from the list."), example: ["receivable-000123"])

    package static let claimEmpty = Self(
        11_025, .badInput, field: "amountFen",
        zh: "没有写对方或金额。", en: "The other side or the amount is missing.",
        next: Message(zh: "请补齐。", en: "Complete it."))

    package static let claimDays = Self(
        11_026, .badInput, field: "due",
        zh: "日期的先后不对，或者在今天之后。", en: "The days are out of order, or after today.",
        next: Message(zh: "请核对发生日、到期日和确认日。", en: "Check when it arose, was due and was acknowledged."))

    package static let claimSettled = Self(
        11_027, .conflict, field: "claim",
        zh: "“{1}”已经了结。", en: "“{1}” is settled.",
        next: Message(zh: "不用办理。", en: "Nothing is to be done."), example: ["receivable-000123"])

    package static let claimDisputed = Self(
        11_028, .refused, field: "claim",
        zh: "“{1}”没有凭据，有争议，暂时挂账。", en: "“{1}” has no proof and stays in the books as disputed.",
        next: Message(zh: "请先取得对方确认或凭据。", en: "Have it acknowledged, or find its paper, first."),
        example: ["receivable-000123"])

    package static let moreThanLeft = Self(
        11_029, .badInput, field: "amountFen",
        zh: "金额不能超过尚欠的数额。", en: "The amount is more than what is left.",
        next: Message(zh: "请改正金额。", en: "Correct the amount."))

    package static let reviewMissing = Self(
        11_030, .refused, field: "review",
        zh: "放弃债权还要经乡镇审核。", en: "Giving up a claim also takes the township's review.",
        next: Message(zh: "请附上乡镇审核意见。", en: "Add the township's paper."),
        basis: LegalBasis(
            Message(zh: "柳林县石西乡债务管理规定（2025-05-27）", en: "Rules of a township of Liulin county, 2025-05-27"),
            source: "village-register 4.1 (R21)"))

    package static let setOffSides = Self(
        11_031, .refused, field: "other",
        zh: "只能与同一对方的反向债权债务抵顶。", en: "A claim is set off against a debt to the same person alone.",
        next: Message(zh: "请选择同一对方的另一笔。", en: "Choose one of the same person."))

    package static let landIncome = Self(
        11_032, .refused, field: "isLandIncome",
        zh: "农户自己承包地的收益，集体不得抵顶欠款。",
        en: "A household's income from its own contracted land may not be set off by the collective.",
        next: Message(zh: "请用其他办法收欠。", en: "Collect it in another way."),
        basis: LegalBasis(
            Message(
                zh: "最高人民法院关于审理涉及农村土地承包纠纷案件适用法律问题的解释第十七条",
                en: "Supreme Court on land contracts, art. 17"), source: "village-register 0.15 (R13)"))

    package static let barredClaim = Self(
        11_033, .refused, field: "consent",
        zh: "“{1}”的诉讼时效已于 {2} 届满，抵顶须有对方书面同意。",
        en: "The time of “{1}” ran out on {2}; it is set off only with the other side's written consent.",
        next: Message(zh: "请附上对方的书面同意。", en: "Add the other side's written consent."),
        basis: LegalBasis(
            Message(
                zh: "最高人民法院关于适用民法典合同编通则若干问题的解释第五十八条",
                en: "Supreme Court on the general part of contracts, art. 58"), source: "village-register 0.15 (R13)"),
        example: ["receivable-000123", CivilDate.earliest])

    package static let censusKnown = Self(
        11_034, .conflict, field: "census",
        zh: "清产核资“{1}”已经开始。", en: "Census “{1}” has begun already.",
        next: Message(zh: "请接着登记。", en: "Go on counting."), example: ["census-tanba"])

    package static let noSuchCensus = Self(
        11_035, .notFound, field: "census",
        zh: "没有清产核资“{1}”。", en: "There is no census “{1}”.",
        next: Message(zh: "请先开始清产核资。", en: "Begin one first."), example: ["census-tanba"])

    package static let censusClosed = Self(
        11_036, .conflict, field: "census",
        zh: "清产核资“{1}”已经确认。", en: "Census “{1}” is confirmed.",
        next: Message(zh: "请另立基准日。", en: "Begin another, as of another day."), example: ["census-tanba"])

    package static let itemMissing = Self(
        11_037, .badInput, field: "item",
        zh: "没有清查项目。", en: "No item is counted.",
        next: Message(zh: "请写明清查的项目。", en: "Name what was counted."))

    package static let differenceUnexplained = Self(
        11_038, .badInput, field: "reason",
        zh: "账实不符，没有写原因。", en: "The count differs from the books and no reason is given.",
        next: Message(zh: "请选择原因。", en: "Choose the reason."))
}
