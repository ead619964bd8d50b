import Kernel
package import Storage

/// What one domain's event makes the house do in another domain: pure, and in the same transaction.
///
/// A refusal of such a command refuses the command that caused the event, and everything is undone.
package struct Policy: Sendable {
    package let name: String
    let event: ObjectIdentifier
    let react: @Sendable (any Event, EntryHeader) -> [any Command]

    /// Listens to one type of event.
    package init<Kind: Event>(
        _ name: String, on event: Kind.Type, _ react: @escaping @Sendable (Kind, EntryHeader) -> [any Command]
    ) {
        self.name = name
        self.event = ObjectIdentifier(event)
        self.react = { event, header in (event as? Kind).map { react($0, header) } ?? [] }
    }
}

/// The policies of the house, found by the type of event they listen to.
struct PolicySet: Sendable {
    private let byEvent: [ObjectIdentifier: [Policy]]

    init(_ policies: [Policy]) {
        byEvent = Dictionary(grouping: policies, by: \.event)
    }

    func commands(after event: any Event, _ header: EntryHeader) -> [any Command] {
        guard let policies = byEvent[ObjectIdentifier(type(of: event))] else { return [] }
        return policies.flatMap { $0.react(event, header) }
    }
}
