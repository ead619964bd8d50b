import Kernel

extension CLIText {
    static let clockJump = Message(
        zh: "时钟一次跳动超过多少秒就暂停。", en: "Stop when the clock jumps by more seconds than this.")
    static let clockSilence = Message(
        zh: "启动时时钟比日志最后一条晚多少天以上就暂停。",
        en: "Stop when, at the start, the clock is more days beyond the log's last entry than this.")
    static let ntp = Message(
        zh: "向这台时间服务器（主机[:端口]）核对时钟，相差超过 --clock-jump 就暂停；不改动时钟。",
        en:
            "Hold the clock against this time server (HOST[:PORT]); a difference beyond --clock-jump stops. It sets nothing."
    )
    static func ntpSilent(_ server: String) -> Message {
        Message(
            zh: "时间服务器 \(server) 没有回答，时钟未核对。", en: "The time server \(server) gave no answer: the clock is not checked."
        )
    }
    static let logFormat = Message(zh: "日志格式：text 或 json。", en: "The form of the log: text or json.")
    static let slowStatement = Message(
        zh: "数据库语句用时达到多少毫秒就记入日志（不含任何数值）；0 为不记。",
        en: "Milliseconds from which a statement of the store is told in the log, without its values; 0 for never.")
    static func uncleanEnd(_ path: String) -> Message {
        Message(
            zh: "上次运行没有正常停止，情况记在 \(path)。", en: "The program before did not stop by itself; see \(path).")
    }
    static let trustClock = Message(
        zh: "确认服务器时钟无误（日志久未使用后启动）。", en: "The machine's clock is right, however long the log was silent.")
}
