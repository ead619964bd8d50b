import Kernel

enum __Name__Text {
    static let title = Message(zh: "__zh__", en: "__Name__")
    static let writeNote = Message(zh: "记一笔", en: "Write a note")
    static let question = Message(zh: "记了些什么？", en: "What was written down?")
    static let text = Message(zh: "内容", en: "Text")
    static let place = Message(zh: "地方", en: "Place")
    static let empty = Message(zh: "还没有记录。", en: "Nothing has been written down yet.")

    static func answer(_ count: String) -> Message { Message(zh: "\(count) 条", en: "\(count) notes") }
}
