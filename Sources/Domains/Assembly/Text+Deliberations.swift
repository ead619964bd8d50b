package import Kernel

/// The words of the four deliberations and two publications.
extension AssemblyText {
    static let openDeliberation = Message(zh: "提出一件要议的事", en: "Open a matter")
    static let takeStep = Message(zh: "登记这一步", en: "Enter the step")
    static let decideDeliberation = Message(zh: "选取决议", en: "Name the resolution")
    static let stopDeliberation = Message(zh: "终止这件事", en: "Give the matter up")
    static let holdAgainstChain = Message(zh: "核对四议两公开", en: "Hold a resolution against its deliberation")

    static let deliberations = Message(zh: "四议两公开", en: "Four deliberations")
    static let deliberation = Message(zh: "四议两公开事项", en: "A matter and its steps")
    static let deliberationsQuestion = Message(zh: "村里的大事议到哪一步了？", en: "How far have the village’s matters come?")
    static func deliberationsAnswer(_ open: String, _ late: String) -> Message {
        Message(
            zh: "\(open) 件在办，其中 \(late) 件超过时限", en: "\(open.of("matter")) under way; \(late) of them late")
    }
    static let noDeliberations = Message(zh: "还没有提出过要议的事。", en: "No matter has been opened yet.")
    static let subjectLine = Message(zh: "要决定什么", en: "What is to be decided")
    static let subjectHint = Message(
        zh: "例：南河湾 120 亩地出租五年。", en: "For example: letting 120 mu of Nanhewan for five years.")
    static let deliberationNote = Message(
        zh: "要走哪几步、公开几天，按本县当天的参数定下，以后不再变。县里要求的事项没有走完，决议不能用来挂牌、签合同、分配和核销。",
        en:
            "Which steps it takes and how long each is shown is fixed by the county’s rows of today. Where the county asks for them, the resolution opens no lot, contract, distribution or waiver before they are through."
    )
    static let nextIs = Message(zh: "下一步", en: "Next")
    static let dueBy = Message(zh: "最晚", en: "By")
    static let usableFrom = Message(zh: "决议可用之日", en: "Resolution usable from")
    static let opened = Message(zh: "提出日期", en: "Opened on")
    static let stoppedFor = Message(zh: "终止原因", en: "Given up because")
    static let isStopped = Message(zh: "已终止", en: "Given up")
    static let allTaken = Message(zh: "各步都已办完", en: "All steps were taken")
    static let late = Message(zh: "已超过时限", en: "late")
    static let stepDay = Message(zh: "哪一天办的？", en: "On which day?")
    static let stepPaper = Message(zh: "会议记录、签到表或公开栏照片", en: "Minutes, signed sheet or a picture of the board")
    static let secondPaper = Message(zh: "另一份材料", en: "A second paper")
    static let countsHint = Message(zh: "会上点了人数的，三个数都填。", en: "Where they were counted, give all three numbers.")
    static let chosenResolution = Message(zh: "哪一项已登记的决议？", en: "Which recorded resolution?")
    static let chosenHint = Message(
        zh: "只列出本组织就同一事项通过、日期不早于上一步的决议。",
        en: "Those the body passed on the same matter, not before the last step.")
    static let stopReason = Message(zh: "终止原因", en: "Why")
    static let stopHint = Message(zh: "例：党员大会审议没有通过。", en: "For example: the party members did not agree.")

    static func counted(_ entitled: String, _ present: String, _ inFavour: String) -> Message {
        Message(
            zh: "应到 \(entitled)，实到 \(present)，赞成 \(inFavour)",
            en: "\(present) of \(entitled) there, \(inFavour) for")
    }
    static func by(_ day: String, isLate: Bool) -> Message {
        isLate
            ? Message(zh: "应在 \(day) 前办理，\(late.zh)", en: "by \(day), \(late.en)")
            : Message(zh: "最晚 \(day)", en: "by \(day)")
    }
    static func comes(_ step: Message, _ by: Message) -> Message {
        Message(zh: "下一步：\(step.zh)，\(by.zh)", en: "Next: \(step.en.lowercased()), \(by.en)")
    }
    static func hangsUntil(_ day: String) -> Message {
        Message(zh: "决议公开到 \(day) 为止", en: "the resolution is shown until \(day)")
    }
}

extension DeliberationStep {
    package var label: Message {
        switch self {
        case .branchProposes: Message(zh: "党支部提议", en: "The branch proposes")
        case .committeesConsult: Message(zh: "两委商议", en: "The two committees consult")
        case .partyReviews: Message(zh: "党员大会审议", en: "The party members review")
        case .bodyDecides: Message(zh: "会议决议", en: "The members or their representatives decide")
        case .resolutionShown: Message(zh: "决议公开", en: "The resolution is shown")
        case .outcomeShown: Message(zh: "实施结果公开", en: "The outcome is shown")
        }
    }
}

extension Deliberation {
    /// Where it stands, for whoever wants to use its resolution.
    var standing: Message {
        if isStopped { return AssemblyText.isStopped }
        if let usableFrom { return AssemblyText.hangsUntil(usableFrom.adding(days: -1).description) }
        return next?.label ?? AssemblyText.allTaken
    }
}
