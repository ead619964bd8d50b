import Kernel

extension ExchangeText.Page {
    static let township = Message(zh: "乡镇", en: "Township")
    static let startsFrom = Message(zh: "起始价不低于（元）", en: "Starting at least at (yuan)")
    static let startsTo = Message(zh: "起始价不高于（元）", en: "Starting at most at (yuan)")
    static let narrow = Message(
        zh: "按乡镇、品种、状态、价格缩小范围", en: "Narrow by township, category, state, price")
    static let find = Message(zh: "查找", en: "Find")
    static func open(_ open: String, of all: String) -> Message {
        Message(zh: "\(open) 个可以参加，共 \(all) 个", en: "\(open) to take part in now, of \(all)")
    }
    static func matching(_ count: String) -> Message {
        Message(zh: "共有 \(count) 个标的符合条件", en: "\(count.of("lot")) found")
    }
}
