package import Kernel

/// Lists of places as the statistics and the ministry publish them, in any dress a spreadsheet gives them.
///
/// Columns by name: `code` and `name`; `level`, `kind` and `parent` (or `county_code`) where the list has them, else the code tells; `year`
/// where one file holds several years. Nothing is judged here but the form of the file; the rule looks at the rows.
package enum DivisionFile {
    /// The rows of the list, of one year where the file has several.
    package static func rows(_ bytes: [UInt8], year: Int? = nil) throws(Rejection) -> [DivisionRow] {
        let reader = TableReader(
            Column.allCases.map {
                TableColumn($0, [$0.rawValue] + RegistryText.divisionHeadings($0), isRequired: $0.isRequired)
            },
            largest: 64 * 1_048_576, mostRows: 1_000_000)
        let table: Table<Column>
        do throws(Rejection) {
            table = try reader.read(bytes)
        } catch {
            throw told(error)
        }
        if year != nil && !table.has(.year) { throw RegistryRefusal.fileHeader("year") }
        var rows: [DivisionRow] = []
        var bad: [Rejection] = []
        for answer in table.answers({ (row) throws(Rejection) in try outcome(row, year) }) {
            switch answer.outcome {
            case .accepted(let row): rows.append(row)
            case .setAside(.remark) where isCode(answer.excerpt): bad.append(RegistryRefusal.fileColumns(answer.line))
            case .setAside: continue
            case .refused: bad.append(RegistryRefusal.fileColumns(answer.line))
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        guard !rows.isEmpty else { throw RegistryRefusal.fileEmpty() }
        return rows
    }

    /// Whether a row of one cell is a place whose name was forgotten. Passed over, it would be closed as if the list had
    /// left it out. Shorter figures are the numbers of pages.
    private static func isCode(_ cell: String) -> Bool {
        let text = Folding.code(cell)
        return text.count >= 6 && DivisionRowCheck.code(text) != nil
    }

    /// The columns of a list of places.
    enum Column: String, CaseIterable, Sendable {
        case code, name, level, parent
        case county = "county_code"
        case kind, year

        var isRequired: Bool { self == .code || self == .name }
    }

    private static func outcome(_ row: Table<Column>.Row, _ year: Int?) throws(Rejection)
        -> Table<Column>.Outcome<DivisionRow>
    {
        if let year, Folding.code(try row.text(.year)) != String(year) { return .setAside(.foreign) }
        let code = Folding.code(try row.text(.code))
        let parents = [try row.text(.parent), try row.text(.county), DivisionRowCheck.code(code)?.parent?.digits ?? ""]
        let kind = try row.text(.kind)
        return .accepted(
            DivisionRow(
                row: Int64(row.line), code: code, name: try row.text(.name), level: try row.text(.level),
                parent: parents.first { !$0.isEmpty }.map(Folding.code) ?? "", kind: kind.isEmpty ? nil : kind))
    }

    /// What makes a file unreadable, in the words of the registry.
    private static func told(_ error: Rejection, columns: String = "code, name") -> Rejection {
        switch error.number {
        case KernelRejection.tableEmpty.number: RegistryRefusal.fileEmpty()
        case KernelRejection.tableHeading(missing: []).number:
            RegistryRefusal.fileHeader(columns)
        default: error
        }
    }

    /// A list of changed codes (`old_code,new_code,new_name,kind`), as commands in the order of the file. A kind that
    /// begins with `merge` merges; any other keeps the place, and `…-to-district` makes it a district.
    package static func changes(_ bytes: [UInt8], codeSystem: CodeSystem, asOf: CivilDate) throws(Rejection)
        -> [ChangeDivisionCode]
    {
        let reader = TableReader(
            Change.allCases.map { TableColumn($0, [$0.rawValue], isRequired: $0 != .name) })
        let table: Table<Change>
        do throws(Rejection) {
            table = try reader.read(bytes)
        } catch {
            throw told(error, columns: "old_code, new_code, kind")
        }
        var changes: [ChangeDivisionCode] = []
        var bad: [Rejection] = []
        let answers = table.answers { (row) throws(Rejection) in
            .accepted(try change(row, codeSystem: codeSystem, asOf: asOf))
        }
        for answer: Table<Change>.Answer<ChangeDivisionCode> in answers {
            switch answer.outcome {
            case .accepted(let change): changes.append(change)
            case .setAside: continue
            case .refused(let rejection):
                let isOurs = rejection.flattened.contains { $0.number == RegistryRefusal.rowCode.number }
                bad.append(isOurs ? rejection : RegistryRefusal.fileColumns(answer.line))
            }
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        return changes
    }

    /// The columns of a list of changed codes.
    private enum Change: String, CaseIterable {
        case old = "old_code"
        case new = "new_code"
        case name = "new_name"
        case kind
    }

    private static func change(_ row: Table<Change>.Row, codeSystem: CodeSystem, asOf: CivilDate) throws(Rejection)
        -> ChangeDivisionCode
    {
        let (old, new) = (try row.text(.old), try row.text(.new))
        guard let oldCode = DivisionRowCheck.code(old), let newCode = DivisionRowCheck.code(new) else {
            throw RegistryRefusal.rowCode(row.line, DivisionRowCheck.code(old) == nil ? old : new)
        }
        let (name, kind) = (try row.text(.name), try row.text(.kind))
        guard !kind.isEmpty else { throw RegistryRefusal.fileColumns(row.line) }
        return ChangeDivisionCode(
            codeSystem: codeSystem, oldCode: oldCode, newCode: newCode, name: name.isEmpty ? nil : name,
            divisionKind: kind.hasSuffix("-to-district") || kind.hasPrefix("merge") ? .district : nil, asOf: asOf,
            kind: kind.hasPrefix("merge") ? .merge : .rename)
    }
}
