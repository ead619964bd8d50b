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

    static let enterTally = Message(zh: "登记一份纸票计数", en: "Enter a teller’s count")
    static let secret = Message(zh: "无记名投票（纸票）", en: "By secret paper ballot")
    static let secretHint = Message(
        zh: "发纸票、当众开箱，由两名计票人分别清点登记。", en: "Papers are handed out and counted in the hall by two tellers, each alone.")
    static let tallyNote = Message(
        zh:
            "两名计票人各自清点、各自登录登记。先登记的一份在另一份登记前谁也看不到；两份一致才算数，不一致就重新清点。程序只能证明登记的数是当时报的数，不能证明票点得对，也不能担保没有人被迫投票：这要靠在场的见证人和封存的票箱。",
        en:
            "Each teller counts alone and enters it under their own desk. Nobody sees the first sheet before the second is in; only the same count counts, otherwise both count again. The program proves that the numbers are those that were announced; that the papers were counted right, and that nobody was pressed, rests on witnesses and the sealed box."
    )
    static let paperVotes = Message(zh: "纸票", en: "Votes on paper")
    static let issued = Message(zh: "发出", en: "Handed out")
    static let returned = Message(zh: "收回", en: "Came back")
    static let invalid = Message(zh: "废票", en: "Void")
    static let recounts = Message(zh: "重新清点", en: "Recounts")
    static func sheets(_ count: Int64) -> Message {
        switch count {
        case 0: Message(zh: "等待两名计票人", en: "Waits for both tellers")
        case 1: Message(zh: "已登记一份，等待另一份", en: "One sheet is in, and closed")
        default: Message(zh: "两份一致", en: "Both agree")
        }
    }
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
