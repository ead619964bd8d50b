import Kernel
import Web

/// What complaints are asked and told.
enum ComplaintText {
    static let fileComplaint = Message(zh: "投诉", en: "Complain")
    static let answerComplaint = Message(zh: "答复投诉", en: "Answer a complaint")
    static let reopenComplaint = Message(zh: "不接受答复", en: "Do not accept the answer")
    static let closeComplaint = Message(zh: "办结投诉", en: "Close a complaint")
    static let eraseComplaint = Message(zh: "销毁投诉内容", en: "Destroy a complaint’s words")
    static let forgetComplainant = Message(zh: "销毁投诉人的投诉内容", en: "Destroy the words of a person’s complaints")

    static let complaints = Message(zh: "垃圾投诉", en: "Complaints about waste")
    static let complaint = Message(zh: "投诉", en: "Complaint")
    static let whatIsLate = Message(zh: "哪些投诉没有按时答复？", en: "What is not answered in time?")
    static let nothingIsLate = Message(zh: "没有超过时限的", en: "Nothing")
    static let countsOnly = Message(
        zh: "近 90 天。这里只公布件数，投诉人和投诉内容不公开。",
        en: "Of the last 90 days. Counts alone: who complained, and in which words, nobody else reads.")
    static let byTownship = Message(zh: "各乡镇", en: "By township")
    static let byVillage = Message(zh: "各村", en: "By village")
    static let township = Message(zh: "乡镇", en: "Township")
    static let village = Message(zh: "村", en: "Village")
    static let filedCount = Message(zh: "投诉", en: "Made")
    static let openCount = Message(zh: "待答复", en: "Wait for an answer")
    static let overdueCount = Message(zh: "已超时", en: "Past their time")
    static let lateCount = Message(zh: "超时后才答复", en: "Answered late")
    static let noComplaints = Message(zh: "近 90 天没有投诉。", en: "Nobody complained in the last 90 days.")
    static let toAnswer = Message(zh: "本辖区的投诉", en: "Those of your place")
    static let mine = Message(zh: "我的投诉", en: "Yours")
    static let noneOfMine = Message(zh: "没有投诉。", en: "There is none.")

    static let kind = Message(zh: "投诉什么", en: "What about")
    static let site = Message(zh: "收运场所", en: "Site")
    static let siteHint = Message(zh: "知道是哪个收集点再选", en: "If you know which point it is")
    static let words = Message(zh: "情况", en: "What is wrong")
    static let wordsHint = Message(zh: "只有经办人员和你本人看得到", en: "The desk and you yourself alone read it")
    static let photo = Message(zh: "照片", en: "Photo")
    static let answerWords = Message(zh: "答复", en: "Your answer")
    static let whyNot = Message(zh: "哪里还没有解决", en: "What is still wrong")
    static let reason = Message(zh: "原因", en: "Reason")
    static let filedAt = Message(zh: "提出时间", en: "Made at")
    static let answerBy = Message(zh: "答复时限", en: "To be answered by")
    static let escalated = Message(zh: "督办", en: "Taken further")
    static let escalatedTo = Message(
        zh: "过了时限，已转乡镇站和县里督办", en: "Its time has passed: it is on the desks of the station and the county")
    static let complaintsWait = Message(zh: "待答复的垃圾投诉", en: "Complaints about waste that wait for an answer")
    static let escalatedWait = Message(
        zh: "村里超时没有答复的垃圾投诉", en: "Complaints about waste that a village left past their time")
    static let answeredAt = Message(zh: "答复时间", en: "Answered at")
    static let way = Message(zh: "提出方式", en: "How")
    static let atCounter = Message(zh: "窗口代记", en: "at a counter")
    static let inPerson = Message(zh: "本人提出", en: "in person")
    static let howIsIt = Message(zh: "这件投诉办到哪一步了？", en: "How does this complaint stand?")
    static let said = Message(zh: "投诉与答复", en: "What was said")
    static let who = Message(zh: "谁", en: "Who")
    static let complainant = Message(zh: "投诉人", en: "who complained")
    static let desk = Message(zh: "经办单位", en: "the desk")
    static let when = Message(zh: "时间", en: "When")
    static let destroyed = Message(zh: "内容已经销毁。", en: "Its words are destroyed.")
    static let closing = Message(zh: "怎样办结", en: "How it ended")
    static let nobodyReads = Message(
        zh: "日志只记件数、地点和时间；内容加密保存，可随本人要求销毁。",
        en: "The log has number, place and time alone; the words are kept under seal and can be destroyed.")
    static let closeNote = Message(
        zh: "办结以后不能再改。", en: "A closed complaint stays closed.")
    static let isContent = Message(zh: "问题已经解决，或不再投诉。", en: "It is well, or you take it back.")

    static func late(_ count: String) -> Message {
        Message(zh: "\(count) 件超过时限没有答复", en: "\(count) past their time")
    }

    static func state(_ line: ComplaintLine, at now: Instant) -> Tag {
        switch line.phase {
        case .filed where line.isOverdue(at: now): Tag(Message(zh: "超时未答复", en: "past its time"), .bad)
        case .filed: Tag(Message(zh: "待答复", en: "waits for an answer"), .warning)
        case .answered: Tag(Message(zh: "已答复", en: "answered"), .neutral)
        case .closed: Tag(Message(zh: "已办结", en: "closed"), .good)
        }
    }
}

extension ComplaintKind {
    var label: Message {
        switch self {
        case .notCollected: Message(zh: "没有按时收", en: "not collected")
        case .overflowing: Message(zh: "桶满溢出", en: "bins overflow")
        case .heap: Message(zh: "乱倒乱堆", en: "a heap where none should be")
        case .smell: Message(zh: "臭味、污水", en: "smell or seepage")
        case .spilled: Message(zh: "车辆抛洒滴漏", en: "spilled by a vehicle")
        case .mixed: Message(zh: "分好的又混装", en: "sorted waste was mixed")
        case .other: Message(zh: "其他", en: "something else")
        }
    }
}

extension ComplaintClosing {
    var label: Message {
        switch self {
        case .accepted: Message(zh: "投诉人接受答复", en: "the answer was accepted")
        case .withdrawn: Message(zh: "投诉人撤回", en: "taken back")
        case .unfounded: Message(zh: "查无此事", en: "nothing of the kind was found")
        case .duplicate: Message(zh: "重复投诉", en: "complained of twice")
        case .elsewhere: Message(zh: "不归本县垃圾收运管", en: "no matter of this county’s waste")
        case .unreachable: Message(zh: "联系不上投诉人", en: "the one who complained cannot be reached")
        }
    }
}
