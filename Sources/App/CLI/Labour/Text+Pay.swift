import Kernel
import Labour

extension CLIText {
    static let replayPay = Message(
        zh: "按零工规则核算班次、打卡、发薪日和工资（CSV 或 JSON）。",
        en: "Reckon shifts, punches, pay days and pay (CSV or JSON) by the labour rules.")

    static func payOutcome(_ outcome: PayOutcome) -> Message {
        switch outcome {
        case .agrees: Message(zh: "一致", en: "agrees")
        case .differs: Message(zh: "不一致", en: "differs")
        case .answered: Message(zh: "已算", en: "answered")
        case .notReckoned: Message(zh: "无数可算", en: "nothing to reckon")
        case .unreadable: Message(zh: "读不出", en: "unreadable")
        }
    }

    static func paySummary(_ counts: [PayOutcome: Int]) -> Message {
        func words(_ language: Language) -> String {
            PayOutcome.allCases.map { "\(language(payOutcome($0))) \(counts[$0] ?? 0)" }
                .joined(separator: language == .chinese ? "，" : ", ")
        }
        return Message(zh: words(.chinese), en: words(.english))
    }
}
