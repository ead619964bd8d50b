import Kernel

/// Words of a case of wages in arrears, and of what is handed over with it.
enum CaseText {
    static let title = Message(zh: "欠薪证据", en: "Evidence of wages in arrears")
    static let question = Message(zh: "欠了谁多少，凭什么？", en: "Who is owed what, and how is it known?")
    static let note = Message(
        zh: "调解和移交劳动保障监察用这一页。每一条都在日志里，证据包里有每条的证明，不联网也能核验。",
        en: """
            For mediation and for labour inspection. Every line stands in the log; the pack holds a proof of each, which is \
            verified without a network.
            """)
    static let pack = Message(zh: "下载证据包", en: "Take the evidence pack")
    static let next = Message(zh: "转到下一步", en: "Take the next step")
    static let nextNote = Message(
        zh: "立案、停止发单、乡镇调解、移交监察，一步一步来。移交要写文号；按条例第五十条，用工方拿不出台账的，承担不利后果。",
        en: """
            A case, no new orders, mediation, inspection, one after the other. A hand-over names its letter. Who hires and \
            cannot show a pay ledger bears the consequence (Order 724, art. 50).
            """)
    static let paper = Message(zh: "移交函、调解书文号（移交必填）", en: "Number of the letter or record (for a hand-over)")
    static let entry = Message(zh: "日志条目", en: "Entry of the log")
    static let when = Message(zh: "时间", en: "At")
    static let what = Message(zh: "什么事", en: "What")
    static let nothing = Message(zh: "还没有记录。", en: "Nothing was entered.")
    static let printed = Message(zh: "打印时间", en: "Printed at")

    static let posted = Message(zh: "发布用工单", en: "The order was posted")
    static let accepted = Message(zh: "应约", en: "A seat was taken")
    static let came = Message(zh: "到岗", en: "Came to work")
    static let offered = Message(zh: "邀约", en: "A seat was offered")
    static let cancelled = Message(zh: "用工方取消", en: "Taken back by the employer")
    static let sent = Message(zh: "报银行代发", en: "Given to the bank")
    static let returned = Message(zh: "银行退回", en: "Sent back by the bank")

    static func due(_ net: String, _ minutes: String, _ lines: String) -> Message {
        Message(zh: "确认工时 \(minutes) 分钟，应得 \(net)：\(lines)", en: "\(minutes) minutes confirmed, \(net) due: \(lines)")
    }
    static func paid(_ amount: String, _ left: String, _ method: Message) -> Message {
        Message(zh: "付 \(amount)，\(method.zh)，还欠 \(left)", en: "\(amount) paid, \(method.en), \(left) left")
    }
    static func step(_ step: Message, _ owed: String, _ paper: String?) -> Message {
        let (zh, en) = (paper.map { "，\($0)" } ?? "", paper.map { ", \($0)" } ?? "")
        return Message(zh: "\(step.zh)，欠 \(owed)\(zh)", en: "\(step.en), \(owed) owed\(en)")
    }
    static func told(_ kind: MessageKind, _ outcome: MessageOutcome) -> Message {
        let what =
            switch kind {
            case .offer: Message(zh: "邀约", en: "the offer")
            case .cancelled: Message(zh: "取消", en: "the cancellation")
            case .wagesMissed: Message(zh: "欠薪告知本人", en: "wages missed, to the worker")
            case .reminder: Message(zh: "催用工方付工资", en: "a reminder to who hired")
            }
        let how =
            switch outcome {
            case .handed: Message(zh: "短信已交出", en: "handed to the sender")
            case .failed: Message(zh: "短信没发出", en: "not taken by the sender")
            case .noPhone: Message(zh: "没有电话", en: "no telephone")
            case .told: Message(zh: "电话告知", en: "told by voice")
            }
        return Message(zh: "通知（\(what.zh)）：\(how.zh)", en: "Message (\(what.en)): \(how.en)")
    }
}
