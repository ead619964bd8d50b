package import Kernel

/// A part of the page under its own heading.
package struct Section: Component {
    let title: Message
    let anchor: String?
    let parts: [any Component]

    package init(_ title: Message, anchor: String? = nil, _ parts: [any Component]) {
        self.title = title
        self.anchor = anchor
        self.parts = parts
    }

    package func html(_ language: Language) -> HTML {
        let id: HTML? = anchor.map { " id=\"\($0)\"" }
        return "<section\(id)>\n<h2>\(title, language)</h2>\n\(HTML(parts, language))</section>\n"
    }
}

/// Plain words as a paragraph.
package struct Paragraph: Component {
    let message: Message

    package init(_ message: Message) {
        self.message = message
    }

    package func html(_ language: Language) -> HTML { "<p>\(message, language)</p>\n" }
}

/// A longer text in its paragraphs: an empty line, or a line's end, begins the next.
package struct Prose: Component {
    let message: Message

    package init(_ message: Message) {
        self.message = message
    }

    package func html(_ language: Language) -> HTML {
        let lines = language(message).split(whereSeparator: \.isNewline).map { "<p>\(String($0))</p>\n" as HTML }
        return "<div class=\"prose\">\(lines)</div>\n"
    }
}

/// What can be opened when wanted: long text, raw figures, proofs.
package struct Details: Component {
    let summary: Message
    let isOpen: Bool
    let parts: [any Component]

    package init(_ summary: Message, isOpen: Bool = false, _ parts: [any Component]) {
        self.summary = summary
        self.isOpen = isOpen
        self.parts = parts
    }

    package func html(_ language: Language) -> HTML {
        let open: HTML = isOpen ? " open" : ""
        return
            "<details\(open)><summary>\(summary, language)</summary>\n<div>\(HTML(parts, language))</div></details>\n"
    }
}
