package import Kernel

/// What a desk's page may ask beyond the tables: what a command would bring, and what somebody wrote that the log only
/// commits to. Neither writes anything.
package struct DeskReading: Sendable {
    /// What the command would be answered with now if this desk gave it: its events, or the refusal.
    package let rehearse: @Sendable (any Command, Principal) throws -> Result<[any Event], Rejection>
    /// The events of a stream in order, personal values in their places where they were not destroyed.
    package let events: @Sendable (StreamID, any ReadTransaction) throws -> [any Event]

    package init(
        rehearse: @escaping @Sendable (any Command, Principal) throws -> Result<[any Event], Rejection>,
        events: @escaping @Sendable (StreamID, any ReadTransaction) throws -> [any Event]
    ) {
        self.rehearse = rehearse
        self.events = events
    }

    /// Without a program behind the pages: every command would do nothing, and no stream has events.
    package static let none = DeskReading(rehearse: { _, _ in .success([]) }, events: { _, _ in [] })
}
