package import Kernel
package import Storage

/// Lays a list of places over what is known: whole, or not at all.
package struct ImportDivisions: RegistryCommand {
    package static let name = "importDivisions"
    package static var title: Message { RegistryText.importDivisions }
    package static let access: Access = [.own(.administrator)]
    package static let reaches: [String: DateReach] = ["asOf": .years(back: 30, ahead: 2)]
    package static let refusals: [RegistryRefusal] = [
        .fileEmpty, .rowCode, .rowLevel, .rowKind, .rowName, .rowDuplicate, .rowParentMissing, .rowOutsideParent,
        .rowOutsideScope, .rowOlder, .codeUnknown,
    ]

    package let codeSystem: CodeSystem
    /// The day from which the list holds.
    package let asOf: CivilDate
    /// The place whose list it is; without it nothing is closed.
    package var scope: DivisionCode?
    /// The level that is complete in the list; without it every level that occurs below the scope.
    package var level: DivisionLevel?
    package var rows: [DivisionRow] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            codeSystem: pass.value("codeSystem", \.codeSystem), asOf: pass.value("asOf", \.asOf),
            scope: pass.optional("scope", \.scope), level: pass.optional("level", \.level),
            rows: pass.list("rows", \.rows, max: 1_000_000))
    }

    package func stream(_ context: Context) -> StreamID { .divisions }

    package func place(_ state: RegistryState, _ facts: NoFacts) -> DivisionID? {
        scope.flatMap { state.tree.holder(of: $0, in: codeSystem) } ?? .root
    }
}

extension ImportDivisions {
    /// Every difference between the list and what is known, or every bad row.
    package func decide(_ state: RegistryState, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let tree = state.tree
        guard !rows.isEmpty else { throw RegistryRefusal.fileEmpty() }
        if let scope, tree.holder(of: scope, in: codeSystem) == nil {
            throw RegistryRefusal.codeUnknown(scope.digits).at("scope")
        }
        let checked = try DivisionRowCheck(self, tree).rows
        var changes = DivisionChanges(self, tree)
        for row in checked.sorted(by: { ($0.code.level, $0.row) < ($1.code.level, $1.row) }) { changes.take(row) }
        let closed = missing(tree, kept: changes.kept)
        // A place cannot end before what is known of it begins.
        let older = closed.compactMap { entry -> Rejection? in
            guard let since = tree.nodes[entry.id]?.since, since > asOf else { return nil }
            return RegistryRefusal.rowOlder(rows.first?.row ?? 1, entry.code.digits, since.description)
        }
        if let rejection = Rejection.all(changes.problems + older) { throw rejection }
        return changes.events + closed.map { closing($0.id, tree) }
    }

    /// What lies in the scope, on a level the list holds whole, and is missing from the list: deepest first.
    private func missing(_ tree: DivisionTree, kept: Set<DivisionID>) -> [(id: DivisionID, code: DivisionCode)] {
        guard let scope else { return [] }
        var levels: Set<DivisionLevel> = []
        if let level {
            levels.insert(level)
        } else {
            for row in rows {
                if let code = DivisionRowCheck.code(row.code), code.level > scope.level { levels.insert(code.level) }
            }
        }
        let missing = tree.open(within: scope, in: codeSystem).filter { entry in
            levels.contains(entry.code.level) && !kept.contains(entry.id)
        }
        return missing.sorted { ($1.code.level, $0.code.digits) < ($0.code.level, $1.code.digits) }
    }

    /// A place the other authority still lists only loses its code here.
    private func closing(_ id: DivisionID, _ tree: DivisionTree) -> any Event<Registry> {
        let other: CodeSystem = codeSystem == .statistical ? .civilAffairs : .statistical
        if tree.nodes[id]?[other] != nil {
            return DivisionRecoded(place: id, codeSystem: codeSystem, asOf: asOf)
        }
        return DivisionClosed(place: id, asOf: asOf)
    }
}
