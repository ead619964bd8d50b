import Kernel
import Web

/// What shifts of drivers and vehicles are asked and told.
enum ShiftText {
    static let outside = Message(zh: "不在班次内的过磅", en: "Weighings outside a shift")
    static let noneOutside = Message(
        zh: "没有。车辆开始记班次以后的过磅都在班次内。",
        en: "None: since shifts of a vehicle are kept, each of its weighings was within one.")
    static let start = Message(zh: "上班出车", en: "Begin a shift")
    static let end = Message(zh: "收车下班", en: "End a shift")

    static let shifts = Message(zh: "出车记录", en: "Shifts")
    static let whoDrives = Message(zh: "现在谁在开哪辆车？", en: "Who drives which vehicle now?")
    static let noShifts = Message(zh: "近三十天没有出车记录。", en: "There was no shift in the last thirty days.")
    static let startedAt = Message(zh: "出车", en: "Began")
    static let endedAt = Message(zh: "收车", en: "Ended")
    static let hours = Message(zh: "时长", en: "Hours")
    static let startHint = Message(zh: "不填就是现在", en: "Now, where it is left empty")
    static let goesOn = Tag(Message(zh: "在路上", en: "on the road"), .good)
    static let over = Tag(Message(zh: "已收车", en: "ended"), .neutral)
    static let tooLong = Tag(Message(zh: "超过 8 小时", en: "over 8 hours"), .warning)

    static func count(_ count: String) -> Message { Message(zh: "\(count) 辆车在路上", en: "\(count) on the road") }
    static func time(_ minutes: Int64) -> Message {
        let rest = minutes % 60
        return Message(
            zh: "\(minutes / 60) 小时 \(rest) 分", en: "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)")
    }
}
