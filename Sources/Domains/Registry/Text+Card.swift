import Kernel

// The words of cards put right and retired.
extension RegistryText {
    static let correctAsset = Message(zh: "更正卡片", en: "Correct the card")
    static let retireAsset = Message(zh: "注销卡片", en: "Retire the card")
    static let correctNote = Message(
        zh: "只改错的地方。改前改后都会公开，原来的内容不会抹掉。登错村组的，请注销后重新登记。",
        en:
            "Change only what is wrong. What stood there stays, and both are public. A card in the wrong village is retired and registered anew."
    )
    static let correctReason = Message(zh: "为什么更正", en: "Why it is corrected")
    static let correctReasonHint = Message(
        zh: "如“重新丈量”“登记时笔误”。会公开，不要写姓名。", en: "Such as: measured anew; a slip. Public: no names.")
    static let retireNote = Message(
        zh: "注销后不再计入集体家底，不能再交易、签合同；出售、征收、毁损的，地图上的地块一并注销。卡片和它的经过仍然公开。",
        en:
            "It is no longer counted, traded or let; what was sold, requisitioned or demolished leaves the map. The card and what became of it stay public."
    )
    static let cause = Message(zh: "注销原因", en: "Cause")
    static let retiredDay = Message(zh: "注销日期", en: "Retired on")
    static let retiredDayHint = Message(zh: "出售、征收、拆除的，填实际发生的日期", en: "Of what is gone: the day it happened")
    static let successorCard = Message(zh: "以哪张卡为准", en: "The card that stands")
    static let successorHint = Message(zh: "合并、重复登记的才填", en: "Only of what was merged or registered twice")
    static let cardHistory = Message(zh: "更正经过", en: "Corrections")
    static let corrected = Message(zh: "更正的内容", en: "Corrected")
    static let before = Message(zh: "原来", en: "Before")
    static let after = Message(zh: "现在", en: "After")
    static let correctedOn = Message(zh: "更正日期", en: "Corrected on")
    static let reason = Message(zh: "原因", en: "Reason")
    static let logEntry = Message(zh: "日志", en: "Log")
    static func entryNumber(_ number: String) -> Message { Message(zh: "第 \(number) 条", en: "No. \(number)") }
    static let retired = Message(zh: "这张卡片已经注销", en: "This card is retired")
    static let boundaries = Message(zh: "四至", en: "Boundaries")
    static let formerName = Message(zh: "资产曾用名", en: "Formerly called")
    static let contractPaper = Message(zh: "合同原件照片", en: "The contract as signed")
    static let contractPaperHint = Message(
        zh: "管本村的岗位和承租人本人看得到。JPEG、PNG、HEIC、PDF、OFD，不超过 20 MB",
        en: "Seen by the desks over the place and by the lessee. JPEG, PNG, HEIC, PDF, OFD, up to 20 MB")

    static func boundaries(_ sides: Boundaries) -> Message {
        Message(
            zh: "东至\(sides.east)，南至\(sides.south)，西至\(sides.west)，北至\(sides.north)",
            en: "east \(sides.east), south \(sides.south), west \(sides.west), north \(sides.north)")
    }

    /// What may be corrected while something holds the card.
    static func held(_ hold: CardHold, _ format: (CivilDate) -> String) -> Message {
        switch hold {
        case .lot:
            Message(
                zh: "这张卡正在交易，现在只能改名称、用途和原值。", en: "It is in trade: name, use and original value can be corrected.")
        case .contract(let span):
            Message(
                zh: "这张卡的合同到\(format(span.end))止，合同期内只能改名称、用途和原值。",
                en: "It is under contract until \(format(span.end)): name, use and original value can be corrected.")
        case .dispute:
            Message(
                zh: "这张卡有权属争议，解决以前只能改名称、用途和原值。", en: "It is in dispute: name, use and original value can be corrected.")
        }
    }
}

extension RetirementCause {
    var label: Message {
        switch self {
        case .sold: Message(zh: "已出售、转让", en: "Sold")
        case .requisitioned: Message(zh: "被征收", en: "Requisitioned")
        case .demolished: Message(zh: "拆除、毁损、报废", en: "Demolished or worn out")
        case .merged: Message(zh: "并入另一张卡", en: "Merged into another card")
        case .duplicate: Message(zh: "重复登记", en: "Registered twice")
        case .mistaken: Message(zh: "登记错误", en: "Registered by mistake")
        }
    }
}

extension CardField {
    var label: Message {
        switch self {
        case .owner: RegistryText.owner
        case .name: RegistryText.name
        case .assetClass: RegistryText.assetClass
        case .kind: RegistryText.kindLabel
        case .area: RegistryText.area
        case .originalValue: RegistryText.originalValue
        case .right: RegistryText.right
        case .rightUntil: RegistryText.rightUntil
        case .households: RegistryText.households
        case .use: RegistryText.use
        case .boundaries: RegistryText.boundaries
        }
    }
}
