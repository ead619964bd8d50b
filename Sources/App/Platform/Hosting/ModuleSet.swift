package import Kernel
package import Storage

/// All modules of the house, found by a command's or an event's full name.
package struct ModuleSet: Sendable {
    /// In the order of their dependencies: migrations run in it.
    package let all: [any HostedModule]
    private let byName: [String: any HostedModule]
    private let byCommandType: [ObjectIdentifier: any HostedModule]

    package init(_ modules: [any HostedModule]) {
        all = modules
        byName = Dictionary(uniqueKeysWithValues: modules.map { ($0.name, $0) })
        byCommandType = Dictionary(uniqueKeysWithValues: modules.map { (ObjectIdentifier($0.commandType), $0) })
    }

    package var migrations: [Migration] { all.flatMap(\.migrations) }

    /// The module called `name`.
    package func find(_ name: some StringProtocol) -> (any HostedModule)? { byName[String(name)] }

    /// The module `command` belongs to; a command of no module of this house is our mistake.
    package func module(of command: any ModuleCommand) -> any HostedModule {
        guard let module = byCommandType[ObjectIdentifier(type(of: command))] else {
            preconditionFailure("no module takes \(type(of: command))")
        }
        return module
    }

    /// `exchange.placeBid` as module and command; throws what is wrong with the arguments.
    package func read(_ name: String, _ arguments: JSON, _ notation: FieldNotation) throws(Rejection)
        -> any ModuleCommand
    {
        let parts = name.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let module = find(parts[0]),
            let command = try module.read(String(parts[1]), arguments, notation)
        else { throw PlatformRejection.unknownCommand(name: String(name.prefix(80))).rejection }
        return command
    }

    /// `exchange.placeBid` of a command in hand.
    package func name(of command: any ModuleCommand) -> String {
        "\(module(of: command).name).\(type(of: command.payload).name)"
    }
}
