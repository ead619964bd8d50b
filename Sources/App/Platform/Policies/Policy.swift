import Kernel
package import Storage

/// What one domain's event makes the house do in another domain: pure, and in the same transaction.
///
/// A refusal of such a command refuses the command that caused the event, and everything is undone.
package struct Policy: Sendable {
    package let name: String
    let event: ObjectIdentifier
    let gives: [ObjectIdentifier]
    let react: @Sendable (any Event, EntryHeader) -> [any Command]

    /// Listens to one type of event, and gives commands of the named types, each of which is open to the house itself: one
    /// that is not stops every program and test that makes the policy, not the first county in which it reacts.
    package init<Kind: Event>(
        _ name: String, on event: Kind.Type, gives commands: [any Command.Type],
        _ react: @escaping @Sendable (Kind, EntryHeader) -> [any Command]
    ) {
        for command in commands {
            precondition(command.access.reach[.system] != nil, "\(name): the house may not give \(command.fullName)")
        }
        self.name = name
        self.event = ObjectIdentifier(event)
        gives = commands.map { ObjectIdentifier($0) }
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
        return policies.flatMap { policy in
            let commands = policy.react(event, header)
            assert(
                commands.allSatisfy { policy.gives.contains(ObjectIdentifier(type(of: $0))) },
                "\(policy.name) gives what it did not name")
            return commands
        }
    }
}
