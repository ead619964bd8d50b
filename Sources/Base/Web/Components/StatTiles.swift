package import Kernel

/// Figures at a glance; each says what it counts and opens down to what it was counted from.
package struct StatTiles: Component {
    package struct Stat: Sendable {
        let label: Message
        let value: HTML
        let definition: Message
        let path: String?

        package init(_ label: Message, _ value: HTML, definition: Message, to path: String? = nil) {
            self.label = label
            self.value = value
            self.definition = definition
            self.path = path
        }
    }

    let stats: [Stat]

    package init(_ stats: [Stat]) {
        self.stats = stats
    }

    package func html(_ language: Language) -> HTML {
        let tiles = stats.map { stat -> HTML in
            let label = HTML(text: language(stat.label))
            let name = stat.path.map { HTML.link(label, to: $0) } ?? label
            return """
                <div><dt>\(name)</dt><dd class="figure">\(stat.value)</dd>\
                <dd class="note">\(stat.definition, language)</dd></div>

                """
        }
        return "<dl class=\"stats\">\n\(tiles)</dl>\n"
    }
}
