import Kernel

extension AssemblyRefusal {
    private static let order = LegalBasis(
        Message(
            zh: "四议两公开工作法；本县参数 deliberation.*",
            en: "Four deliberations, two publications; the county's rows deliberation.*"),
        source: "rural-exchange 1.3")

    package static let noSuchDeliberation = Self(
        6070, .notFound, field: "deliberation",
        zh: "没有四议两公开事项“{1}”。",
        en: "There is no deliberation “{1}”.",
        next: Message(zh: "请从列表中选择。", en: "Choose one from the list."),
        example: ["tanba-2026-1"])

    package static let deliberationKnown = Self(
        6071, .conflict, field: "deliberation",
        zh: "事项编号“{1}”已经用过。",
        en: "“{1}” is already in use.",
        next: Message(zh: "请换一个编号，或留空由程序编号。", en: "Choose another, or leave it to the program."),
        example: ["tanba-2026-1"])

    package static let nothingToDeliberate = Self(
        6072, field: "matter",
        zh: "理事会日常事项不走四议两公开。",
        en: "The council's routine takes no deliberation.",
        next: Message(zh: "请直接登记理事会决议。", en: "Record the council's resolution."))

    package static let subjectMissing = Self(
        6073, .badInput, field: "subject",
        zh: "请写明要决定什么。",
        en: "Say what is to be decided.",
        next: Message(zh: "请用一句话填写后重新提交。", en: "Fill in one line and send it again."))

    package static let deliberationStopped = Self(
        6074, .conflict,
        zh: "这件事已经终止。",
        en: "The matter was given up.",
        next: Message(zh: "需要时另开一件。", en: "Open another where it is needed."))

    package static let deliberationDone = Self(
        6075, .conflict,
        zh: "四议两公开已经走完，不能终止。",
        en: "All steps were taken; nothing can be given up.",
        next: Message(zh: "不需要再提交。", en: "Nothing needs to be done."))

    package static let decidedByResolution = Self(
        6076, field: "step",
        zh: "“决议”这一步由已登记的决议办理。",
        en: "The decision is entered by its recorded resolution.",
        next: Message(zh: "请先登记决议，再在这里选取。", en: "Record the resolution, then choose it here."))

    package static let stepNotAsked = Self(
        6077, field: "step",
        zh: "这件事不要求“{1}”。",
        en: "“{1}” is not asked of this matter.",
        next: Message(zh: "请办理列出的下一步。", en: "Take the next step of the list."),
        basis: order, example: ["partyReviews"])

    package static let stepTaken = Self(
        6078, .conflict, field: "step",
        zh: "“{1}”已经办过。",
        en: "“{1}” was taken already.",
        next: Message(zh: "请办理下一步。", en: "Take the next one."),
        example: ["branchProposes"])

    package static let stepTooEarly = Self(
        6079, field: "step",
        zh: "还没有办“{1}”，不能跳过。",
        en: "“{1}” comes first.",
        next: Message(zh: "请先办理这一步并上传记录。", en: "Take that step first, with its papers."),
        basis: order, example: ["branchProposes"])

    package static let stepInFuture = Self(
        6080, .badInput, field: "day",
        zh: "日期不能晚于今天。",
        en: "A step cannot lie after today.",
        next: Message(zh: "办完当天再登记。", en: "Enter it when it was taken."))

    package static let stepBackwards = Self(
        6081, .badInput, field: "day",
        zh: "不能早于上一步：{1}。",
        en: "It cannot lie before the step before it: {1}.",
        next: Message(zh: "请核对日期。", en: "Check the day."),
        basis: order, example: [CivilDate.earliest])

    package static let noticeStillRuns = Self(
        6082, field: "day",
        zh: "决议要公开到 {1} 为止，期满后才能公开实施结果。",
        en: "The resolution is shown until {1}; its outcome comes after that.",
        next: Message(zh: "请在公开期满后办理。", en: "Come back when the days are over."),
        basis: order, example: [CivilDate.earliest])

    package static let minutesMissing = Self(
        6083, .badInput, field: "minutes",
        zh: "请上传会议记录、签到表或公开栏照片。",
        en: "The minutes, the signed sheet or a picture of the board is missing.",
        next: Message(zh: "请拍照或选择文件。", en: "Take a photo or choose a file."),
        basis: order)

    package static let countsImpossible = Self(
        6084, .badInput, field: "present",
        zh: "应到、实到、赞成三个数要么都填，要么都不填，而且不能前小后大。",
        en: "Give all three numbers or none, and none larger than the one before it.",
        next: Message(zh: "请核对人数。", en: "Check the numbers."))

    package static let notCarried = Self(
        6085, field: "inFavour",
        zh: "赞成没有过半：至少要 {1} 人。",
        en: "Not more than half agreed: it takes {1}.",
        next: Message(zh: "没有通过的，可以重新商议，或终止这件事。", en: "Consult again, or give the matter up."),
        example: [12])

    package static let noSuchResolution = Self(
        6086, .notFound, field: "resolution",
        zh: "没有登记过决议“{1}”。",
        en: "No resolution “{1}” was recorded.",
        next: Message(zh: "请先登记决议。", en: "Record it first."),
        example: ["tanba-2026-1"])

    package static let otherResolution = Self(
        6087, field: "resolution",
        zh: "这项决议不是本组织就这件事通过的。",
        en: "The body did not pass this resolution on this matter.",
        next: Message(zh: "请选取事项相同的决议。", en: "Choose one on the same matter."),
        basis: order)

    package static let resolutionDeliberated = Self(
        6088, .conflict, field: "resolution",
        zh: "这项决议已经用在另一件四议两公开上。",
        en: "The resolution decided another matter.",
        next: Message(zh: "一件事一项决议。", en: "One matter, one resolution."))

    package static let notDeliberated = Self(
        6089, field: "resolution",
        zh: "本县自 {3} 起要求“{1}”走四议两公开（{2}），这项决议没有走。",
        en: "From {3} the county asks for the four deliberations on “{1}” ({2}); this resolution has none.",
        next: Message(zh: "请在“四议两公开”中补齐各步后再用。", en: "Take the steps under “Four deliberations” first."),
        basis: order, example: ["assetLease", "rural-exchange 1.3", CivilDate.earliest])

    package static let deliberationUnfinished = Self(
        6090, field: "resolution",
        zh: "这项决议的四议两公开还没有走到可以使用：{1}。",
        en: "The resolution cannot be used yet: {1}.",
        next: Message(zh: "请办完下一步，公开期满后再用。", en: "Take the next step, and wait until the days are over."),
        basis: order, example: ["resolutionShown"])
}
