package import Kernel

/// A state in one or two words.
package struct Tag: Component {
    package enum Tone: String, Sendable { case neutral, active, good, warning, bad }

    let message: Message
    let tone: Tone

    package init(_ message: Message, _ tone: Tone = .neutral) {
        self.message = message
        self.tone = tone
    }

    package func html(_ language: Language) -> HTML {
        "<span class=\"tag \(tone.rawValue)\">\(message, language)</span>"
    }
}
