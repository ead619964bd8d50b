package import Kernel

/// Things one chooses between: a name that is a link, a state, two or three facts.
package struct Cards: Component {
    package struct Card: Sendable {
        let title: String
        let path: String
        let tag: Tag?
        let lead: HTML?
        let lines: [HTML]
        let picture: HTML?

        /// `lead` is the one figure that matters (a price); `lines` are short; `picture` is an outline.
        package init(
            _ title: String, to path: String, tag: Tag? = nil, lead: HTML? = nil, lines: [HTML] = [],
            picture: HTML? = nil
        ) {
            self.title = title
            self.path = path
            self.tag = tag
            self.lead = lead
            self.lines = lines
            self.picture = picture
        }
    }

    let cards: [Card]
    let empty: EmptyState

    package init(_ cards: [Card], empty: EmptyState = EmptyState()) {
        self.cards = cards
        self.empty = empty
    }

    package func html(_ language: Language) -> HTML {
        guard !cards.isEmpty else { return empty.html(language) }
        let items = cards.map { card -> HTML in
            let lead: HTML? = card.lead.map { "<p class=\"lead\">\($0)</p>" }
            let lines = card.lines.map { "<p>\($0)</p>" as HTML }
            return """
                <li class="card">\(card.picture)<div>\(card.tag?.html(language))\
                <h3>\(HTML.link(card.title, to: card.path))</h3>\(lead)\(lines)</div></li>

                """
        }
        return "<ul class=\"cards\">\n\(items)</ul>\n"
    }
}
