package import Kernel

/// Rows of figures: a table on the desk, one card a row on a phone.
package struct DataTable: Component {
    package struct Column: Sendable {
        package enum Kind: String, Sendable { case text, number, state }

        let label: Message
        let kind: Kind
        /// Where the rows stand in the order of this column, and in which they stand now.
        var sorting: Sorting?

        /// Figures, money, areas and dates are `.number`: right-aligned, digits of one width.
        package init(_ label: Message, _ kind: Kind = .text) {
            self.label = label
            self.kind = kind
        }
    }

    struct Sorting: Sendable {
        let path: String
        /// Nil when another column orders the rows.
        let isAscending: Bool?
    }

    /// More columns than these are set smaller, so that a page of figures stays within its width.
    private static let mostAtFullSize = 7
    /// So few columns stay a table on a phone.
    private static let narrow = 3
    /// From so many columns of figures on, the card of a phone has one below the other to compare them.
    private static let figures = 6

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
        let heads = columns.map { head($0, language) }
        let foot: HTML? = totals.map { "<tfoot role=\"rowgroup\">\n\(row($0, language))</tfoot>\n" }
        let wide: HTML = columns.count > Self.mostAtFullSize ? " wide" : ""
        // The roles keep the table a table for screen readers when it is drawn as cards.
        return """
            <div class="table\(wide) \(onPhone)"><table role="table">
            \(caption)<thead role="rowgroup"><tr role="row">\(heads)</tr></thead>
            <tbody role="rowgroup">
            \(rows.map { row($0, language) })</tbody>
            \(foot)</table></div>

            """
    }

    /// How the rows stand on a phone: as a table, as cards of facts one after another, or one below the other.
    private var onPhone: HTML {
        guard columns.count > Self.narrow else { return "narrow" }
        return columns.count { $0.kind == .number } < Self.figures ? "rows" : "figures"
    }

    private func head(_ column: Column, _ language: Language) -> HTML {
        let start: HTML = "<th role=\"columnheader\" scope=\"col\" class=\"\(column.kind.rawValue)\""
        guard let sorting = column.sorting else { return "\(start)>\(column.label, language)</th>" }
        let order: HTML? = sorting.isAscending.map { " aria-sort=\"\($0 ? "ascending" : "descending")\"" }
        return "\(start)\(order)>\(HTML.link(language(column.label), to: sorting.path))</th>"
    }

    private func row(_ cells: [HTML], _ language: Language) -> HTML {
        let inner = zip(columns, cells).enumerated().map { position, pair -> HTML in
            let (column, cell) = pair
            if position == 0 {
                return "<th role=\"rowheader\" scope=\"row\" class=\"\(column.kind.rawValue)\">\(cell)</th>"
            }
            let label = language(column.label)
            // The card of a phone leaves out where a row has nothing.
            let none: HTML = cell == HTML(text: language(Text.none)) ? " none" : ""
            return "<td role=\"cell\" class=\"\(column.kind.rawValue)\(none)\" data-label=\"\(label)\">\(cell)</td>"
        }
        return "<tr role=\"row\">\(inner)</tr>\n"
    }
}
