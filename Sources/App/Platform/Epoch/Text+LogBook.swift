import Kernel

/// The words of the log's own book.
enum LogBookText {
    static let title = Message(zh: "日志", en: "The log")
    static let changeSigner = Message(zh: "更换日志签名密钥", en: "Change the key that signs the log")
    static let openEpoch = Message(zh: "开始新的日志时期", en: "Open a new epoch of the log")
}
