import Kernel
import Platform

extension Text {
    static func signInKeyMissing(_ path: String) -> Message {
        Message(
            zh: "已有登录数据，但没有 \(path)；请从备份恢复它。没有另造。",
            en: "There is a store of sign-ins but no \(path): restore it from your backup. No new one was made.")
    }

    static func signInKeyWrong(_ path: String) -> Message {
        Message(
            zh: "\(path) 不是这份登录数据的密钥，或内容不全；请从备份恢复它。",
            en: "\(path) is not the key of this store of sign-ins, or not whole: restore it from your backup.")
    }

    static let clockTitle = Message(zh: "时钟和到期事项", en: "The clock and its acts")
    static let clockQuestion = Message(zh: "到期的事都办了吗？", en: "Is everything done that fell due?")
    static let clockWell = Message(zh: "都办了", en: "Yes, everything")
    static let clockStopped = Message(zh: "时钟待确认，已暂停", en: "No: the clock is not believed, and all has stopped")
    static let clockIsRight = Message(zh: "服务器时钟无误，继续", en: "The server's clock is right: go on")
    static let tryAgain = Message(zh: "再办一次", en: "Try again")
    static let actDue = Message(zh: "应办时间", en: "Was due")
    static let actFrom = Message(zh: "依据（日志条目）", en: "Follows from entry")
    static let actSince = Message(zh: "搁置时间", en: "Set aside since")
    static let actReason = Message(zh: "原因", en: "Why")

    static func clockAside(_ count: String) -> Message {
        Message(zh: "没有：\(count) 件被搁置", en: "No: \(count) set aside")
    }

    static func reason(_ act: ActSetAside) -> Message {
        switch (act.reason, act.goesOnByItself) {
        case (.interrupted, _):
            Message(
                zh: "办理时程序中断，没有写入；查明原因后再办。",
                en: "The program ended in the middle of it and nothing was written; find out why, then try again.")
        case (.refused, true):
            Message(
                zh: "缺少那一年的工作日历；日历到了会自动继续。",
                en: "The calendar of that year is not known; it goes on by itself when it is.")
        case (.refused, false):
            Message(zh: "被规则拒绝；处理后再办。", en: "It was refused; put right what stands in its way, then try again.")
        case (.failed, _):
            Message(zh: "数据库没有接受；程序会自动再试。", en: "The store refused it; it is tried again by itself.")
        }
    }
}
