import Kernel
import Workbook

/// Where the columns of a list stand, and what its headings say of the figures below them.
struct SheetLayout {
    let places: [ContractSheet.Column: Int]
    /// Of columns whose bare figures count something other than mu and yuan.
    let units: [ContractSheet.Column: SheetUnit]
    /// Position in the grid of the first row below the headings.
    let firstRow: Int
    let filled: CivilDate?

    /// The headings stand in one row, or in two of which the upper names groups.
    init(_ grid: Grid) throws(Rejection) {
        var best: (found: [ContractSheet.Column: Found], next: Int) = ([:], 0)
        for (position, row) in grid.rows.prefix(50).enumerated() {
            let below = position + 1 < grid.rows.count ? grid.rows[position + 1] : nil
            let single = Self.find(row, nil)
            if single.count > best.found.count { best = (single, position + 1) }
            if let below {
                // A title is no group of the headings below it: two rows have to tell more than the lower alone.
                let double = Self.find(row, below)
                if double.count > max(best.found.count, Self.find(below, nil).count) { best = (double, position + 2) }
            }
        }
        let missing = Self.missing(best.found)
        guard missing.isEmpty else {
            throw KernelRejection.tableHeading(missing: missing.map { SheetHeadings.name($0) }).rejection
        }
        places = best.found.mapValues(\.place)
        let above = grid.rows.prefix(best.next).flatMap(\.cells).map { SheetWords.plain($0.text) }
        units = Self.units(best.found, above)
        firstRow = best.next
        filled = Self.filled(above)
    }

    /// A column: its place, and its heading as it stands, brackets and all.
    private struct Found {
        let place: Int
        let heading: String
    }

    /// A list has to name field, person and term; the term in one column or in two.
    private static func missing(_ found: [ContractSheet.Column: Found]) -> [ContractSheet.Column] {
        let hasTerm = found[.term] != nil || found[.start] != nil && found[.end] != nil
        return [.object, .lessee].filter { found[$0] == nil } + (hasTerm ? [] : [.term])
    }

    private static func find(_ upper: Grid.Row, _ lower: Grid.Row?) -> [ContractSheet.Column: Found] {
        var found: [ContractSheet.Column: Found] = [:]
        var group = ""
        for place in 0..<min(200, max(upper.cells.count, lower?.cells.count ?? 0)) {
            let top = SheetWords.plain(upper[place].text)
            let bottom = SheetWords.plain(lower?[place].text ?? "")
            if !top.isEmpty { group = top }
            // In a text file the second column of a group has no upper heading.
            let above = bottom.isEmpty || !top.isEmpty ? top : group
            guard let column = SheetHeadings.column(above, bottom == top ? "" : bottom), found[column] == nil else {
                continue
            }
            found[column] = Found(place: place, heading: bottom == top ? top : above + bottom)
        }
        return found
    }

    /// A heading's own word goes before that of the line above all headings: `单位：亩、万元`.
    private static func units(_ found: [ContractSheet.Column: Found], _ above: [String]) -> [ContractSheet.Column:
        SheetUnit]
    {
        let line = above.last { $0.contains(SheetWords.unitLine) } ?? ""
        return found.reduce(into: [:]) { units, column in
            let own = SheetUnit(of: column.value.heading, column.key)
            let saysUsual = SheetWords.usualUnits.contains { column.value.heading.contains($0) }
            units[column.key] = own ?? (saysUsual ? nil : SheetUnit(of: line, column.key))
        }
    }

    private static func filled(_ above: [String]) -> CivilDate? {
        for plain in above {
            guard let mark = SheetHeadings.filledOn.lazy.compactMap({ plain.firstRange(of: $0) }).first else {
                continue
            }
            let behind = plain[mark.upperBound...].filter { $0 != " " }
            if let date = SheetDates.scan(String(behind)).dates.first?.exact { return date }
        }
        return nil
    }
}

/// What a bare figure of a column counts, where it is not mu or yuan.
struct SheetUnit: Sendable, Hashable {
    /// Stands before or behind the figure, as in a cell that says it itself.
    let word: String
    let isBefore: Bool

    /// As a heading or the line of units says; nil where it says the usual thing or nothing.
    init?(of heading: String, _ column: ContractSheet.Column) {
        let text = heading.lowercased()
        switch column {
        case .area, .measured:
            guard !text.contains(SheetWords.mu), let word = SheetWords.areaHeadings.first(where: { text.contains($0) })
            else {
                return nil
            }
            self.init(word: word, isBefore: false)
        case .annual, .oneOff:
            if SheetWords.priceHeadings.contains(where: { text.contains($0) }) {
                self.init(word: SheetWords.perMu, isBefore: true)
            } else if let word = SheetWords.moneyHeadings.first(where: { text.contains($0) }) {
                self.init(word: word, isBefore: false)
            } else {
                return nil
            }
        case .term:
            guard SheetWords.inYears.contains(where: { text.contains($0) }) else { return nil }
            self.init(word: String(SheetWords.year), isBefore: false)
        default: return nil
        }
    }

    private init(word: String, isBefore: Bool) {
        self.word = word
        self.isBefore = isBefore
    }

    /// Only a bare figure takes the unit of its heading.
    func applied(to text: String) -> String {
        let plain = SheetWords.plain(text)
        let figures = plain.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
        guard figures, plain.contains(where: \.isNumber), plain != "0" else { return text }
        return isBefore ? word + plain : plain + word
    }
}
