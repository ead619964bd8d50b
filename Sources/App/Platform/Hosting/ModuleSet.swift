package import Kernel
package import Storage

/// All modules of the house, and their commands and events by full name.
package struct ModuleSet: Sendable {
    /// In the order of their dependencies: migrations run in it.
    package let all: [any Module.Type]
    private let commands: [String: any Command.Type]
    private let events: [String: any Event.Type]

    package init(_ modules: [any Module.Type]) {
        all = modules
        commands = Dictionary(uniqueKeysWithValues: modules.flatMap { $0.commands.map { ($0.fullName, $0) } })
        events = Dictionary(uniqueKeysWithValues: modules.flatMap { $0.events.map { ($0.fullName, $0) } })
    }

    package var migrations: [Migration] { all.flatMap { $0.migrations } }

    /// Reads the command called `exchange.placeBid`; throws what is wrong with the name or the arguments.
    package func read(_ name: String, _ arguments: JSON, _ notation: FieldNotation) throws(Rejection) -> any Command {
        guard let command = commands[name] else {
            throw PlatformRejection.unknownCommand(name: String(name.prefix(80))).rejection
        }
        return try command.read(arguments, notation: notation)
    }

    /// Reads the event called `exchange.bidPlaced` back from its leaf; nil when no module knows it.
    func readEvent(_ name: String, _ fields: JSON) throws(Rejection) -> (any Event)? {
        try events[name]?.read(fields, notation: .logged)
    }
}

extension Command {
    static var refusalNumbers: [Int] { refusals.map(\.number) }
}
