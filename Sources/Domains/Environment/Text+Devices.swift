import Kernel

/// Words of commands to loggers.
enum DeviceText {
    static let order = Message(zh: "向数采仪发命令", en: "Ask something of a logger")
    static let note = Message(zh: "登记数采仪答复", en: "Note a logger’s answer")
    static let title = Message(zh: "数采仪命令", en: "Commands to loggers")
    static let question = Message(zh: "数采仪答复了什么？", en: "What did the logger answer?")
    static let pageNote = Message(
        zh: "命令在数采仪连上网关后发出，十分钟内没有连上就不再发；同一站点一次只发一条。取回的小时数据作为原始报文留存。",
        en: """
            A command is sent as soon as the logger is connected, and given up after ten minutes; one at a time to a station. \
            An hour that was fetched is kept with the raw frames.
            """)
    static let setTime = Message(zh: "校准时间", en: "Set its time")
    static let realtime = Message(zh: "设实时间隔", en: "Set the real-time interval")
    static let minutes = Message(zh: "设分钟间隔", en: "Set the minute interval")
    static let fetch = Message(zh: "重取一小时", en: "Fetch an hour again")
    static let sample = Message(zh: "立即采样", en: "Sample now")
    static let act = Message(zh: "命令", en: "Command")
    static let orderedAt = Message(zh: "下达", en: "Given")
    static let answer = Message(zh: "答复", en: "Answer")
    static let seconds = Message(zh: "间隔（秒）", en: "Interval, seconds")
    static let secondsHint = Message(zh: "30 至 3600", en: "30 to 3,600")
    static let minuteCount = Message(zh: "间隔（分钟）", en: "Interval, minutes")
    static let minuteHint = Message(zh: "1、2、3、4、5、6、10、12、15、20 或 30", en: "1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30")
    static let hour = Message(zh: "小时（整点）", en: "Hour, from its beginning")
    static let none = Message(zh: "还没有发过命令。", en: "No command was given yet.")
    static let noStation = Message(zh: "还没有登记站点，登记后才能发命令。", en: "No station is registered; a command needs one.")
    static let waiting = Message(zh: "等待发送", en: "waiting")

    static func words(_ words: DeviceWords, hour: String) -> Message {
        switch words.act {
        case .setTime: setTime
        case .realtimeInterval:
            Message(zh: "实时间隔 \(words.interval ?? 0) 秒", en: "Real-time data each \(words.interval ?? 0) s")
        case .minuteInterval:
            Message(zh: "分钟间隔 \(words.interval ?? 0) 分", en: "Minute data each \(words.interval ?? 0) min")
        case .fetchHour: Message(zh: "重取 \(hour) 的小时数据", en: "Fetch the hour \(hour)")
        case .sampleNow:
            Message(zh: "立即采样：\(words.item?.rawValue ?? "")", en: "Sample now: \(words.item?.rawValue ?? "")")
        }
    }

    static func outcome(_ outcome: DeviceOutcome, _ code: Int64?) -> Message {
        let said = code.map { " \($0)" } ?? ""
        switch outcome {
        case .done: return Message(zh: "已执行", en: "done")
        case .failed: return Message(zh: "执行失败（代码\(said)）", en: "failed (code\(said))")
        case .refused: return Message(zh: "拒绝（代码\(said)）", en: "refused (code\(said))")
        case .noAnswer: return Message(zh: "没有答复", en: "no answer")
        case .notConnected: return Message(zh: "十分钟内没有连上", en: "not connected for ten minutes")
        }
    }

    static func answer(_ waiting: Int, _ all: Int) -> Message {
        Message(zh: "\(all) 条命令，\(waiting) 条等待答复", en: "\(all.of("command")), \(waiting) waiting for an answer")
    }
}
