package import Kernel

/// What every domain fulfils: commands in, events out, state from events, tables from events, and nothing else.
///
/// Commands and events are types. Each says its fields, its rule or its change, and its own SQL; the domain lists them.
/// `decide` and `change` are pure: no clock, no chance, no database.
package protocol Module: Sendable {
    /// The state of one stream; a domain with several kinds of stream makes it an enum or a struct of optionals.
    associatedtype State: Sendable
    /// What projections may know of the state before an event: cheap to copy, so that the state itself is changed in
    /// place. Nothing where no projection asks.
    associatedtype Standing: Sendable = Void
    associatedtype Refusal: DomainRefusal

    /// Prefix of every command and event name, for example `exchange`.
    static var name: String { get }
    static var title: Message { get }
    /// In the order of the documentation.
    static var commands: [any Command.Type] { get }
    static var events: [any Event.Type] { get }
    static var migrations: [Migration] { get }
    static var tables: [ProjectedTable] { get }

    /// The state of a stream without events.
    static func initialState(of stream: StreamID) -> State
    static func standing(of state: State) -> Standing
    /// What must hold of a state after every command, in `Model/…+Invariants.swift`. Where something does not, the command
    /// is a fault and nothing of it is written. Empty where a stream remembers one fact that nothing can contradict.
    static func check(_ state: State, _ invariants: inout Invariants)
    /// What waits for somebody at their desk, the most pressing first; empty entries are left out.
    static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws -> [Waiting]
    /// Who is next on the thing of a stream and by when; nil where nobody has to do anything, or the stream is not ours.
    static func findNextStep(on stream: StreamID, in tx: any ReadTransaction) throws -> NextStep?
    /// What the thing of a stream is called in public, and its page; nil where it names nothing, or the stream is not ours.
    static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing?
    /// For whom desks of this room wrote a telephone down, by its mark.
    static func listKnown(phone mark: String, in tx: any ReadTransaction) throws -> [KnownPerson]
    /// What is `person`'s own in this room, for their first page.
    static func listOwn(of person: PersonID, on day: CivilDate, in tx: any ReadTransaction) throws -> [OwnThing]
}

extension Module {
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        []
    }

    package static func findNextStep(on stream: StreamID, in tx: any ReadTransaction) throws -> NextStep? { nil }
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? { nil }

    package static func listKnown(phone mark: String, in tx: any ReadTransaction) throws -> [KnownPerson] { [] }
    package static func listOwn(of person: PersonID, on day: CivilDate, in tx: any ReadTransaction) throws -> [OwnThing]
    {
        []
    }
}

extension Module where Standing == Void {
    package static func standing(of state: State) {}
}

/// One verb: its arguments, who may give it, what it has to know, its refusals, its rule. A file in `Rules/`; what it reads
/// from the store is an extension in `Store/`.
package protocol Command<Domain>: FieldRecord {
    associatedtype Domain: Module
    /// What the rule decides on: the state, or the one thing of it that has to be there (a lot).
    associatedtype Subject: Sendable = Domain.State
    /// What the rule may know beyond its own stream, a type of its own; `NoFacts` where it needs nothing.
    associatedtype Facts: Sendable = NoFacts

    /// Without the module prefix: `placeBid`.
    static var name: String { get }
    static var title: Message { get }
    static var access: Access { get }
    /// Whether the log names nobody who gives the command, whatever their role: the leaf commits to the actor and does not
    /// tell (decision record 0234). So it is for whatever a private person may give, unless a verb says otherwise.
    static var withholdsActor: Bool { get }
    /// How far its dates may lie from the day it is given, by field; `DateReach.century` where nothing is said (record 0223).
    static var reaches: [String: DateReach] { get }
    /// What the command can be refused with, in order of precedence. The writer holds it against what really happens.
    static var refusals: [Domain.Refusal] { get }

    /// The stream the events go to.
    func stream(_ context: Context) -> StreamID
    /// Takes what the rule decides on out of the state; throws where it is not there.
    func subject(of state: Domain.State) throws(Rejection) -> Subject
    /// Reads the facts, in the writer's transaction.
    func facts(on subject: Subject, _ context: Context, in tx: any ReadTransaction) throws -> Facts
    /// The place the command concerns, for the access table; nil when it concerns no place yet registered.
    func place(_ subject: Subject, _ facts: Facts) -> DivisionID?
    /// Whose the thing is that the command concerns, for roles whose reach is `mine`: the person it belongs to. Nil where
    /// there is no such thing, or nobody's: then nobody has it.
    func holder(_ subject: Subject, _ facts: Facts, _ context: Context) -> PersonID?
    /// Answers with the events the command causes, all on its stream; throws the answer "no".
    func decide(_ subject: Subject, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Domain>]
}

/// The facts of a command that needs to know nothing.
package struct NoFacts: Sendable {
    package init() {}
}

extension Command {
    package static var withholdsActor: Bool { access.admitsPrivatePersons }
    package static var reaches: [String: DateReach] { [:] }
}

extension Command where Subject == Domain.State {
    package func subject(of state: Domain.State) -> Domain.State { state }
}

extension Command {
    /// Nobody's. A verb whose access says `mine` says its own, or no person could ever give it (`RoomTests`).
    package func holder(_ subject: Subject, _ facts: Facts, _ context: Context) -> PersonID? { nil }
}

extension Command where Facts == NoFacts {
    package func facts(on subject: Subject, _ context: Context, in tx: any ReadTransaction) -> NoFacts { NoFacts() }
}

/// What a command caused: a noun and a past participle, what it changes in the state and, by an extension in `Store/`, in
/// the tables.
package protocol Event<Domain>: FieldRecord {
    associatedtype Domain: Module

    /// Without the module prefix: `bidPlaced`.
    static var name: String { get }
    /// The place the event concerns, by which leaves can be found; nil only for what concerns no place.
    var division: DivisionID? { get }
    /// Who may look at the papers the event names; the desks of its place, unless the event says otherwise.
    static var papersAreFor: PaperAudience { get }
    /// Of whom every personal value is destroyed with this event, everywhere and for ever.
    var erased: DataSubject? { get }
    /// Never fails on an event that a rule made.
    func change(_ state: inout Domain.State, at instant: Instant)
    /// Acts that time alone brings about after the event (end a notice, escalate a payment). `state` is the one after it.
    func due(_ state: Domain.State, at instant: Instant) -> [Due<Domain>]
    /// Writes what the event changes into the module's tables.
    func project(
        from standing: Domain.Standing, to state: Domain.State, _ entry: EntryHeader, in tx: any WriteTransaction)
        throws
}

extension Event {
    package var erased: DataSubject? { nil }
    package static var papersAreFor: PaperAudience { .desks }
    package func due(_ state: Domain.State, at instant: Instant) -> [Due<Domain>] { [] }
}

/// A command that the clock will give, at the instant it is due and not a moment later in the log.
package struct Due<Domain: Module>: Sendable {
    package let at: Instant
    package let command: any Command<Domain>

    package init(at: Instant, _ command: any Command<Domain>) {
        self.at = at
        self.command = command
    }
}

extension Command {
    /// With the module's prefix: `exchange.placeBid`.
    package static var fullName: String { Domain.name + "." + name }
}

extension Event {
    /// With the module's prefix: `exchange.bidPlaced`.
    package static var fullName: String { Domain.name + "." + name }
}
