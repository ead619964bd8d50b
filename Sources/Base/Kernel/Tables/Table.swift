/// A file of rows that was read: where it was headed, and every row below and above with its place.
package struct Table<Key: Hashable & Sendable>: Sendable {
    package let encoding: TableEncoding
    package let separator: Character
    /// The line of the headings, from 1.
    package let headingLine: Int
    package let headings: [String]
    /// Every row but the headings, in the order of the file.
    package let rows: [Row]

    let places: [Key: Int]

    /// How many of the columns that were looked for the file has.
    package var knownColumns: Int { places.count }

    /// Whether the file has this column.
    package func has(_ key: Key) -> Bool { places[key] != nil }

    /// A row, and its cells by the columns' keys.
    package struct Row: Sendable {
        let source: TableLine
        let isFromWorkbook: Bool
        let headings: [String]
        let places: [Key: Int]
        let sort: RowSort
        /// Of amounts whose heading names none: what stands above the headings, empty for yuan.
        let unit: String

        /// The line of the file in which it begins, from 1.
        package var line: Int { source.line }
        package var cells: [String] { source.cells }
        /// Whether the workbook hides the row.
        package var isHidden: Bool { source.isHidden }

        /// The first words of the row, for whoever looks for it.
        package var excerpt: String {
            let text = cells.filter { !TableHeading.isBlank($0) }.map { TableHeading.clean($0) }.joined(
                separator: " | ")
            return String(
                text.unicodeScalars.prefix(80).filter { $0.value >= 0x20 && $0 != "\u{FFFD}" }.map(Character.init))
        }
    }

    /// What became of one row.
    package struct Answer<Value: Sendable>: Sendable {
        package let line: Int
        package let excerpt: String
        package let outcome: Outcome<Value>
    }

    package enum Outcome<Value: Sendable>: Sendable {
        case accepted(Value)
        case setAside(SetAsideReason)
        /// Everything that is wrong with the row; each names the heading of its column as the field.
        case refused(Rejection)
    }

    /// Every row's answer: `read` is given the records, and throws what is wrong with one or sets it aside.
    package func answers<Value: Sendable>(_ read: (_ row: Row) throws(Rejection) -> Outcome<Value>) -> [Answer<Value>] {
        rows.map { row in
            let outcome: Outcome<Value>
            switch row.sort {
            case .setAside(let reason): outcome = .setAside(reason)
            case .refused(let rejection): outcome = .refused(rejection)
            case .record:
                do throws(Rejection) {
                    outcome = try read(row)
                } catch {
                    outcome = .refused(error)
                }
            }
            return Answer(line: row.line, excerpt: row.excerpt, outcome: outcome)
        }
    }
}

extension Table.Row {
    /// The heading of a column as the file writes it; empty where the file has no such column.
    package func heading(_ key: Key) -> String { places[key].map { headings[$0] } ?? "" }

    /// What a refusal calls the cell: its heading, in a workbook with its place before it, "G4 对方账号".
    package func name(_ key: Key) -> String {
        guard let place = places[key] else { return "" }
        return isFromWorkbook ? "\(Table.letters(place))\(line) \(headings[place])" : headings[place]
    }

    /// Where a cell stands, for example "B12" would be line 12, column 2; nil where the file has no such column.
    package func column(_ key: Key) -> Int? { places[key].map { $0 + 1 } }

    /// The text of a cell in canonical form; empty where it is blank or the file has no such column.
    package func text(_ key: Key) throws(Rejection) -> String {
        guard let place = places[key] else { return "" }
        if let fault = source.faults[place] { throw fault }
        guard cells.indices.contains(place) else { return "" }
        do throws(Rejection) {
            return try CanonicalText.of(TableHeading.withoutGuard(cells[place]))
        } catch {
            throw error.under(name(key))
        }
    }

    /// The value of a cell as a form would read it; throws where it is blank or wrong, with the heading as the field.
    package func value<Value: FieldValue>(_ key: Key, as type: Value.Type = Value.self) throws(Rejection) -> Value {
        guard let value: Value = try optional(key) else {
            throw KernelRejection.missing(field: name(key)).rejection
        }
        return value
    }

    /// The value of a cell; nil where it is blank.
    package func optional<Value: FieldValue>(_ key: Key, as type: Value.Type = Value.self) throws(Rejection) -> Value? {
        let text = try text(key)
        guard !TableHeading.isBlank(text) else { return nil }
        if Value.self == CivilDate.self, let day = source.countedDay(text) as? Value { return day }
        do throws(Rejection) {
            return try Value(field: .string(text), notation: .typed)
        } catch {
            throw error.under(name(key))
        }
    }

