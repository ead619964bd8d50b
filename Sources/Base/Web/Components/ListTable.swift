package import Kernel

/// One cell of a list: what is shown, what is found and taken along, and where it stands in the order.
package struct ListCell: Sendable {
    let html: HTML
    /// As it stands in a file: amounts in yuan, areas in mu, dates as 2026-03-02.
    let plain: String
    /// Nil for words, which are ordered as words.
    let order: Int64?

    private init(_ html: HTML, _ plain: String, _ order: Int64? = nil) {
        self.html = html
        self.plain = plain
        self.order = order
    }

    package static func text(_ text: String, to path: String? = nil) -> ListCell {
        ListCell(path.map { .link(text, to: $0) } ?? HTML(text: text), text)
    }

    /// Markup of the caller's, found and taken along as `plain`.
    package static func html(_ html: HTML, _ plain: String) -> ListCell { ListCell(html, plain) }

    package static func tag(_ tag: Tag, _ language: Language) -> ListCell {
        ListCell(tag.html(language), language(tag.message))
    }

    package static func number(_ shown: String, _ order: Int64) -> ListCell {
        ListCell(HTML(text: shown), shown, order)
    }

    package static func count(_ number: Int64, _ format: Format) -> ListCell {
        ListCell(HTML(text: format.count(number)), String(number), number)
    }

    package static func money(_ amount: Money?, _ format: Format, to path: String? = nil) -> ListCell {
        guard let amount else { return .text("") }
        let shown = format.money(amount)
        return ListCell(
            path.map { .link(shown, to: $0) } ?? HTML(text: shown), Format.typedMoney(fen: amount.fen), amount.fen)
    }

    package static func area(_ area: Area?, _ format: Format) -> ListCell {
        guard let area else { return .text("") }
        return ListCell(
            HTML(text: format.area(area)), Format.typedArea(tenThousandthsOfMu: area.units), area.units)
    }

    package static func date(_ date: CivilDate?, _ format: Format, to path: String? = nil) -> ListCell {
        guard let date else { return .text("") }
        let shown = format.date(date)
        return ListCell(path.map { .link(shown, to: $0) } ?? HTML(text: shown), date.description)
    }

    package static func instant(_ instant: Instant?, _ language: Language) -> ListCell {
        guard let instant else { return .text("") }
        return ListCell(
            HTML.time(instant, language), Format.typedInstant(instant).replacing("T", with: " "), instant.milliseconds)
    }
}

