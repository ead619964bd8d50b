/// The contract every domain fulfils: commands in, events out, state from events, and nothing else.
///
/// `decide` and `evolve` are pure: no clock, no chance, no database. What `decide` may know beyond its own stream
/// arrives as `Facts`, read in the same transaction by the domain's `Store/`.
package protocol Module: Sendable {
    associatedtype Command: ModuleCommand
    associatedtype Event: ModuleEvent
    /// The state of one stream; a domain with several aggregates makes it an enum or a struct of optionals.
    associatedtype State: Sendable
    associatedtype Facts: Sendable

    /// Prefix of every command and event name, for example `exchange`.
    static var name: String { get }
    static var title: Message { get }

    /// The state of a stream without events.
    static func initialState(of stream: StreamID) -> State
    /// Answers a command with the events it causes, all on the command's stream; throws the answer "no".
    static func decide(_ command: Command, _ state: State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [Event]
    /// What the state is after `event`; never fails on an event that `decide` made.
    static func evolve(_ state: inout State, with event: Event, at instant: Instant)
    /// Acts that time alone brings about after `event` (end a notice, escalate a payment).
    static func due(after event: Event, state: State, at instant: Instant) -> [Due<Command>]
}

extension Module {
    package static func due(after event: Event, state: State, at instant: Instant) -> [Due<Command>] { [] }
}

/// What a rule may know of the world when it decides.
package struct Context: Sendable {
    /// The writer's sequenced stamp.
    package let now: Instant
    package let principal: Principal
    package let calendar: WorkingCalendar
    /// The number of log entries before this command: unique, and the source of derived identifiers.
    package let sequence: Int64

    package init(now: Instant, principal: Principal, calendar: WorkingCalendar, sequence: Int64) {
        self.now = now
        self.principal = principal
        self.calendar = calendar
        self.sequence = sequence
    }

    /// An identifier nobody else has, for a caller who brought none: `lot-000123`.
    package func derivedIdentifier<Named>(_ prefix: String, as type: Named.Type = Named.self) -> Identifier<Named> {
        let text = prefix + "-" + sequence.padded(to: 6)
        guard let identifier = Identifier<Named>(text) else { preconditionFailure("malformed prefix \(prefix)") }
        return identifier
    }
}

/// A command that the clock will give, at the instant it is due and not a moment later in the log.
package struct Due<Command: Sendable>: Sendable {
    package let at: Instant
    package let command: Command

    package init(at: Instant, _ command: Command) {
        self.at = at
        self.command = command
    }
}

/// The payload of one command: a verb and a noun, its arguments, its documentation.
package protocol CommandPayload: FieldRecord {
    /// Without the module prefix: `placeBid`.
    static var name: String { get }
    static var title: Message { get }
    /// The numbers of the domain's rejections this command can be answered with, in order of precedence. The writer
    /// holds it against what really happens.
    static var rejections: [Int] { get }
    /// The stream the events go to.
    func stream(_ context: Context) -> StreamID
}

/// The enum of a domain's commands.
package protocol ModuleCommand: Sendable {
    static var forms: [CommandForm<Self>] { get }
    var payload: any CommandPayload { get }
}

/// One command of a module: how to read it and what to say of it.
package struct CommandForm<Command: Sendable>: Sendable {
    package let name: String
    package let title: Message
    package let fields: [FieldShape.Field]
    package let rejections: [Int]
    package let read: @Sendable (_ arguments: JSON, _ notation: FieldNotation) throws(Rejection) -> Command

    package init<Payload: CommandPayload>(_ type: Payload.Type, _ wrap: @escaping @Sendable (Payload) -> Command) {
        name = Payload.name
        title = Payload.title
        fields = Payload.fields
        rejections = Payload.rejections
        read = { (json: JSON, notation: FieldNotation) throws(Rejection) in
            wrap(try Payload.read(json, notation: notation))
        }
    }
}

/// The payload of one event: a noun and a past participle.
package protocol EventPayload: FieldRecord {
    /// Without the module prefix: `bidPlaced`.
    static var name: String { get }
}

/// The enum of a domain's events.
package protocol ModuleEvent: Sendable {
    static var forms: [EventForm<Self>] { get }
    var payload: any EventPayload { get }
    /// The place the event concerns, by which leaves can be found; nil only for what concerns no place.
    var division: DivisionID? { get }
    /// Of whom every personal value is destroyed with this event, everywhere and for ever.
    var erased: DataSubject? { get }
}

extension ModuleEvent {
    package var erased: DataSubject? { nil }
}

/// One event of a module: how to read it back from the log.
package struct EventForm<Event: Sendable>: Sendable {
    package let name: String
    package let fields: [FieldShape.Field]
    package let read: @Sendable (_ fields: JSON) throws(Rejection) -> Event

    package init<Payload: EventPayload>(_ type: Payload.Type, _ wrap: @escaping @Sendable (Payload) -> Event) {
        name = Payload.name
        fields = Payload.fields
        read = { (json: JSON) throws(Rejection) in wrap(try Payload.read(json, notation: .logged)) }
    }
}
