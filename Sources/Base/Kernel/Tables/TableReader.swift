/// A column that a reader looks for: its names as files write them, in any language, best first.
package struct TableColumn<Key: Hashable & Sendable>: Sendable {
    package let key: Key
    package let names: [String]
    /// Whether a file without it is no file of this kind.
    package let isRequired: Bool

    package init(_ key: Key, _ names: [String], isRequired: Bool = true) {
        self.key = key
        self.names = names
        self.isRequired = isRequired
    }
}

/// Why a row is left alone, which is no fault of the file.
package enum SetAsideReason: String, Sendable, CaseIterable {
    /// It stands before the headings.
    case preamble
    /// It has no text.
    case blank
    /// It adds up others.
    case totals
    /// The headings again, as on each page of a print.
    case heading
    /// A remark, not a record: one cell of text.
    case remark
    /// Money that went out where only what came in is asked for.
    case outgoing
    /// A good record of something else; the caller says so.
    case foreign
}

/// The one reader of files of rows: bank statements, lists of places, calendars.
///
/// It finds encoding, separator and headings by itself, keeps the place of every row, sets aside what is no record, and
/// never fails on what a file holds, only on its being no such file. Memory is bounded by `largest` and `mostRows`.
package struct TableReader<Key: Hashable & Sendable>: Sendable {
    package let columns: [TableColumn<Key>]
    /// The names of each column as headings are compared.
    private let wanted: [[String]]

    /// What only records have: a row that fills one of these is no sum, whatever it begins with.
    let neverInTotals: Set<Key>
    /// The largest file in bytes, and the most rows, that are read.
    package let largest: Int
    package let mostRows: Int
    /// So many rows are looked through for the headings.
    private static var deepestHeading: Int { 100 }

    package init(
        _ columns: [TableColumn<Key>], neverInTotals: Set<Key> = [], largest: Int = TableText.largest,
        mostRows: Int = 100_000
    ) {
        self.columns = columns
        self.neverInTotals = neverInTotals
        wanted = columns.map { $0.names.map(TableHeading.normalised) }
        self.largest = largest
        self.mostRows = mostRows
    }

    package func read(_ bytes: [UInt8]) throws(Rejection) -> Table<Key> {
        try read(TableText(bytes, largest: largest))
    }

    /// Of text that was decoded already, as from a form.
    package func read(text: String) throws(Rejection) -> Table<Key> {
        try read(TableText(Array(text.utf8), largest: largest))
    }

    /// Of rows that are cut into cells already, as those of a workbook.
    package func read(lines: [TableLine]) throws(Rejection) -> Table<Key> {
        guard !lines.isEmpty else { throw KernelRejection.tableEmpty.rejection }
        var next = lines.makeIterator()
        let best = heading(separator: ",") { next.next() }
        try check(best)
        next = lines.makeIterator()
        return try table(.workbook, best) { next.next() }
    }

    private func read(_ file: TableText) throws(Rejection) -> Table<Key> {
        let scalars = Array(file.text.unicodeScalars)
        guard scalars.contains(where: { !CanonicalText.isBlank($0) }) else {
            throw KernelRejection.tableEmpty.rejection
        }
        let best = NotationText.separators.map { separator in
            var splitter = TableSplitter(scalars, separator: separator)
            return heading(separator: separator) { splitter.next() }
        }.max { ($0.places.count, $1.order) < ($1.places.count, $0.order) }
        try check(best)
        guard let best else { throw KernelRejection.tableEmpty.rejection }
        var splitter = TableSplitter(scalars, separator: best.separator)
        return try table(file.encoding, best) { splitter.next() }
    }

    private func check(_ best: Heading?) throws(Rejection) {
        let missing = columns.filter { $0.isRequired && best?.places[$0.key] == nil }
        guard missing.isEmpty else {
            throw KernelRejection.tableHeading(missing: missing.compactMap(\.names.first)).rejection
        }
    }

    private struct Heading {
        let separator: Unicode.Scalar
        let order: Int
        /// The row of the headings, counted from 0; a second row may stand below it; the columns found in them.
        let row: Int
        var height = 1
        let cells: [String]
        let places: [Key: Int]
    }

    /// The row among the first that names most of the columns, were the file cut by `separator`.
    private func heading(separator: Unicode.Scalar, _ next: () -> TableLine?) -> Heading {
        let order = NotationText.separators.firstIndex(of: separator) ?? 0
        var best = Heading(separator: separator, order: order, row: 0, cells: [], places: [:])
        var above: TableHeadingRow?
        for row in 0..<Self.deepestHeading {
            guard let cells = next()?.cells else { break }
            let one = TableHeadingRow(cells)
            let found = places(in: one)
            if found.count > best.places.count {
                best = Heading(separator: separator, order: order, row: row, cells: cells, places: found)
            }
            if let both = above?.over(one) {
                let found = places(in: both)
                if found.count > best.places.count {
                    best = Heading(
                        separator: separator, order: order, row: row - 1, height: 2, cells: both.shown, places: found)
                }
            }
            above = one
        }
        return best
    }

    private func places(in row: TableHeadingRow) -> [Key: Int] {
        var places: [Key: Int] = [:]
        var taken: Set<Int> = []
        for names in [row.exact, row.bare] {
            for (column, wanted) in zip(columns, wanted) where places[column.key] == nil {
                let place = wanted.lazy.compactMap { name in
                    names.indices.first { names[$0].contains(name) && !taken.contains($0) }
                }.first
                guard let place else { continue }
                places[column.key] = place
                taken.insert(place)
            }
        }
        return places
    }

    private func table(_ encoding: TableEncoding, _ heading: Heading, _ next: () -> TableLine?) throws(Rejection)
        -> Table<Key>
    {
        let headings = heading.cells.map { TableHeading.clean($0) }
        let sorter = RowSorter(
            headings: headings, required: columns.filter(\.isRequired).compactMap { heading.places[$0.key] },
            neverInTotals: neverInTotals.compactMap { heading.places[$0] }, isWide: heading.places.count > 2)
        var rows: [Table<Key>.Row] = []
        var headingLine = 1
        var number = 0
        var unit = ""
        while let raw = next() {
            defer { number += 1 }
            guard number < mostRows else { throw KernelRejection.tableRows(limit: mostRows).rejection }
            if number == heading.row { headingLine = raw.line }
            if number < heading.row {
                unit = raw.cells.lazy.compactMap { NotationText.unit(above: TableHeading.normalised($0)) }.first ?? unit
            }
            let sort: RowSort =
                if number < heading.row {
                    raw.cells.allSatisfy(TableHeading.isBlank) ? .setAside(.blank) : .setAside(.preamble)
                } else { sorter.sort(raw) }
            if (heading.row..<heading.row + heading.height).contains(number) { continue }
            rows.append(
                Table<Key>.Row(
                    source: raw, isFromWorkbook: encoding == .workbook, headings: headings, places: heading.places,
                    sort: sort, unit: unit))
        }
        return Table(
            encoding: encoding, separator: Character(heading.separator), headingLine: headingLine, headings: headings,
            rows: rows, places: heading.places)
    }
}

