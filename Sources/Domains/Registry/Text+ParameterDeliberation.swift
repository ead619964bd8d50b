import Kernel

extension ParameterKey {
    /// The figures of the four deliberations and two publications; nil for all others.
    var deliberationName: Message? {
        switch self {
        case .deliberationAssets:
            Message(zh: "四议两公开：资产出租、处置、建设用地（1 为须走）", en: "Deliberation on letting and selling assets (1: asked)")
        case .deliberationOutsiders:
            Message(zh: "四议两公开：发包给外人（1 为须走）", en: "Deliberation on contracting to outsiders (1: asked)")
        case .deliberationMoney:
            Message(
                zh: "四议两公开：预算、分配、投资、土地补偿费（1 为须走）",
                en: "Deliberation on budget, distribution, investment and land compensation (1: asked)")
        case .deliberationOthers: Message(zh: "四议两公开：其他事项（1 为须走）", en: "Deliberation on all other matters (1: asked)")
        case .deliberationBranch: Message(zh: "四议两公开：党支部提议（1 为有）", en: "Deliberation: the branch proposes (1: yes)")
        case .deliberationCommittees:
            Message(zh: "四议两公开：两委商议（1 为有）", en: "Deliberation: the two committees consult (1: yes)")
        case .deliberationParty:
            Message(zh: "四议两公开：党员大会审议（1 为有）", en: "Deliberation: the party members review (1: yes)")
        case .deliberationOutcome:
            Message(zh: "四议两公开：实施结果公开（1 为有）", en: "Deliberation: the outcome is shown (1: yes)")
        case .deliberationStepDays: Message(zh: "四议两公开：前后两步之间的天数", en: "Deliberation: days from one step to the next")
        case .deliberationShowDays:
            Message(zh: "四议两公开：作出决议后几天内公开", en: "Deliberation: days until the resolution is shown")
        case .deliberationNoticeDays: Message(zh: "四议两公开：决议公开的天数", en: "Deliberation: days the resolution is shown")
        case .deliberationOutcomeDays:
            Message(zh: "四议两公开：公开期满后几天内公开实施结果", en: "Deliberation: days until the outcome is shown")
        default: nil
        }
    }
}