/// Rows somebody looks through: found by words, ordered by a column, page by page, and taken along as a file. All of it
/// stands in the address and works without script; what the address has besides is passed over (decision record 0271).
///
/// `?q=` are the words, `?sort=` the column's key (`-key` from the end), `?page=` the page, `?format=csv` the file.
package struct ListTable: Component {
    package struct Column: Sendable {
        let key: String
        let label: Message
        let kind: DataTable.Column.Kind

        package init(_ key: String, _ label: Message, _ kind: DataTable.Column.Kind = .text) {
            self.key = key
            self.label = label
            self.kind = kind
        }
    }

    package static let rowsPerPage = 50

    let request: PageRequest
    let columns: [Column]
    let rows: [[ListCell]]
    let empty: EmptyState
    /// As many rows were read at most; nil where all were.
    let most: Int?
    /// Rows of which the caller finds, orders and pages by itself.
    let isPaged: Bool

    /// Each row has one cell per column. Where `rows` reached `most`, the table says that there are more.
    package init(
        _ request: PageRequest, columns: [Column], rows: [[ListCell]], most: Int? = nil, isPaged: Bool = false,
        empty: EmptyState = EmptyState()
    ) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row has one cell per column")
        self.request = request
        self.columns = columns
        self.rows = rows
        self.most = most
        self.isPaged = isPaged
        self.empty = empty
    }

    private var words: [String] {
        isPaged ? [] : (request.query["q"] ?? "").lowercased().split(whereSeparator: \.isWhitespace).map { String($0) }
    }

    /// The column that orders the rows, and whether upward; nil when they stand as they were read.
    private var sort: (column: Int, isAscending: Bool)? {
        guard !isPaged, let asked = request.query["sort"] else { return nil }
        let isAscending = !asked.hasPrefix("-")
        let key = isAscending ? asked : String(asked.dropFirst())
        return columns.firstIndex { $0.key == key }.map { ($0, isAscending) }
    }

    /// The rows that fit, in their order.
    var fitting: [[ListCell]] {
        let words = words
        var rows =
            words.isEmpty
            ? rows
            : rows.filter { row in
                let text = row.map(\.plain).joined(separator: " ").lowercased()
                return words.allSatisfy { text.contains($0) }
            }
        guard let sort else { return rows }
        let ordered = rows.enumerated().sorted { left, right in
            let (a, b) = (left.element[sort.column], right.element[sort.column])
            guard let before = ListTable.isBefore(a, b) else { return left.offset < right.offset }
            return before == sort.isAscending
        }
        rows = ordered.map(\.element)
        return rows
    }

    /// Nil when neither stands before the other. What is empty stands last upward.
    private static func isBefore(_ left: ListCell, _ right: ListCell) -> Bool? {
        if left.plain.isEmpty != right.plain.isEmpty { return right.plain.isEmpty }
        if let left = left.order, let right = right.order { return left == right ? nil : left < right }
        return left.plain == right.plain ? nil : left.plain < right.plain
    }

    package func html(_ language: Language) -> HTML {
        guard !rows.isEmpty else { return empty.html(language) }
        let fitting = fitting
        let pages = isPaged ? 1 : (fitting.count + Self.rowsPerPage - 1) / Self.rowsPerPage
        let pager = Pager(request, pages: pages)
        let shown =
            isPaged ? fitting[...] : fitting.dropFirst((pager.page - 1) * Self.rowsPerPage).prefix(Self.rowsPerPage)
        let hasSearch = !isPaged && (rows.count > 10 || request.query["q"] != nil)
        let search = hasSearch ? SearchBox(request, label: Text.findRows).html(language) : ""
        let table = DataTable(
            columns: columns.enumerated().map { head($1, $0) }, rows: shown.map { $0.map(\.html) },
            empty: EmptyState(Text.noRowFits))
        return "\(search)\(line(fitting.count, language))\(table, language)\(isPaged ? "" : pager.html(language))"
    }

    private func head(_ column: Column, _ position: Int) -> DataTable.Column {
        var head = DataTable.Column(column.label, column.kind)
        guard !isPaged, rows.count > 1 else { return head }
        let now = sort.flatMap { $0.column == position ? $0.isAscending : nil }
        let next = (now == true ? "-" : "") + column.key
        head.sorting = DataTable.Sorting(path: request.link(setting: ["sort": next, "page": nil]), isAscending: now)
        return head
    }

    /// How many rows there are, and the way to take them along.
    private func line(_ fitting: Int, _ language: Language) -> HTML {
        let format = Format(language)
        let all = format.count(rows.count)
        let count: Message = fitting == rows.count ? Text.allRows(all) : Text.rows(format.count(fitting), of: all)
        let shown: HTML = isPaged ? "<p></p>" : "<p class=\"note\">\(count, language)</p>"
        let cut: HTML? =
            most.flatMap {
                rows.count >= $0 ? "<p class=\"note\">\(Text.cutRows(format.count($0)), language)</p>" : nil
            }
        let link = HTML.link(
            language(Text.takeRows), to: request.link(setting: ["format": RowFile.format, "page": nil]))
        return "<div class=\"listing\">\(shown)\(cut)<p class=\"take\">\(link)</p></div>\n"
    }

    /// The first list of a page, under a heading of its own or not.
    private static func first(of parts: [any Component]) -> ListTable? {
        for part in parts {
            if let list = part as? ListTable ?? (part as? Section).flatMap({ first(of: $0.parts) }) { return list }
        }
        return nil
    }

    /// The rows of the first list of a page, to take along.
    static func rows(of parts: [any Component], _ title: String) -> RowFile? {
        guard let list = first(of: parts) else { return nil }
        return RowFile(name: title + ".csv") {
            [list.columns.map { list.request($0.label) }] + list.fitting.map { $0.map(\.plain) }
        }
    }
}

/// Rows to take along: comma-separated, UTF-8 with its mark, as office programs open it.
package struct RowFile: Sendable {
    package static let format = "csv"
    package static let contentType = "text/csv; charset=utf-8"

    package let name: String
    private let lines: @Sendable () -> [[String]]

    package init(name: String, _ lines: @escaping @Sendable () -> [[String]]) {
        self.name = name
        self.lines = lines
    }

    package func bytes() -> [UInt8] { Self.bytes(lines()) }

    package static func bytes(_ lines: [[String]]) -> [UInt8] {
        let text = lines.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
        return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    }

    /// What an office program would take for a formula is marked as words.
    private static func field(_ text: String) -> String {
        let isNumber = text.allSatisfy { "0123456789.-".contains($0) }
        let starts = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        return CSVCell.quoted(starts && !isNumber ? "'" + text : text)
    }
}
