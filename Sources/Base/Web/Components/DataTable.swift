package import Kernel

/// Rows of figures: a table on the desk, one card a row on a phone.
package struct DataTable: Component {
    package struct Column: Sendable {
        package enum Kind: String, Sendable { case text, number, state }

        let label: Message
        let kind: Kind

        /// Figures, money, areas and dates are `.number`: right-aligned, digits of one width.
        package init(_ label: Message, _ kind: Kind = .text) {
            self.label = label
            self.kind = kind
        }
    }

    /// More columns than these are set smaller, so that a page of figures stays within its width.
    private static let mostAtFullSize = 7

    let caption: Message?
    let columns: [Column]
    let rows: [[HTML]]
    let totals: [HTML]?
    let empty: EmptyState

    /// Each row has one piece of markup per column; the first column names the row. `totals` is a last, heavier row.
    package init(
        _ caption: Message? = nil, columns: [Column], rows: [[HTML]], totals: [HTML]? = nil,
        empty: EmptyState = EmptyState()
    ) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row has one cell per column")
        precondition(totals.map { $0.count == columns.count } ?? true, "the totals have one cell per column")
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.empty = empty
    }

    package func html(_ language: Language) -> HTML {
        guard !rows.isEmpty else { return empty.html(language) }
        let caption: HTML? = caption.map { "<caption>\($0, language)</caption>\n" }
        let heads = columns.map {
            "<th role=\"columnheader\" scope=\"col\" class=\"\($0.kind.rawValue)\">\($0.label, language)</th>" as HTML
        }
        let foot: HTML? = totals.map { "<tfoot role=\"rowgroup\">\n\(row($0, language))</tfoot>\n" }
        // The roles keep the table a table for screen readers when it is drawn as cards.
        return """
            <div class="\(columns.count > Self.mostAtFullSize ? "table wide" : "table")"><table role="table">
            \(caption)<thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
            <tbody role="rowgroup">
            \(rows.map { row($0, language) })</tbody>
            \(foot)</table></div>

            """
    }

    private func row(_ cells: [HTML], _ language: Language) -> HTML {
        let inner = zip(columns, cells).enumerated().map { position, pair -> HTML in
            let (column, cell) = pair
            if position == 0 {
                return "<th role=\"rowheader\" scope=\"row\" class=\"\(column.kind.rawValue)\">\(cell)</th>"
            }
            let label = language(column.label)
            return "<td role=\"cell\" class=\"\(column.kind.rawValue)\" data-label=\"\(label)\">\(cell)</td>"
        }
        return "<tr role=\"row\">\(inner)</tr>\n"
    }
}
