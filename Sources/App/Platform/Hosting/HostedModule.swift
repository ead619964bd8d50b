package import Kernel
package import Storage

/// A command that the clock will give, its module's types forgotten.
package struct HostedDue: Sendable {
    package let at: Instant
    package let command: any ModuleCommand
}

/// The documentation of one command of a module, without the module's prefix.
package struct HostedForm: Sendable {
    package let name: String
    package let title: Message
    package let fields: [FieldShape.Field]
    package let rejections: [Int]
}

/// A module with its types forgotten, so that the writer can hold all modules in one table.
///
/// Values go in and out as existentials; a value of another module is a mistake of ours and stops the program.
package protocol HostedModule: Sendable {
    var name: String { get }
    var title: Message { get }
    var migrations: [Migration] { get }
    var tables: [ProjectedTable] { get }
    var commandType: any ModuleCommand.Type { get }
    var forms: [HostedForm] { get }
    var eventNames: [String] { get }

    func read(_ name: String, _ arguments: JSON, _ notation: FieldNotation) throws(Rejection) -> (any ModuleCommand)?
    func readEvent(_ name: String, _ fields: JSON) throws(Rejection) -> (any ModuleEvent)?
    func initialState(of stream: StreamID) -> any Sendable
    /// Facts, place and decision in one go, in the writer's transaction.
    func decide(_ command: any ModuleCommand, _ state: any Sendable, _ context: Context, in tx: any ReadTransaction)
        throws -> HostedDecision
    func evolve(_ state: inout any Sendable, with event: any ModuleEvent, at instant: Instant)
    func due(after event: any ModuleEvent, state: any Sendable, at instant: Instant) -> [HostedDue]
    func project(_ event: any ModuleEvent, _ entry: EntryHeader, in tx: any WriteTransaction) throws
    func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws -> [Waiting]
}

/// What a module says to a command, and which place it concerns.
package struct HostedDecision: Sendable {
    package let division: DivisionID?
    package let outcome: Result<[any ModuleEvent], Rejection>
}

/// The module `M`, held by the house.
package struct Hosted<M: StoredModule>: HostedModule {
    private let commands: [String: CommandForm<M.Command>]
    private let events: [String: EventForm<M.Event>]

    package init(_ module: M.Type) {
        commands = Dictionary(uniqueKeysWithValues: M.Command.forms.map { ($0.name, $0) })
        events = Dictionary(uniqueKeysWithValues: M.Event.forms.map { ($0.name, $0) })
    }

    package var name: String { M.name }
    package var title: Message { M.title }
    package var migrations: [Migration] { M.migrations }
    package var tables: [ProjectedTable] { M.tables }
    package var commandType: any ModuleCommand.Type { M.Command.self }
    package var eventNames: [String] { M.Event.forms.map(\.name) }

    package var forms: [HostedForm] {
        M.Command.forms.map {
            HostedForm(name: $0.name, title: $0.title, fields: $0.fields, rejections: $0.rejections)
        }
    }

    package func read(_ name: String, _ arguments: JSON, _ notation: FieldNotation) throws(Rejection)
        -> (any ModuleCommand)?
    {
        try commands[name]?.read(arguments, notation)
    }

    package func readEvent(_ name: String, _ fields: JSON) throws(Rejection) -> (any ModuleEvent)? {
        try events[name]?.read(fields)
    }

    package func initialState(of stream: StreamID) -> any Sendable { M.initialState(of: stream) }

    package func decide(
        _ command: any ModuleCommand, _ state: any Sendable, _ context: Context, in tx: any ReadTransaction
    ) throws -> HostedDecision {
        let command = own(command, M.Command.self)
        let state = own(state, M.State.self)
        let facts = try M.facts(for: command, context: context, in: tx)
        let division = M.division(of: command, state: state, facts: facts)
        do throws(Rejection) {
            let events = try M.decide(command, state, facts, context)
            return HostedDecision(division: division, outcome: .success(events))
        } catch {
            assert(
                isDeclared(error, by: command),
                "\(M.name).\(type(of: command.payload).name) answered \(error.number), which it does not declare")
            return HostedDecision(division: division, outcome: .failure(error))
        }
    }

    package func evolve(_ state: inout any Sendable, with event: any ModuleEvent, at instant: Instant) {
        var typed = own(state, M.State.self)
        // The box lets go of its value first, so that collections inside are changed in place.
        state = ()
        M.evolve(&typed, with: own(event, M.Event.self), at: instant)
        state = typed
    }

    package func due(after event: any ModuleEvent, state: any Sendable, at instant: Instant) -> [HostedDue] {
        M.due(after: own(event, M.Event.self), state: own(state, M.State.self), at: instant)
            .map { HostedDue(at: $0.at, command: $0.command) }
    }

    package func project(_ event: any ModuleEvent, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try M.project(own(event, M.Event.self), entry, in: tx)
    }

    package func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws -> [Waiting]
    {
        try M.listWaiting(for: principal, at: now, in: tx)
    }

    /// Kernel's reasons (forms of values, unknown years) may come from every rule; a domain's must be declared.
    private func isDeclared(_ rejection: Rejection, by command: M.Command) -> Bool {
        let declared = type(of: command.payload).rejections
        return rejection.flattened.allSatisfy { $0.number < 1_200 || declared.contains($0.number) }
    }

    private func own<Value>(_ value: Any, _ type: Value.Type) -> Value {
        guard let value = value as? Value else {
            preconditionFailure("not a value of \(M.name): \(Swift.type(of: value))")
        }
        return value
    }
}
