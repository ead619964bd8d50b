package import Kernel

// What a resolution was used for.
extension RegistryText {
    static let identifier = Message(zh: "编号", en: "Identifier")
    static let usedFor = Message(zh: "用于", en: "Used for")
    static let unused = Message(zh: "没有使用记录", en: "No use noted")
    static let usedEarlier = Message(zh: "较早时", en: "earlier")

    static func usedOn(_ day: CivilDate) -> Message { Message(zh: "\(day)", en: "on \(day)") }
}

extension ResolutionUse {
    /// “lot ‘x’”.
    package var words: Message { Message(zh: "\(purpose.label.zh)“\(thing)”", en: "\(purpose.label.en) “\(thing)”") }
}

extension ResolutionPurpose {
    package var label: Message {
        switch self {
        case .lot: Message(zh: "交易标的", en: "lot")
        case .renewal: Message(zh: "合同续签", en: "the renewal after lot")
        case .contract: Message(zh: "合同", en: "contract")
        case .amendment: Message(zh: "补充协议", en: "supplementary agreement")
        case .distribution: Message(zh: "年度收益分配", en: "the distribution of")
        case .budget: Message(zh: "年度预算", en: "the budget of")
        case .budgetChange: Message(zh: "年度预算调整", en: "changes of the budget of")
        case .cleanup: Message(zh: "合同清理", en: "the clean-up of contracts at")
        case .landCharge: Message(zh: "新增资源收费", en: "bills for found land of")
        case .census: Message(zh: "清产核资", en: "census")
        case .waiver: Message(zh: "债权核销", en: "giving up claim")
        }
    }
}
