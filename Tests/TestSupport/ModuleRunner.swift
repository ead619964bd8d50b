package import Kernel
package import Storage
package import Testing

/// One module by itself on a store: commands are decided, evolved and projected as the writer does it, without its queue,
/// its log and its access table. Due commands are kept and run by `advance(to:)`.
package final class ModuleRunner<Domain: Module> {
    package let database: any Database
    package private(set) var events: [(event: any Event<Domain>, entry: EntryHeader)] = []
    package private(set) var due: [Due<Domain>] = []
    private var states: [StreamID: Domain.State] = [:]
    package var now: Instant
    /// What the house's policies give after an event of the module's own; nothing unless a test says so.
    package var follow: (any Event<Domain>) -> [any Command<Domain>] = { _ in [] }

    package init(_ database: any Database, now: Instant) {
        self.database = database
        self.now = now
    }

    /// The state of a stream after everything given so far.
    package func state(of stream: StreamID) -> Domain.State { states[stream] ?? Domain.initialState(of: stream) }

    /// All events of one type so far, in order.
    package func all<Kind: Event>(_ kind: Kind.Type) -> [Kind] { events.compactMap { $0.event as? Kind } }

    /// Gives one command; throws the rejection. Due commands come first, as with the writer.
    @discardableResult
    package func give<Verb: Command>(_ command: Verb, by principal: Principal) throws -> [any Event<Domain>]
    where Verb.Domain == Domain {
        let decided = try decide(command, by: principal)
        for event in decided {
            for command in follow(event) { try give(command, by: principal) }
        }
        return decided
    }

    private func decide<Verb: Command>(_ command: Verb, by principal: Principal) throws -> [any Event<Domain>]
    where Verb.Domain == Domain {
        try database.write { tx in
            let context = Context(
                now: now, principal: principal, calendar: .announced, sequence: Int64(events.count), marks: .practice)
            let stream = command.stream(context)
            var state = self.state(of: stream)
            let decided: [any Event<Domain>]
            do {
                let subject = try command.subject(of: state)
                decided = try command.decide(subject, try command.facts(on: subject, context, in: tx), context)
            } catch let rejection as Rejection {
                let known = rejection.flattened.allSatisfy { found in
                    Verb.refusals.contains { $0.number == found.number } || found.number < 2000
                }
                precondition(known, "\(Verb.fullName) does not declare \(rejection.number)")
                throw rejection
            }
            for event in decided {
                let entry = EntryHeader(
                    index: Int64(events.count), at: now, stream: stream, office: principal.office, role: principal.role)
                try write(event, entry, &state, in: tx)
            }
            var invariants = Invariants()
            Domain.check(state, &invariants)
            for broken in invariants.broken { Issue.record("after \(Verb.fullName): \(broken)") }
            states[stream] = state
            return decided
        }
    }

    private func write<Kind: Event<Domain>>(
        _ event: Kind, _ entry: EntryHeader, _ state: inout Domain.State, in tx: any WriteTransaction
    ) throws {
        // The log's own way: what is not in the fields does not exist.
        let read = try Kind.read(.object(event.openFields))
        let standing = Domain.standing(of: state)
        read.change(&state, at: now)
        due += read.due(state, at: now)
        try read.project(from: standing, to: state, entry, in: tx)
        events.append((read, entry))
    }

    /// Expects the command to be refused with `refusal` and nothing else.
    package func expectRefusal<Verb: Command>(
        _ refusal: Domain.Refusal, _ command: Verb, by principal: Principal,
        sourceLocation: SourceLocation = #_sourceLocation
    ) where Verb.Domain == Domain {
        let rejection = #expect(throws: Rejection.self, sourceLocation: sourceLocation) {
            try give(command, by: principal)
        }
        #expect(rejection?.number == refusal.number, sourceLocation: sourceLocation)
    }

    /// Moves the clock, running what falls due on the way at its very instant; refusals of the clock do no harm.
    package func advance(to instant: Instant, system: Principal) throws {
        while let next = due.enumerated().filter({ $0.element.at <= instant }).min(by: { left, right in
            (left.element.at.milliseconds, left.offset) < (right.element.at.milliseconds, right.offset)
        }) {
            due.remove(at: next.offset)
            now = max(now, next.element.at)
            do { try give(next.element.command, by: system) } catch is Rejection {}
        }
        now = max(now, instant)
    }
}

extension Marks {
    /// Readable, for tests without an installation.
    package static let practice = Marks { kind, text in "\(kind) \(text)" }
}
