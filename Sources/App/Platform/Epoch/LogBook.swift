package import Kernel
package import Storage

/// What the log says of itself: that it went on from an older copy, and what was lost; that another key signs it.
///
/// Only the program gives its commands, when a person has asked for it on the machine (`qianmo epoch open`, `qianmo keys
/// rotate log`), never somebody over the network.
package enum LogBook: Module {
    package static let name = "log"
    package static let title = LogBookText.title
    package static let commands: [any Command.Type] = [OpenEpoch.self, ChangeSigner.self]
    package static let events: [any Event.Type] = [EpochOpened.self, SignerChanged.self]

    package struct State: Sendable {}

    /// The log's book never says no.
    package struct Refusal: DomainRefusal {
        package let statement: RefusalStatement
        package static let all: [Refusal] = []

        package init(_ statement: RefusalStatement) { self.statement = statement }
    }

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) {}

    package static var migrations: [Migration] { EpochStore.migrations }
    package static var tables: [ProjectedTable] { EpochStore.tables }
}

/// The log goes on from here although more had been signed.
package struct OpenEpoch: Command {
    package typealias Domain = LogBook

    /// Why, in the words of the person who decided it; public.
    let reason: String
    /// What the key had signed last: how many entries, and their root in base64. Whoever holds that checkpoint can see
    /// that it is this one which was given up.
    let signedEntries: Int64
    let signedRoot: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            reason: pass.value("reason", \.reason),
            signedEntries: pass.whole("signedEntries", \.signedEntries, in: IndexDomain.self),
            signedRoot: pass.value("signedRoot", \.signedRoot))
    }

    package static let name = "openEpoch"
    package static let title = LogBookText.openEpoch
    package static let access: Access = .installation
    package static let refusals: [LogBook.Refusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("log", "epochs") }
    package func place(_ state: LogBook.State, _ facts: NoFacts) -> DivisionID? { nil }

    package func decide(_ state: LogBook.State, _ facts: NoFacts, _ context: Context) -> [any Event<LogBook>] {
        [EpochOpened(reason: reason, signedEntries: signedEntries, signedRoot: signedRoot)]
    }
}

package struct EpochOpened: Event {
    package typealias Domain = LogBook

    let reason: String
    let signedEntries: Int64
    let signedRoot: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            reason: pass.value("reason", \.reason),
            signedEntries: pass.whole("signedEntries", \.signedEntries, in: IndexDomain.self),
            signedRoot: pass.value("signedRoot", \.signedRoot))
    }

    package static let name = "epochOpened"
    package var division: DivisionID? { nil }

    package func change(_ state: inout LogBook.State, at instant: Instant) {}

    package func project(
        from standing: Void, to state: LogBook.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try EpochStore.save(self, entry, in: tx)
    }
}
