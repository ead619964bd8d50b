import Kernel

/// Uses that were seen; numbers 11039–11059.
extension CleanupRefusal {
    package static let noSuchObservation = Self(
        11_039, .notFound, field: "observation",
        zh: "没有巡查记录“{1}”。", en: "There is no observation “{1}”.",
        next: Message(zh: "请从清化收的列表中选择。", en: "Choose one from the clean-up list."),
        example: ["observation-000123"])

    package static let seenKnown = Self(
        11_040, .conflict, field: "observation",
        zh: "编号“{1}”已用于另一条巡查记录。", en: "“{1}” is another observation.",
        next: Message(zh: "请换一个编号。", en: "Choose another number."), example: ["tanba-U1"])

    package static let seenAlready = Self(
        11_041, .conflict, field: "observation",
        zh: "巡查记录“{1}”已经录入。", en: "The observation “{1}” was entered before.",
        next: Message(zh: "不用再录。", en: "Nothing is to be done."), example: ["tanba-U1"])

    package static let seenLater = Self(
        11_042, .badInput, field: "seenOn",
        zh: "巡查日期 {1} 还没有到。", en: "The day {1} has not come yet.",
        next: Message(zh: "请填看到的那一天。", en: "Give the day on which it was seen."), example: [CivilDate.earliest])

    package static let seenNowhere = Self(
        11_043, .badInput, field: "outline",
        zh: "没有说清在哪里：请选一个地块、贴一段界线，或填一个点，只填一样。",
        en: "It is not said where: choose a parcel, paste an outline or give a point, one of the three.",
        next: Message(zh: "请只填一样。", en: "Give one of them."))

    package static let noSuchParcel = Self(
        11_044, .notFound, field: "parcel",
        zh: "没有登记过地块“{1}”，或者它已拆分、合并。", en: "There is no parcel “{1}”, or it was split or merged.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."), example: ["parcel-000123"])

    package static let otherBodysParcel = Self(
        11_045, .refused, field: "parcel",
        zh: "地块“{1}”是另一个集体的。", en: "The parcel “{1}” is another collective's.",
        next: Message(zh: "请选择本集体的地块，或改选组织。", en: "Choose a parcel of this body, or the other body."),
        example: ["A3"])

    package static let nothingAtPoint = Self(
        11_046, .refused, field: "point",
        zh: "这个点上没有登记的地块。", en: "No registered parcel lies at this point.",
        next: Message(
            zh: "请沿地边走一圈，贴界线；点若是从手机地图上读的，请勾选“手机地图”。",
            en: "Walk around it and paste the outline; if the point was read off a phone's map, tick that."))

    package static let groundFaulty = Self(
        11_047, .refused, field: "outline",
        zh: "界线有错：{1}。", en: "The outline has faults: {1}.",
        next: Message(zh: "请改正后再录。", en: "Mend it and enter it again."),
        example: [Message(zh: "界线自相交叉", en: "the line crosses itself")])

    package static let groundTooLarge = Self(
        11_048, .refused, field: "outline",
        zh: "一次巡查的地块不能超过 5 公里宽。", en: "What is seen at once is at most 5 km across.",
        next: Message(zh: "请分成几次录入。", en: "Enter it in several parts."))

    package static let groundTooFine = Self(
        11_049, .refused, field: "outline",
        zh: "界线太细碎，算不出没有合同的部分。", en: "The outline is too fine: what has no contract cannot be worked out.",
        next: Message(zh: "请分成几块录入。", en: "Enter it in several parts."))

    package static let findingOver = Self(
        11_050, .conflict, field: "observation",
        zh: "“{1}”没有待办：已办结，或者都有合同。", en: "Nothing is open at “{1}”: it is closed, or all was under contract.",
        next: Message(zh: "又看到占用时，请另录一条。", en: "Enter another one when it is seen in use again."),
        example: ["observation-000123"])

    package static let dueTooLate = Self(
        11_051, .badInput, field: "due",
        zh: "办理期限最长一年。", en: "It is to be done within a year.",
        next: Message(zh: "请填一年以内的日期。", en: "Give a day within a year."))

    package static let notADeskHere = Self(
        11_052, .refused, field: "owner",
        zh: "“{1}”不是管这个地方的办公席位。", en: "“{1}” is no open desk responsible for this place.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."), example: ["tanba-clerk"])

    package static let findingNotTakenUp = Self(
        11_053, .conflict, field: "observation",
        zh: "“{1}”还没有立项处理，或已办结。", en: "“{1}” was not taken up yet, or is closed.",
        next: Message(zh: "请先说明怎么处理、由谁办。", en: "Say first how it is brought in order, and by whom."),
        example: ["observation-000123"])

    package static let wayMissing = Self(
        11_054, .refused, field: "observation",
        zh: "没有指明本集体的合同、标的或账单。", en: "No contract, lot or bill of this collective is named.",
        next: Message(zh: "请按立项的方式选择一项。", en: "Choose one, of the kind it was taken up by."))
}
