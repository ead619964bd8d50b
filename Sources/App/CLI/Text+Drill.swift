import Kernel

extension CLIText {
    static let drill = Message(zh: "演练。", en: "Drills for those who build the program.")
    static let drillClosing = Message(zh: "截止时刻的出价演练。", en: "Serve a house around the end of a lot's auction.")
    static let drillTokens = Message(
        zh: "练习站点每个岗位的登录令牌。", en: "Print a session for each desk of a house begun for practice.")
    static let drillTelemetry = Message(
        zh: "写入若干天的演练报文。", en: "Write raw frames of days that are over, as loggers would have sent them.")
    static let drillDays = Message(zh: "到昨天为止的天数。", en: "Days, up to yesterday.")
    static let drillStations = Message(zh: "站点数。", en: "Stations.")
    static let drillLead = Message(zh: "窗口前的秒数。", en: "Seconds before the window.")
    static let drillWindow = Message(zh: "截止前后窗口的毫秒数。", en: "Milliseconds of the house around the end.")
    static let drillFactor = Message(zh: "窗口内时间放慢的倍数。", en: "How much slower the house's time goes there.")
}
