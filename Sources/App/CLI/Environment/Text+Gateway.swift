import Environment
import Kernel
import Telemetry

extension CLIText {
    static let gateway = Message(
        zh: "接收数采仪的 HJ 212 报文，落盘后才应答，每十分钟封存一次。",
        en: "Take HJ 212 frames of loggers, answer only what is on the disk, seal every ten minutes.")
    static let gatewayPort = Message(zh: "接收报文的端口。", en: "The port for frames.")
    static let serveGateway = Message(
        zh: "同时在此端口接收 HJ 212 报文。", en: "Take HJ 212 frames on this port as well.")
    static let verifyTelemetry = Message(
        zh: "用日志里的封存核对原始监测文件。", en: "Hold the files of raw frames against the seals of the log.")

    static let mendTelemetry = Message(
        zh: "用原始报文文件重算小时数据。", en: "Make the book of hours again from the files of raw frames.")

    static func hoursMade(_ days: Int, _ changed: Int) -> Message {
        Message(
            zh: "由原始报文重算 \(days) 天的小时数据；\(changed) 个文件与原来不同。",
            en: "The hours of \(days) days made from the raw frames; \(changed) files said otherwise.")
    }

    static let lateData = Message(zh: "补传数据，或标记、核查有变化", en: "late data, marks or checks")

    static func gatewayServing(_ address: String) -> Message {
        Message(zh: "正在 \(address) 接收报文", en: "Taking frames at \(address)")
    }

    static func gatewayBench(_ figures: GatewayBench.Figures) -> Message {
        Message(
            zh: "每处理器秒解码 \(figures.decoded) 帧（每帧 \(figures.bytes) 字节），连同读出全部数值 \(figures.read) 帧。",
            en: """
                \(figures.decoded) frames decoded in a second of processor time (\(figures.bytes) bytes each), \
                \(figures.read) with every value read.
                """)
    }

    static func keysOpen(_ path: String) -> Message {
        Message(
            zh: "密钥文件 \(path) 别人也能读：请改为仅本人可读（0600）。", en: "The key file \(path) can be read by others: make it 0600.")
    }

    static func telemetryFinding(_ finding: SegmentVerification.Finding) -> Message {
        let words: Message =
            switch finding.fault {
            case .changed: Message(zh: "内容被改动", en: "was changed")
            case .removed: Message(zh: "有记录被删", en: "lost a record")
            case .added: Message(zh: "有记录被加", en: "has a record added")
            case .missing: Message(zh: "文件不见了", en: "has lost its file")
            case .unsealed: Message(zh: "有未封存的记录", en: "holds records nobody sealed")
            case .unreadable: Message(zh: "之后读不下去", en: "cannot be read on")
            }
        let station = finding.station.isEmpty ? "?" : finding.station
        return Message(
            zh: "\(finding.file)：站点 \(station)，\(finding.from) 起的十分钟\(words.zh)",
            en: "\(finding.file): station \(station), the ten minutes from \(finding.from): \(words.en)")
    }

    static let frames = Message(zh: "原始监测报文的文件。", en: "The files of raw frames.")
    static let framesRemove = Message(
        zh: "清除保存期满的原始报文：先记入日志，再删文件。",
        en: "Take away raw frames whose years are over: said in the log, then the files go.")
    static let framesBefore = Message(zh: "清除这一天以前收到的（2021-11-30）。", en: "What arrived before this day (2021-11-30).")

    static func framesGone(_ day: String, _ files: Int) -> Message {
        Message(
            zh: "\(day) 以前收到的原始报文已清除，删了 \(files) 个文件；封存仍在日志里。",
            en: "The raw frames of before \(day) are taken away, \(files) files; their seals stay in the log.")
    }

    static func framesTakenAway(_ seals: Int, _ removal: FrameRemoval) -> Message {
        Message(
            zh: """
                另有 \(seals) 个封存的报文已按规定清除：\(removal.office) 于 \(removal.at.date) 清除了 \(removal.before) 以前收到的，\
                保存期 \(removal.days) 天，理由：\(removal.reason)
                """,
            en: """
                The frames of \(seals) more seals were taken away: by \(removal.office) on \(removal.at.date), those of before \
                \(removal.before), under the rule of \(removal.days) days: \(removal.reason)
                """)
    }

    static func telemetryVerified(_ seals: Int, _ frames: Int64, _ open: Int) -> Message {
        Message(
            zh: "核对 \(seals) 个封存、\(frames) 条相符记录；\(open) 条尚未封存。",
            en: "\(seals) seals, \(frames) records as sealed; \(open) not sealed yet.")
    }
}
