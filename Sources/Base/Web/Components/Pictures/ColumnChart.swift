package import Kernel

/// Amounts of months or years beside each other: one column a period, or two where something came in and went out. The figures
/// stand below in a table that can be opened.
package struct ColumnChart: Component {
    package struct Column: Sendable {
        let label: String
        let values: [Int64]
        let texts: [String]
        let path: String?

        /// `label` is short (`3月`); `values` and `texts` are in the order of the series. Below zero shows no column.
        package init(_ label: String, _ values: [Int64], texts: [String], to path: String? = nil) {
            self.label = label
            self.values = values
            self.texts = texts
            self.path = path
        }
    }

    let caption: Message
    let series: [Message]
    let columns: [Column]

    /// One or two `series`; every column has as many values.
    package init(_ caption: Message, series: [Message], _ columns: [Column]) {
        self.caption = caption
        self.series = series
        self.columns = columns
    }

    package func html(_ language: Language) -> HTML {
        guard !columns.isEmpty else { return "" }
        let names = series.enumerated().map { position, name -> HTML in
            "<span class=\"key key-\(position + 1)\">\(name, language)</span> "
        }
        return """
            <figure class="columns"><figcaption>\(caption, language)</figcaption>
            \(series.count > 1 ? "<p class=\"keys\">\(names)</p>" as HTML : "")\
            <svg viewBox="0 0 1000 240" role="img" aria-label="\(caption, language)">
            <path class="axis" d="M0 200H1000"/>
            \(shapes)</svg>
            \(table(language))</figure>

            """
    }

    private var shapes: [HTML] {
        let greatest = columns.flatMap(\.values).max() ?? 0
        let slot = 1_000 / columns.count
        let width = max(3, slot * 7 / 10 / max(1, series.count))
        // Labels stand under every column where there is room, else under every third.
        let every = columns.count > 13 ? 3 : 1
        return columns.enumerated().map { position, column in
            let left = position * slot + (slot - width * max(1, series.count)) / 2
            let bars = column.values.enumerated().map { number, value -> HTML in
                let height = BarChart.share(value, of: greatest, outOf: 185)
                return """
                    <rect class="column column-\(number + 1)" x="\(left + number * width)" y="\(200 - height)" \
                    width="\(width - 2)" height="\(height)" rx="2"/>
                    """
            }
            let label: HTML? =
                position % every == 0
                ? "<text x=\"\(position * slot + slot / 2)\" y=\"226\">\(column.label)</text>" : nil
            let all: HTML = "\(bars)\(label)\n"
            return column.path.map { "<a href=\"\($0)\">\(all)</a>" } ?? all
        }
    }

    private func table(_ language: Language) -> HTML {
        let rows = columns.map { column in [HTML(text: column.label)] + column.texts.map { HTML(text: $0) } }
        let table = DataTable(
            columns: [.init(Text.time)] + series.map { .init($0, .number) }, rows: rows)
        return Details(Text.chartData, [table]).html(language)
    }
}
