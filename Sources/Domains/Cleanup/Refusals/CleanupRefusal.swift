package import Kernel

/// The ways in which the room says no; numbers 11001–11999.
package struct CleanupRefusal: DomainRefusal {
    package let statement: RefusalStatement

    package init(_ statement: RefusalStatement) { self.statement = statement }

    package static let all: [CleanupRefusal] = [
        .noSuchOrganisation, .noSuchCase, .nothingNew, .otherBody, .caseClosed, .codeSet, .codeNotSet,
        .reasonMissing,
        .dueInPast, .planMissing, .resolutionMissing, .noSuchResolution, .otherBodysResolution,
        .billKnown, .noSuchBill, .basisMissing, .measuredMore, .billTooLarge, .nothingToBill, .billPaid, .paidOutOfTime,
        .referenceMissing, .claimKnown, .noSuchClaim, .claimEmpty, .claimDays, .claimSettled, .claimDisputed,
        .moreThanLeft, .reviewMissing, .setOffSides, .landIncome, .barredClaim, .censusKnown, .noSuchCensus,
        .censusClosed, .itemMissing, .differenceUnexplained,
        .noSuchObservation, .seenKnown, .seenAlready, .seenLater, .seenNowhere, .noSuchParcel, .otherBodysParcel,
        .nothingAtPoint, .groundFaulty, .groundTooLarge, .groundTooFine, .findingOver, .dueTooLate, .notADeskHere,
        .findingNotTakenUp, .wayMissing, .nothingNamed, .nameNeeded, .noName, .arrivalEntered,
    ]

    package static let noSuchOrganisation = Self(
        11_001, .notFound, field: "organisation",
        zh: "没有登记过组织“{1}”。", en: "No organisation “{1}” is registered.",
        next: Message(zh: "请先登记这个集体经济组织。", en: "Register the collective first."), example: ["tanba"])

    package static let noSuchCase = Self(
        11_002, .notFound, field: "case",
        zh: "没有清理过合同“{1}”。", en: "No contract “{1}” was found.",
        next: Message(zh: "请从清化收的列表中选择。", en: "Choose one from the clean-up list."), example: ["tanba-s4"])

    package static let nothingNew = Self(
        11_003, .conflict, field: "case",
        zh: "“{1}”已经录入，内容没有变化。", en: "“{1}” was entered before and nothing changed.",
        next: Message(zh: "不用再录。", en: "Nothing is to be done."), example: ["tanba-s4"])

    package static let otherBody = Self(
        11_004, .conflict, field: "case",
        zh: "“{1}”是另一个组织的合同。", en: "“{1}” is a contract of another body.",
        next: Message(zh: "请换一个编号。", en: "Choose another number."), example: ["tanba-s4"])

    package static let caseClosed = Self(
        11_005, .conflict, field: "case",
        zh: "“{1}”已经办结。", en: "“{1}” is done.",
        next: Message(zh: "请在合同台账中登记后来的变化。", en: "Enter later changes in the register of contracts."),
        example: ["tanba-s4"])

    package static let codeSet = Self(
        11_006, .conflict, field: "code",
        zh: "问题 {1} 已经记上。", en: "Problem {1} is noted already.",
        next: Message(zh: "不用再记。", en: "Nothing is to be done."), example: ["P04"])

    package static let codeNotSet = Self(
        11_007, .conflict, field: "code",
        zh: "没有记过问题 {1}，不能撤销。", en: "Problem {1} is not noted and cannot be lifted.",
        next: Message(zh: "请选择已经记上的问题。", en: "Choose one that is noted."), example: ["P04"])

    package static let reasonMissing = Self(
        11_008, .badInput, field: "reason",
        zh: "没有写理由。", en: "No reason is given.",
        next: Message(zh: "请写明依据和材料。", en: "Say why, and by which paper."))

    package static let dueInPast = Self(
        11_009, .badInput, field: "due",
        zh: "办理期限 {1} 已经过去。", en: "The day {1} is over.",
        next: Message(zh: "请填今天或以后的日期。", en: "Give today or a later day."), example: [CivilDate.earliest])

    package static let planMissing = Self(
        11_010, .refused, field: "case",
        zh: "有问题的合同还没有处理方案。", en: "A contract with problems has no plan yet.",
        next: Message(zh: "请先定处理方案。", en: "Decide on a plan first."))

    package static let resolutionMissing = Self(
        11_011, .refused, field: "resolution",
        zh: "这个处理方案需要成员决议。", en: "This plan needs a resolution of the members.",
        next: Message(zh: "请先按“四议两公开”作出决议并登记。", en: "Let the members resolve and record it first."),
        basis: LegalBasis(
            Message(
                zh: "中华人民共和国农村集体经济组织法第二十六条",
                en: "Rural Collective Economic Organisation Law, art. 26"),
            source: "village-register 3.1, 3.4 (R10, R20)"))

    package static let noSuchResolution = Self(
        11_012, .notFound, field: "resolution",
        zh: "没有登记过决议“{1}”。", en: "No resolution “{1}” is recorded.",
        next: Message(zh: "请先登记决议。", en: "Record the resolution first."), example: ["res-1"])

    package static let otherBodysResolution = Self(
        11_013, .refused, field: "resolution",
        zh: "这是另一个组织的决议。", en: "This is a resolution of another body.",
        next: Message(zh: "请选择本组织的决议。", en: "Choose one of this body."))

    package static let nothingNamed = Self(
        11_055, .notFound, field: "thing",
        zh: "没有“{1}”这份合同、账单或债权债务。", en: "There is no contract, bill or claim “{1}”.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the lists."), example: ["tanba-s4"])

    package static let nameNeeded = Self(
        11_056, .refused, field: "thing",
        zh: "“{1}”还没有了结，姓名还要用来联系和收付。",
        en: "“{1}” is not done yet: the name is needed to reach the person and to settle.",
        next: Message(zh: "请先办结、收清或化解。", en: "Close the case, or settle the bill or the claim, first."),
        basis: LegalBasis(
            Message(zh: "个人信息保护法第四十七条", en: "Personal Information Protection Law, art. 47"),
            source: "village-register 3.1, 4.1"), example: ["tanba-s4"])

    package static let noName = Self(
        11_057, .conflict, field: "thing",
        zh: "“{1}”没有登记姓名，或者姓名已经删除。", en: "“{1}” names nobody, or the name is destroyed already.",
        next: Message(zh: "不用办理。", en: "Nothing is to be done."), example: ["tanba-s4"])
}
