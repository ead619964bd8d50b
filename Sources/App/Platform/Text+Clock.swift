package import Kernel

extension ClockDoubt {
    /// With both readings, in the country's time.
    package var text: Message {
        switch reason {
        case .jumped:
            Message(
                zh: "服务器时钟跳动：现为 \(machine)，按已过时间应为 \(expected)。到期事项和新的提交暂停。",
                en:
                    "The server's clock jumped: it says \(machine), and by the time gone it is \(expected). Nothing falls due and nothing is taken."
            )
        case .network:
            Message(
                zh: "服务器时钟（\(machine)）与时间服务器（\(expected)）不符。到期事项和新的提交暂停。",
                en:
                    "The server's clock (\(machine)) is not what the time server says (\(expected)). Nothing falls due and nothing is taken."
            )
        case .farAhead:
            Message(
                zh: "服务器时钟（\(machine)）比日志最后一条（\(expected)）晚得太多。到期事项和新的提交暂停。",
                en:
                    "The server's clock (\(machine)) is far beyond the last entry of the log (\(expected)). Nothing falls due and nothing is taken."
            )
        }
    }
}

enum ClockText {
    static let setAside = Message(zh: "到期事项被搁置", en: "Acts of the clock set aside")
    static let waitsForYear = Message(
        zh: "等下一年节假日安排导入后自动继续", en: "Waiting for the next year's holidays; goes on by itself")
    static let doubted = Message(zh: "服务器时钟待确认", en: "The clock waits for a word")
}
