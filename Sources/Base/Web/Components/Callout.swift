package import Kernel

/// Something the reader must not miss.
package struct Callout: Component {
    package enum Tone: String, Sendable { case info, good, warning, refusal }

    let tone: Tone
    let title: Message
    let content: @Sendable (Language) -> HTML

    package init(_ tone: Tone, _ title: Message, _ body: Message? = nil) {
        self.tone = tone
        self.title = title
        content = { language in body.map { "<p>\($0, language)</p>" } ?? "" }
    }

    package init(_ tone: Tone, _ title: Message, parts: [any Component]) {
        self.tone = tone
        self.title = title
        content = { HTML(parts, $0) }
    }

    /// An answer "no": number, words, article and next step, and everything else that was wrong.
    package init(_ rejection: Rejection) {
        tone = .refusal
        title = Text.refused
        content = { language in "\(rejection.flattened.map { Self.lines($0, language) })" }
    }

    package func html(_ language: Language) -> HTML {
        let role: HTML = tone == .refusal ? " role=\"alert\"" : ""
        return """
            <div class="callout \(tone.rawValue)"\(role)><p class="callout-title">\(title, language)</p>
            \(content(language))</div>

            """
    }

    static func lines(_ rejection: Rejection, _ language: Language) -> HTML {
        let basis: HTML? = rejection.basis.map {
            "<p class=\"note\">\(Text.basis, language)\(Text.colon, language)\($0.article, language)</p>"
        }
        return """
            <div class="rejection"><p><span class="number">\(Text.rejection(rejection.number), language)</span> \
            \(rejection.text, language)</p>\(basis)\
            <p class="note">\(Text.nextStep, language)\(Text.colon, language)\(rejection.next, language)</p></div>

            """
    }
}
