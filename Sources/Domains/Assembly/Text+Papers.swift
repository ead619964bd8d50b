package import Kernel

/// The words of a meeting's papers, of its roll and of whom a motion concerns.
extension AssemblyText {
    static let addMeetingPapers = Message(zh: "上传会议材料", en: "Add papers of the meeting")
    static let strikeFromRoll = Message(zh: "从本次名册除名", en: "Strike from this roll")
    static let papers = Message(zh: "会议材料", en: "Papers")
    static let paperKind = Message(zh: "哪种材料？", en: "Which paper?")
    static let struck = Message(zh: "名册固定后除名", en: "Struck after the roll was frozen")
    static let whoIsStruck = Message(zh: "除名的是谁？", en: "Who is struck?")
    static let strikeNote = Message(
        zh: "只用于名册固定以后、开会以前去世或丧失身份的人；应到人数随之减少，会议页面写明。名册只减不增。",
        en:
            "For somebody who died or lost membership after the roll was frozen and before the meeting opens. Fewer are entitled then, as its page says; nobody is ever added."
    )
    static let concerns = Message(zh: "涉及谁？（承租人、受让人、欠款人）", en: "Whom does it concern? (lessee, buyer, debtor)")
    static let concernsHint = Message(
        zh: "填了，本人和申报过的近亲属由程序列为回避，不说明是什么关系；没有对方的留空。",
        en: "Then they and their declared close relatives take no part; which relation it is, nobody is told.")
}

extension MeetingPaperKind {
    package var label: Message {
        switch self {
        case .notice: Message(zh: "会议通知", en: "Notice")
        case .attendance: Message(zh: "签到表", en: "Signed attendance sheet")
        case .minutes: Message(zh: "会议记录", en: "Minutes")
        case .tally: Message(zh: "计票单", en: "Tally")
        case .picture: Message(zh: "会场、公开栏照片", en: "Picture of the hall or board")
        }
    }
}
