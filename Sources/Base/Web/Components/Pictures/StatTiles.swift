package import Kernel

/// Figures at a glance; each says what it counts and opens down to what it was counted from.
package struct StatTiles: Component {
    package struct Stat: Sendable {
        let label: Message
        let value: HTML
        let definition: Message
        let path: String?
        let basis: Basis?
        let tone: Tag.Tone

        /// `path` leads to the rows the figure was counted from. With a `basis` the definition is folded, and the day and both
        /// sides of a share stand beside it. `tone` draws the eye where something is late.
        package init(
            _ label: Message, _ value: HTML, definition: Message, to path: String? = nil, basis: Basis? = nil,
            tone: Tag.Tone = .neutral
        ) {
            self.label = label
            self.value = value
            self.definition = definition
            self.path = path
            self.basis = basis
            self.tone = tone
        }
    }

    /// Of which day a figure is, and for a share what was divided by what.
    package struct Basis: Sendable {
        let day: CivilDate
        let numerator: String?
        let denominator: String?
        let note: Message?

        /// `note` is one short line that stands below the figure at all times.
        package init(_ day: CivilDate, numerator: String? = nil, denominator: String? = nil, note: Message? = nil) {
            self.day = day
            self.numerator = numerator
            self.denominator = denominator
            self.note = note
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
            let more =
                stat.basis.map { Self.folded(stat.definition, $0, language) }
                ?? "<dd class=\"note\">\(stat.definition, language)</dd>"
            return """
                <div class="\(stat.tone.rawValue)"><dt>\(name)</dt><dd class="figure">\(stat.value)</dd>\(more)</div>

                """
        }
        return "<dl class=\"stats\">\n\(tiles)</dl>\n"
    }

    private static func folded(_ definition: Message, _ basis: Basis, _ language: Language) -> HTML {
        let lines = [
            (Text.numerator, basis.numerator), (Text.denominator, basis.denominator),
            (Text.asOf, Format(language).date(basis.day)),
        ].compactMap { label, value in value.map { "<br>\(label, language) \($0)" as HTML } }
        let note: HTML? = basis.note.map { "<dd class=\"note\">\($0, language)</dd>" }
        return """
            \(note)<dd class="note"><details class="plain"><summary>\(Text.definition, language)</summary>\
            <p>\(definition, language)\(lines)</p></details></dd>
            """
    }
}
