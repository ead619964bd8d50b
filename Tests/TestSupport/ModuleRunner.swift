package import Kernel
package import Storage

/// One module by itself on a store: commands are decided, evolved and projected as the writer does it, without its queue,
/// its log and its access table. Due commands are kept and run by `advance(to:)`.
package final class ModuleRunner<Module: StoredModule> {
    package let database: any Database
    package private(set) var events: [(event: Module.Event, entry: EntryHeader)] = []
    package private(set) var due: [Due<Module.Command>] = []
    private var states: [StreamID: Module.State] = [:]
    package var now: Instant

    package init(_ database: any Database, now: Instant) {
        self.database = database
        self.now = now
    }

    /// The state of a stream after everything given so far.
    package func state(of stream: StreamID) -> Module.State { states[stream] ?? Module.initialState(of: stream) }

    /// Gives one command; throws the rejection. Due commands come first, as with the writer.
    @discardableResult
    package func give(_ command: Module.Command, by principal: Principal) throws -> [Module.Event] {
        try database.write { tx in
            let context = Context(
                now: now, principal: principal, calendar: .announced, sequence: Int64(events.count))
            let stream = command.payload.stream(context)
            var state = self.state(of: stream)
            let facts = try Module.facts(for: command, context: context, in: tx)
            let decided: [Module.Event]
            do throws(Rejection) {
                decided = try Module.decide(command, state, facts, context)
            } catch {
                let allowed = type(of: command.payload).rejections
                let known = error.flattened.allSatisfy { allowed.contains($0.number) || $0.number < 2000 }
                precondition(known, "\(type(of: command.payload).name) does not declare \(error.number)")
                throw error
            }
            for event in decided {
                let entry = EntryHeader(
                    index: Int64(events.count), at: now, stream: stream, office: principal.office, role: principal.role)
                // The log's own way: what is not in the fields does not exist.
                let read = try Self.roundTrip(event)
                Module.evolve(&state, with: read, at: now)
                due += Module.due(after: read, state: state, at: now)
                try Module.project(read, entry, in: tx)
                events.append((read, entry))
            }
            states[stream] = state
            return decided
        }
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

    /// An event as it comes back from the log.
    private static func roundTrip(_ event: Module.Event) throws -> Module.Event {
        let name = type(of: event.payload).name
        guard let form = Module.Event.forms.first(where: { $0.name == name }) else {
            throw StorageError.failed("no form for \(name)")
        }
        return try form.read(.object(event.payload.openFields))
    }
}