    /// An amount, in the unit its heading names: below "金额（万元）" stands ten thousand times as much.
    package func money(_ key: Key) throws(Rejection) -> Money {
        guard let money = try optionalMoney(key) else {
            throw KernelRejection.missing(field: name(key)).rejection
        }
        return money
    }

    /// An amount; nil where the cell is blank or holds a dash for nothing.
    package func optionalMoney(_ key: Key) throws(Rejection) -> Money? {
        let text = try text(key)
        guard !text.isEmpty, !["-", "--", "/"].contains(Folding.folded(text)) else { return nil }
        do throws(Rejection) {
            let unit = NotationText.unit(of: heading(key)) ?? unit
            let saysItsOwn = NotationText.moneyUnits.contains { text.hasSuffix($0.word) }
            return try Money(typed: unit.isEmpty || saysItsOwn ? exact(text, key) : text + unit)
        } catch {
            throw error.under(name(key))
        }
    }

    /// A number of a workbook without the noise behind its fen: 1234.560000003 is 1234.56, 1234.567 stays as it is.
    private func exact(_ text: String, _ key: Key) -> String {
        guard let place = places[key], source.numbers.contains(place), let point = text.firstIndex(of: ".") else {
            return text
        }
        let decimals = Array(text.utf8[text.index(after: point)...].map { $0 - 0x30 })
        guard decimals.count > 2 else { return text }
        let noise = (2..<6).map { decimals.indices.contains($0) ? decimals[$0] : 0 }
        let cents = Int64(decimals[0]) * 10 + Int64(decimals[1])
        let isNegative = text.hasPrefix("-")
        guard let whole = Int64(text[..<point].drop { $0 == "-" }), whole <= Money.highest else { return text }
        let up: Int64
        if noise.allSatisfy({ $0 == 0 }) {
            up = 0
        } else if noise.allSatisfy({ $0 == 9 }) {
            up = 1
        } else {
            return text
        }
        let fen = whole * 100 + cents + up
        let fraction = fen % 100
        return "\(isNegative ? "-" : "")\(fen / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }

    /// What came in, by one column of amounts with a sign or by two, of what came in and what went out, and perhaps by a
    /// third that says which. Nil where the row tells of money that went out.
    package func incoming(_ amount: Key, outgoing: Key? = nil, direction: Key? = nil) throws(Rejection) -> Money? {
        let came = try optionalMoney(amount)
        let went =
            try outgoing.flatMap { places[$0] == nil ? nil : $0 }.map { (key) throws(Rejection) in
                try optionalMoney(key)
            } ?? nil
        if let went, went != .zero {
            guard came == nil || came == .zero else {
                throw KernelRejection.tableBothSides.rejection.under(heading(amount))
            }
            return nil
        }
        if let direction, places[direction] != nil {
            let word = TableHeading.normalised(try text(direction))
            if NotationText.outgoing.contains(word) { return nil }
            guard word.isEmpty || NotationText.incoming.contains(word) else {
                throw KernelRejection.notAChoice(field: heading(direction), choices: NotationText.directions).rejection
            }
        }
        guard let came else { throw KernelRejection.missing(field: name(amount)).rejection }
        return came < .zero ? nil : came
    }
}

extension Table {
    /// "G" for the seventh column, counted from 0.
    static func letters(_ place: Int) -> String {
        let (high, low) = place.quotientAndRemainder(dividingBy: 26)
        let letter = String(UnicodeScalar(UInt8(0x41 + low)))
        return high == 0 ? letter : letters(high - 1) + letter
    }
}

/// Gathers what several cells of one row have wrong, so that one pass tells everything.
package struct RowProblems: Sendable {
    private var found: [Rejection] = []

    package init() {}

    /// The value, or nil with its problem noted.
    package mutating func take<Value>(_ read: () throws(Rejection) -> Value) -> Value? {
        do throws(Rejection) {
            return try read()
        } catch {
            found += error.flattened
            return nil
        }
    }

    /// What the caller found wrong by itself.
    package mutating func note(_ rejection: Rejection) { found += rejection.flattened }

    /// Throws everything that was found wrong.
    package func finish() throws(Rejection) {
        if let rejection = Rejection.all(found) { throw rejection }
    }
}
