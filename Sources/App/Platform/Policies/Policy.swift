package import Kernel
package import Storage

/// What one domain's event makes the house do in another domain: pure, and in the same transaction.
///
/// A refusal of such a command refuses the command that caused the event, and everything is undone.
package struct Policy: Sendable {
    package let name: String
    let eventType: ObjectIdentifier
    let react: @Sendable (any ModuleEvent, EntryHeader) -> [any ModuleCommand]

    package init<Event: ModuleEvent>(
        _ name: String, on type: Event.Type, _ react: @escaping @Sendable (Event, EntryHeader) -> [any ModuleCommand]
    ) {
        self.name = name
        eventType = ObjectIdentifier(type)
        self.react = { event, header in
            guard let event = event as? Event else { return [] }
            return react(event, header)
        }
    }
}

/// The policies of the house, found by the type of event they listen to.
struct PolicySet: Sendable {
    private let byEvent: [ObjectIdentifier: [Policy]]

    init(_ policies: [Policy]) {
        byEvent = Dictionary(grouping: policies, by: \.eventType)
    }

    func commands(after event: any ModuleEvent, _ header: EntryHeader) -> [any ModuleCommand] {
        (byEvent[ObjectIdentifier(type(of: event))] ?? []).flatMap { $0.react(event, header) }
    }
}
