package import Kernel
package import Storage

/// All modules of the house, and their commands and events by full name.
package struct ModuleSet: Sendable {
    /// In the order of their dependencies: migrations run in it.
    package let all: [any Module.Type]
    private let commands: [String: any Command.Type]
    private let events: [String: any Event.Type]
    /// The dates among the fields of commands, by the command's full name; nothing of a command without.
    private let dates: [String: Dates]
    /// The papers among the fields of events, by the event's full name; nothing of an event without.
    let papers: [String: Papers]

    struct Papers: Sendable {
        /// As a leaf has them: `digest`, `evidence[]`.
        let paths: [String]
        let audience: PaperAudience
    }

    private struct Dates: Sendable {
        let fields: [FieldShape.Field]
        let reaches: [String: DateReach]
    }

    package init(_ modules: [any Module.Type]) {
        all = modules
        commands = Dictionary(uniqueKeysWithValues: modules.flatMap { $0.commands.map { ($0.fullName, $0) } })
        events = Dictionary(uniqueKeysWithValues: modules.flatMap { $0.events.map { ($0.fullName, $0) } })
        dates = commands.compactMapValues { command in
            let fields = DateReach.dated(command.shapes)
            return fields.isEmpty ? nil : Dates(fields: fields, reaches: command.reaches)
        }
        papers = events.compactMapValues { event in
            let paths = FieldShape.Field.papers(among: event.shapes)
            return paths.isEmpty ? nil : Papers(paths: paths, audience: event.papersAreFor)
        }
    }

    package var migrations: [Migration] { all.flatMap { $0.migrations } }

    /// What the thing of `stream` is called, asked of every module.
    func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        for module in all {
            if let thing = try module.findThing(on: stream, in: tx) { return thing }
        }
        return nil
    }

    /// Reads the command called `exchange.placeBid`; throws what is wrong with the name or the arguments.
    package func read(_ name: String, _ arguments: JSON, _ notation: FieldNotation) throws(Rejection) -> any Command {
        guard let command = commands[name] else {
            throw PlatformRejection.unknownCommand(name: String(name.prefix(80))).rejection
        }
        return try command.read(arguments, notation: notation)
    }

    /// The refusal of a date that lies too far from `day`; nil where all are near enough.
    func findDistantDate(in arguments: JSON, of name: String, _ notation: FieldNotation, around day: CivilDate)
        -> Rejection?
    {
        guard let dates = dates[name], let members = arguments.object,
            let found = DateReach.find(in: members, dates.fields, dates.reaches, notation: notation, around: day)
        else { return nil }
        return PlatformRejection.dateTooFar(field: found.field, date: found.date, days: found.days).rejection
    }

    /// Reads the event called `exchange.bidPlaced` back from its leaf; nil when no module knows it.
    func readEvent(_ name: String, _ fields: JSON) throws(Rejection) -> (any Event)? {
        try events[name]?.read(fields, notation: .logged)
    }
}

extension Command {
    static var refusalNumbers: [Int] { refusals.map(\.number) }
}
