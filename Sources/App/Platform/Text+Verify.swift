package import Kernel

extension Finding {
    /// The place, and the log entry it belongs to where the place does not name it.
    private var placed: Message {
        guard let entry, key != String(entry) else { return Message(zh: place, en: place) }
        return Message(zh: "日志第 \(entry) 条的 \(place)", en: "\(place) of log entry \(entry)")
    }

    package var message: Message {
        switch reason {
        case .changed: Message(zh: "\(placed.zh) 被改动", en: "\(placed.en) was changed")
        case .missing: Message(zh: "\(placed.zh) 缺失", en: "\(placed.en) is missing")
        case .surplus: Message(zh: "\(placed.zh) 多出", en: "\(placed.en) should not be there")
        case .unreadable: Message(zh: "\(placed.zh) 无法读取", en: "\(placed.en) cannot be read")
        case .forked: Message(zh: "\(placed.zh) 与已签名的日志不一致", en: "\(placed.en) is not what was signed before")
        }
    }
}

extension Verified {
    package var message: Message {
        Message(
            zh: "核验通过：日志 \(size) 条，\(tables) 张表与日志一致，\(values) 项个人信息与承诺相符。\n根：\(root)",
            en: """
                Verified: \(size) log entries, \(tables) tables agree with the log, \(values) personal values match their \
                commitments.
                Root: \(root)
                """)
    }
}
