package import Kernel

extension Finding {
    package var message: Message {
        switch reason {
        case .changed: Message(zh: "\(place) 被改动", en: "\(place) was changed")
        case .missing: Message(zh: "\(place) 缺失", en: "\(place) is missing")
        case .surplus: Message(zh: "\(place) 多出", en: "\(place) should not be there")
        case .unreadable: Message(zh: "\(place) 无法读取", en: "\(place) cannot be read")
        case .forked: Message(zh: "\(place) 与已签名的日志不一致", en: "\(place) is not what was signed before")
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
