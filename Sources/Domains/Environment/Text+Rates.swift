import HJ212
import Kernel

/// What rates are called and what they mean.
enum RateText {
    static let rates = Message(zh: "传输有效率", en: "Rates of transmission and validity")
    static let note = Message(
        zh: "分子、分母都是“因子×小时”的个数，没有收到的不算达标；没有应收的不算比率。",
        en:
            "Numerators and denominators are hours of items. What did not arrive is never counted as valid; where nothing was due there is no rate."
    )
    static let monthBefore = Message(zh: "上个月", en: "The month before")
    static let all = Message(zh: "全县", en: "All together")
    static let due = Message(zh: "应收", en: "Due")
    static let received = Message(zh: "收到", en: "Received")
    static let valid = Message(zh: "有效", en: "Valid")
    static let transmission = Message(zh: "传输率", en: "Transmission")
    static let validity = Message(zh: "有效率", en: "Validity")
    static let effective = Message(zh: "传输有效率", en: "Effective")
    static let missing = Message(zh: "没有记录的日", en: "Days without a record")
    static let untold = Message(zh: "没记收到数的日", en: "Days without a count")
    static let definitions = Message(zh: "怎么算的", en: "How they are reckoned")
    static let dueMeans = Message(
        zh: "每个因子每天应收 24 小时，减去没有排水的小时；COD、氨氮、总氮、总磷每天可少 1 小时（自动核查）；整天没有记录的按 24 小时应收",
        en: """
            24 hours a day of each item, less hours without discharge; of COD, ammonia, nitrogen and phosphorus one missing hour a \
            day is the automatic check’s; a day without a record is due whole
            """)
    static let transmissionMeans = Message(zh: "收到 ÷ 应收", en: "received ÷ due")
    static let validityMeans = Message(zh: "有效 ÷ 收到", en: "valid ÷ received")
    static let effectiveMeans = Message(zh: "有效 ÷ 应收；几处合计时先加总再相除", en: "valid ÷ due; of several points, sums over sums")
    static let period = Message(zh: "统计期", en: "Period")
    static let asked = Message(zh: "要求不低于", en: "Asked for at least")
    static let passes = Message(zh: "达到要求", en: "reaches it")
    static let fallsShort = Message(zh: "没有达到", en: "falls short")
    static let nothingDue = Message(zh: "没有应收", en: "nothing was due")
    static let receivedHours = Message(zh: "收到小时", en: "Hours received")

    static func question(_ month: String) -> Message {
        Message(zh: "\(month)的监测数据传输有效率是多少？", en: "How much of \(month)’s data arrived and was valid?")
    }
    static func percent(_ rate: Micro?) -> Message {
        guard let rate else { return Message(zh: "—", en: "—") }
        return Message(zh: "\(rate.shortest) %", en: "\(rate.shortest) %")
    }
}
