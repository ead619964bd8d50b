package import Kernel
package import Storage

/// Says in the log that tables were made again from it: which, and how many of their rows (`qianmo mend`). It is given
/// before the rows are changed, so that no change goes unsaid.
package struct NoteMending: RegistryCommand {
    package static let name = "noteMending"
    package static var title: Message { RegistryText.noteMending }
    package static let access: Access = [.anywhere(.administrator)]
    package static let refusals: [RegistryRefusal] = [.noChange]

    package let tables: [MendedTable]

    package init(tables: [MendedTable]) {
        self.tables = tables
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(tables: pass.list("tables", \.tables))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("mending", "all") }

    package typealias Facts = NoFacts

    package func place(_ state: RegistryState, _ facts: NoFacts) -> DivisionID? { .root }

    package func decide(_ state: RegistryState, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard tables.contains(where: { !$0.isNone }) else { throw RegistryRefusal.noChange.at("tables") }
        return [TablesMended(tables: tables)]
    }
}

/// A table of the store and how many of its rows were not as the log has them.
package struct MendedTable: FieldRecord, Hashable {
    package let table: String
    /// Rows that were not there.
    package let missing: Count
    /// Rows that should not have been there.
    package let surplus: Count
    /// Rows that said something else.
    package let changed: Count

    package init(table: String, missing: Count, surplus: Count, changed: Count) {
        self.table = table
        self.missing = missing
        self.surplus = surplus
        self.changed = changed
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            table: pass.value("table", \.table), missing: pass.value("missing", \.missing),
            surplus: pass.value("surplus", \.surplus), changed: pass.value("changed", \.changed))
    }

    var isNone: Bool { [missing, surplus, changed].allSatisfy { $0.value == 0 } }
}

/// Rows of tables were made again from the log.
package struct TablesMended: RegistryEvent {
    package static let name = "tablesMended"

    package let tables: [MendedTable]

    package var place: DivisionID { .root }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(tables: pass.list("tables", \.tables))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
