import Environment
import HJ212
import Kernel

extension CLIText {
    static let replaySamples = Message(
        zh: "按污水处理的统计与有效性规则核对数值文件（JSON 或 CSV）。",
        en: "Put files of values (JSON or CSV) through the sewage room's statistics and validity.")
    static let samplesExpected = Message(
        zh: "逐日期望值的文件（CSV），用于流量浓度序列。", en: "A file of expected days (CSV), for a series of flow and values.")

    static func samplesUnknown(_ file: String) -> Message {
        Message(
            zh: "\(file) 不是认识的格式：有效性、传输率、比对的 JSON，流量浓度或 UCI 的 CSV。",
            en: """
                \(file) is of no known format: JSON of validity, rates or comparisons, CSV of flow and values or of UCI.
                """)
    }

    static func sampleProblem(_ problem: SampleProblem) -> Message {
        switch problem {
        case .notUnderstood: Message(zh: "这一条读不懂，未计算。", en: "Not understood, nothing was computed.")
        case .badNumber(let text, let fault):
            Message(
                zh: "“\(text)”不收：\(HJ212Text.number(fault).zh)。",
                en: "“\(text)” is refused: \(HJ212Text.number(fault).en).")
        case .badTime(let text): Message(zh: "“\(text)”不是时间。", en: "“\(text)” is no time.")
        case .noFlow: Message(zh: "没有流量。", en: "There is no flow.")
        case .badMark(let text):
            Message(zh: "“\(text)”不是数据标记（N F M S D C T B）。", en: "“\(text)” is no mark (N F M S D C T B).")
        case .badHour(let name): Message(zh: "“\(name)”不是 0 到 23 的整点。", en: "“\(name)” is no hour from 0 to 23.")
        }
    }

    static func samplesSummary(_ cases: Int, _ agreeing: Int, _ differing: Int, _ refused: Int) -> Message {
        Message(
            zh: "共 \(cases) 条：\(agreeing) 条与文件一致，\(differing) 条不一致，\(refused) 条不收。",
            en: "\(cases) cases: \(agreeing) agree with the file, \(differing) differ, \(refused) refused.")
    }
}