/// What becomes of a row before its cells are read.
enum RowSort: Sendable {
    case record
    case setAside(SetAsideReason)
    case refused(Rejection)
}

/// Tells records from the rest.
private struct RowSorter {
    let headings: [String]
    let required: [Int]
    let neverInTotals: [Int]
    /// Whether a record of the file has more than two cells we know.
    let isWide: Bool

    func sort(_ row: TableLine) -> RowSort {
        if row.isTooLong {
            return .refused(KernelRejection.tooLong(field: "", limit: TableSplitter.longestCell).rejection)
        }
        let filled = row.cells.indices.filter { !TableHeading.isBlank(row.cells[$0]) }
        guard let first = filled.first else { return .setAside(.blank) }
        let clean = row.cells.map { TableHeading.clean($0) }
        if clean.elementsEqual(headings) { return .setAside(.heading) }
        let lacksRequired = required.contains { !filled.contains($0) }
        // A sum lacks what a record has, or its name stands where a record has its first fact.
        let word = TableHeading.normalised(clean[first])
        let isRecord = neverInTotals.contains { $0 != first && filled.contains($0) }
        let isTotal =
            lacksRequired
            ? NotationText.isTotal(word) : required.contains(first) && NotationText.isNameOfTotal(word)
        if isTotal, !isRecord { return .setAside(.totals) }
        if lacksRequired || required.contains(first) || required.isEmpty, NotationText.isSignature(word) {
            return .setAside(.remark)
        }
        if filled.count == 1, required.count > 1 || isWide && clean[first].contains(where: \.isLetter) {
            return .setAside(.remark)
        }
        if let last = filled.last, last >= headings.count {
            return .refused(KernelRejection.tableCells(expected: headings.count, found: last + 1).rejection)
        }
        return .record
    }
}
