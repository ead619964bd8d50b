package import Kernel
package import Storage

/// What the log says of itself: that it went on from an older copy, and what was lost.
///
/// Only the program gives its command, when a person has asked for it on the machine (`qianmo epoch open`), never
/// somebody over the network.
package enum LogBook: StoredModule {
    package static let name = "log"
    package static let title = LogBookText.title

    package struct State: Sendable {}
    package struct Facts: Sendable {}

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func facts(for command: LogBookCommand, context: Context, in tx: any ReadTransaction) -> Facts {
        Facts()
    }

    package static func division(of command: LogBookCommand, state: State, facts: Facts) -> DivisionID? { nil }

    package static func decide(_ command: LogBookCommand, _ state: State, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [LogBookEvent]
    {
        switch command {
        case .openEpoch(let command):
            [
                .epochOpened(
                    EpochOpened(
                        reason: command.reason, signedEntries: command.signedEntries, signedRoot: command.signedRoot))
            ]
        }
    }

    package static func evolve(_ state: inout State, with event: LogBookEvent, at instant: Instant) {}

    package static func due(after event: LogBookEvent, state: State, at instant: Instant) -> [Due<LogBookCommand>] {
        []
    }

    package static var migrations: [Migration] { EpochStore.migrations }
    package static var tables: [ProjectedTable] { EpochStore.tables }

    package static func project(_ event: LogBookEvent, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        switch event {
        case .epochOpened(let event): try EpochStore.save(event, entry, in: tx)
        }
    }
}

package enum LogBookCommand: ModuleCommand {
    case openEpoch(OpenEpoch)

    package static let forms: [CommandForm<LogBookCommand>] = [CommandForm(OpenEpoch.self) { .openEpoch($0) }]
    package var payload: any CommandPayload {
        switch self {
        case .openEpoch(let command): command
        }
    }
}

package enum LogBookEvent: ModuleEvent {
    case epochOpened(EpochOpened)

    package static let forms: [EventForm<LogBookEvent>] = [EventForm(EpochOpened.self) { .epochOpened($0) }]
    package var payload: any EventPayload {
        switch self {
        case .epochOpened(let event): event
        }
    }
    package var division: DivisionID? { nil }
}

/// The log goes on from here although more had been signed.
package struct OpenEpoch: CommandPayload {
    package static let name = "openEpoch"
    package static let title = LogBookText.openEpoch
    package static let rejections: [Int] = []
    /// Why, in the words of the person who decided it; public.
    let reason: String
    /// What the key had signed last: how many entries, and their root in base64. Whoever holds that checkpoint can see
    /// that it is this one which was given up.
    let signedEntries: Int64
    let signedRoot: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            reason: pass.value("reason", \.reason), signedEntries: pass.value("signedEntries", \.signedEntries),
            signedRoot: pass.value("signedRoot", \.signedRoot))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("log", "epochs") }
}

package struct EpochOpened: EventPayload {
    package static let name = "epochOpened"
    let reason: String
    let signedEntries: Int64
    let signedRoot: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            reason: pass.value("reason", \.reason), signedEntries: pass.value("signedEntries", \.signedEntries),
            signedRoot: pass.value("signedRoot", \.signedRoot))
    }
}
