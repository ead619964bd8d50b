/// The two languages every page, message and document exists in. Chinese comes first.
package enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// The words of `message` in this language: `language(Text.title)`.
    package func callAsFunction(_ message: Message) -> String {
        self == .chinese ? message.zh : message.en
    }
}

/// Words a person reads, always in both languages. Lives in `Text.swift` files only.
package struct Message: Sendable, Hashable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }
}
