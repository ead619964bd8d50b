package import Kernel

/// Lists of places as the statistics and the ministry publish them: CSV in strict UTF-8.
///
/// Columns by name: `code` and `name`; `level`, `kind` and `parent` (or `county_code`) where the list has them; `year`
/// where one file holds several years. Nothing is judged here but the form of the file; the rule looks at the rows.
package enum DivisionFile {
    /// The rows of the list, of one year where the file has several.
    package static func rows(_ bytes: [UInt8], year: Int? = nil) throws(Rejection) -> [DivisionRow] {
        let table = try CSVTable(bytes)
        for column in ["code", "name"] where !table.has(column) {
            throw RegistryRefusal.fileHeader(column)
        }
        if year != nil && !table.has("year") { throw RegistryRefusal.fileHeader("year") }
        var rows: [DivisionRow] = []
        rows.reserveCapacity(table.records.count)
        for record in table.records {
            if let year, table.text("year", of: record) != String(year) { continue }
            let code = table.text("code", of: record) ?? ""
            rows.append(
                DivisionRow(
                    row: Int64(record.row), code: code, name: table.text("name", of: record) ?? "",
                    level: table.text("level", of: record) ?? "",
                    parent: table.text("parent", of: record) ?? table.text("county_code", of: record)
                        ?? DivisionRowCheck.code(code)?.parent?.digits ?? "",
                    kind: table.text("kind", of: record)))
        }
        guard !rows.isEmpty else { throw RegistryRefusal.fileEmpty() }
        return rows
    }

    /// A list of changed codes (`old_code,new_code,new_name,kind`), as commands in the order of the file. A kind that
    /// begins with `merge` merges; any other keeps the place, and `…-to-district` makes it a district.
    package static func changes(_ bytes: [UInt8], codeSystem: CodeSystem, asOf: CivilDate) throws(Rejection)
        -> [ChangeDivisionCode]
    {
        let table = try CSVTable(bytes)
        for column in ["old_code", "new_code", "kind"] where !table.has(column) {
            throw RegistryRefusal.fileHeader(column)
        }
        var changes: [ChangeDivisionCode] = []
        var bad: [Rejection] = []
        for record in table.records {
            let old = table.text("old_code", of: record) ?? ""
            let new = table.text("new_code", of: record) ?? ""
            guard let oldCode = DivisionRowCheck.code(old), let newCode = DivisionRowCheck.code(new) else {
                let wrong = DivisionRowCheck.code(old) == nil ? old : new
                bad.append(RegistryRefusal.rowCode(record.row, wrong))
                continue
            }
            let kind = table.text("kind", of: record) ?? ""
            changes.append(
                ChangeDivisionCode(
                    codeSystem: codeSystem, oldCode: oldCode, newCode: newCode,
                    name: table.text("new_name", of: record),
                    divisionKind: kind.hasSuffix("-to-district") || kind.hasPrefix("merge") ? .district : nil,
                    asOf: asOf, kind: kind.hasPrefix("merge") ? .merge : .rename))
        }
        if let rejection = Rejection.all(bad) { throw rejection }
        return changes
    }
}
