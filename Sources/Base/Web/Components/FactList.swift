package import Kernel

/// Facts of one thing: a label and a value a line.
package struct FactList: Component {
    package struct Fact: Sendable {
        let label: Message
        let value: HTML?
        let note: Message?

        /// A nil value shows as a dash.
        package init(_ label: Message, _ value: HTML?, note: Message? = nil) {
            self.label = label
            self.value = value
            self.note = note
        }
    }

    let facts: [Fact]

    package init(_ facts: [Fact]) {
        self.facts = facts
    }

    package func html(_ language: Language) -> HTML {
        let lines = facts.map { fact -> HTML in
            let note: HTML? = fact.note.map { " <small>\($0, language)</small>" }
            let value = fact.value ?? HTML(text: language(Text.none))
            // On a phone a line that says nothing is left out.
            let none: HTML = fact.value == nil && fact.note == nil ? " class=\"none\"" : ""
            return "<div\(none)><dt>\(fact.label, language)</dt><dd>\(value)\(note)</dd></div>\n"
        }
        return "<dl class=\"facts\">\n\(lines)</dl>\n"
    }
}
