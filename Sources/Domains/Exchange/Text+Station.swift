import Kernel
import Web

/// What is said of lots that go to a township station and come back.
enum StationText {
    static let take = Message(zh: "将标的交乡镇站现场竞价", en: "Give a lot to a township station")
    static let giveBack = Message(zh: "合并乡镇站的竞价记录", en: "Bring a lot back from a station")
    static let open = Message(zh: "在乡镇站开场", en: "Open the hall at a station")

    static func text(_ reason: StationRejection) -> Message {
        switch reason {
        case .keyWrong: Message(zh: "这不是日志公钥。", en: "This is no public key of a log.")
        case .modeNotForStation:
            Message(zh: "只有公开竞价的标的可以交乡镇站。", en: "Only a lot in an open auction can go to a station.")
        case .logBad(let entry):
            Message(zh: "乡镇站日志第 \(entry) 条与其校验值不符。", en: "Entry \(entry) of the station's log does not match its hash.")
        case .checkpointBad:
            Message(
                zh: "乡镇站日志与其签署的检查点不符。", en: "The station's log is not the one its checkpoint was signed for.")
        case .logOther(let entry):
            Message(
                zh: "乡镇站日志第 \(entry) 条不符合该标的的竞价规则。",
                en: "Entry \(entry) of the station's log does not follow the lot's rules.")
        case .notEnded: Message(zh: "乡镇站的竞价还没有结束。", en: "The auction at the station has not ended.")
        case .proxyNotAtStation:
            Message(zh: "乡镇站现场竞价不设自动出价。", en: "At a station the house bids for nobody.")
        case .clockBackwards(let entry):
            Message(
                zh: "乡镇站日志第 \(entry) 条的时间早于前一条。",
                en: "Entry \(entry) of the station's log is earlier than the one before it.")
        case .clockBehind(let entry, let since):
            Message(
                zh: "乡镇站日志第 \(entry) 条早于 \(Format(.chinese).instant(since))，那时还不能开场。",
                en: "Entry \(entry) of the station's log is before \(Format(.english).instant(since)), "
                    + "when the hall could not be open yet.")
        case .clockAhead(let entry, let at):
            Message(
                zh: "乡镇站日志第 \(entry) 条的时间是 \(Format(.chinese).instant(at))，晚于现在。",
                en: "Entry \(entry) of the station's log says \(Format(.english).instant(at)), "
                    + "which is later than now.")
        }
    }

    static func next(_ reason: StationRejection) -> Message {
        switch reason {
        case .keyWrong: Message(zh: "请用乡镇站数据目录 keys/log.pub 的内容。", en: "Use keys/log.pub of the station's folder.")
        case .modeNotForStation: Message(zh: "请在县平台办理。", en: "Hold it in the county's hall.")
        case .logBad, .checkpointBad, .logOther:
            Message(
                zh: "请重新从乡镇站导出原始文件；仍不符时报告监督人员。", en: "Export it anew at the station; if it stays so, tell a supervisor."
            )
        case .notEnded: Message(zh: "请等竞价结束后再导出。", en: "Export again when it has ended.")
        case .proxyNotAtStation: Message(zh: "请现场逐次出价。", en: "Bid yourself, each time.")
        case .clockBackwards, .clockBehind:
            Message(
                zh: "时间不可信，结果不能采用；请报告监督人员终止标的，重新公告。",
                en:
                    "Its clock cannot be believed, nor its result; tell a supervisor, who ends the lot. It is listed anew."
            )
        case .clockAhead:
            Message(
                zh: "请核对乡镇站和县里的时钟；若乡镇站的钟快了，到那时再合并，或报告监督人员。",
                en: "Check both clocks; if the station's was fast, merge when that time has come, or tell a supervisor."
            )
        }
    }
}
