import Kernel

/// A row that can be believed.
struct CheckedDivisionRow {
    let row: Int
    let code: DivisionCode
    let name: String
    let parent: DivisionCode?
    let kind: DivisionKind?
}

/// Looks at every row before any is used, and names all that are bad.
struct DivisionRowCheck {
    private(set) var rows: [CheckedDivisionRow] = []

    init(_ list: ImportDivisions, _ tree: DivisionTree) throws(Rejection) {
        var problems: [Rejection] = []
        var firstRow: [DivisionCode: Int] = [:]
        var codes: [DivisionCode?] = []
        for (position, row) in list.rows.enumerated() {
            let code = DivisionRowCheck.code(row.code)
            codes.append(code)
            if let code, firstRow[code] == nil { firstRow[code] = row.number(position) }
        }
        for (position, row) in list.rows.enumerated() {
            let number = row.number(position)
            do throws(Rejection) {
                guard let code = codes[position] else {
                    throw RegistryRefusal.rowCode(number, String(row.code.prefix(20)))
                }
                if let first = firstRow[code], first != number {
                    throw RegistryRefusal.rowDuplicate(number, code.digits, first)
                }
                let parent = try DivisionRowCheck.parent(of: row, code, number) { parent in
                    firstRow[parent] != nil || tree.holder(of: parent, in: list.codeSystem) != nil
                }
                rows.append(try DivisionRowCheck.check(row, code, parent, number, scope: list.scope))
            } catch {
                problems.append(error)
            }
        }
        if let rejection = Rejection.all(problems) { throw rejection }
    }

    static func code(_ text: String) -> DivisionCode? {
        try? DivisionCode(field: .string(text), notation: .logged)
    }

    private static func check(
        _ row: DivisionRow, _ code: DivisionCode, _ parent: DivisionCode?, _ number: Int, scope: DivisionCode?
    ) throws(Rejection) -> CheckedDivisionRow {
        if !row.level.isEmpty, DivisionLevel(rawValue: row.level) != code.level {
            throw RegistryRefusal.rowLevel(number, row.level)
        }
        guard !row.name.isBlank else { throw RegistryRefusal.rowName(number) }
        var kind: DivisionKind?
        if let text = row.kind, !text.isEmpty {
            kind = DivisionKind(rawValue: text)
            guard kind != nil else { throw RegistryRefusal.rowKind(number, text) }
        }
        if let scope, !code.isWithin(scope), !scope.isWithin(code) {
            throw RegistryRefusal.rowOutsideScope(number, code.digits)
        }
        return CheckedDivisionRow(row: number, code: code, name: row.name, parent: parent, kind: kind)
    }

    private static func parent(
        of row: DivisionRow, _ code: DivisionCode, _ number: Int, isKnown: (DivisionCode) -> Bool
    ) throws(Rejection) -> DivisionCode? {
        if row.parent.isEmpty && code.level == .province { return nil }
        guard let parent = DivisionRowCheck.code(row.parent), isKnown(parent) else {
            throw RegistryRefusal.rowParentMissing(number, code.digits, row.parent)
        }
        guard parent.level < code.level, code.isWithin(parent) else {
            throw RegistryRefusal.rowOutsideParent(number, code.digits, parent.digits)
        }
        return parent
    }
}

extension DivisionRow {
    fileprivate func number(_ position: Int) -> Int { row.map { Int($0) } ?? position + 1 }
}
