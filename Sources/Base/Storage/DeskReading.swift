package import Kernel

/// What a desk's page may ask beyond the tables: what a command would bring, and what somebody wrote that the log only
/// commits to. Neither writes anything.
package struct DeskReading: Sendable {
    /// What the command would be answered with now if this desk gave it: its events, or the refusal.
    package let rehearse: @Sendable (any Command, Principal) throws -> Result<[any Event], Rejection>
    /// The entries of a stream in order, each with its event, personal values in their places where they were not destroyed.
    package let history: @Sendable (StreamID, any ReadTransaction) throws -> [PastEvent]

    package init(
        rehearse: @escaping @Sendable (any Command, Principal) throws -> Result<[any Event], Rejection>,
        history: @escaping @Sendable (StreamID, any ReadTransaction) throws -> [PastEvent]
    ) {
        self.rehearse = rehearse
        self.history = history
    }

    /// The events of a stream in order.
    package func events(_ stream: StreamID, _ tx: any ReadTransaction) throws -> [any Event] {
        try history(stream, tx).map(\.event)
    }

    /// Without a program behind the pages: every command would do nothing, and no stream has events.
    package static let none = DeskReading(rehearse: { _, _ in .success([]) }, history: { _, _ in [] })
}

/// An event and where it stands in the log.
package struct PastEvent: Sendable {
    package let entry: EntryHeader
    package let event: any Event

    package init(_ entry: EntryHeader, _ event: any Event) {
        self.entry = entry
        self.event = event
    }
}
