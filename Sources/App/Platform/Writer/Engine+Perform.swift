import EventLog
import Kernel
import Storage

extension Engine {
    struct Done {
        var entries: [Int64]
        let stream: StreamID
    }

    /// Decides one command and writes what follows from it; throws `Rejection` when it is refused.
    func perform(
        _ command: any ModuleCommand, by principal: Principal, key: KeyDigest?, cause: Int64?, depth: Int,
        in tx: any WriteTransaction
    ) throws -> Done {
        precondition(depth < 16, "policies answer each other without end")
        let module = parts.modules.module(of: command)
        let name = "\(module.name).\(type(of: command.payload).name)"
        guard let reach = parts.access.reach(of: principal.role, for: name) else {
            precondition(principal.role != .system, "the access table does not let the house give \(name)")
            throw PlatformRejection.roleMayNot(command: name, role: principal.role).rejection
        }
        let context = Context(now: now, principal: principal, calendar: parts.calendar, sequence: size)
        let stream = command.payload.stream(context)
        let slot = StateCache.Key(module: module.name, stream: stream)
        var state = try state(slot, module, in: tx)
        let events: [any ModuleEvent]
        do {
            events = try decide(command, name, module, state, context, reach, in: tx)
        } catch {
            states.put(state, slot)
            throw error
        }
        guard !events.isEmpty else {
            states.put(state, slot)
            return Done(entries: [], stream: stream)
        }
        let act = Act(module: module, stream: stream, principal: principal, key: key, cause: cause)
        let work = {
            self.touched.append(slot)
            var done = Done(entries: [], stream: stream)
            var follow: [(entry: Int64, command: any ModuleCommand)] = []
            for event in events {
                let header = try self.write(event, act, &state, in: tx)
                done.entries.append(header.index)
                follow += self.parts.policies.commands(after: event, header).map { (header.index, $0) }
            }
            self.states.put(state, slot)
            for (entry, command) in follow {
                done.entries += try self.perform(
                    command, by: .theHouse, key: nil, cause: entry, depth: depth + 1, in: tx
                ).entries
            }
            return done
        }
        // What a policy gives is undone together with what caused it.
        return depth == 0 ? try undoable(in: tx, work) : try work()
    }

    /// Who does what to which stream: the same for all events of one command.
    struct Act {
        let module: any HostedModule
        let stream: StreamID
        let principal: Principal
        let key: KeyDigest?
        let cause: Int64?
    }

    /// The stream's state, taken out of the cache or replayed from the log.
    private func state(_ slot: StateCache.Key, _ module: any HostedModule, in tx: any ReadTransaction) throws
        -> any Sendable
    {
        if let state = states.take(slot) { return state }
        var state = module.initialState(of: slot.stream)
        let reader = EventReader(modules: parts.modules)
        var leaves: [(Int64, [UInt8])] = []
        try LogStore.each(of: slot.stream, in: tx) { leaves.append(($0, $1)) }
        for (index, bytes) in leaves {
            let logged = try reader.event(index, bytes, &sealed, in: tx)
            guard logged.module.name == module.name else { continue }
            module.evolve(&state, with: logged.event, at: logged.header.at)
        }
        return state
    }

    /// The module's answer, and the access table's on the place. Where the place is not known, the module's own "no"
    /// (there is no such lot) says more than ours.
    private func decide(
        _ command: any ModuleCommand, _ name: String, _ module: any HostedModule, _ state: any Sendable,
        _ context: Context, _ reach: AccessTable.Reach, in tx: any ReadTransaction
    ) throws -> [any ModuleEvent] {
        let decision = try module.decide(command, state, context, in: tx)
        let outside = PlatformRejection.outsideDivision(command: name).rejection
        if reach == .own, let place = decision.division {
            guard try isWithin(place, context.principal.division, in: tx) else { throw outside }
        }
        let events = try decision.outcome.get()
        if reach == .own, decision.division == nil, context.principal.division != .house { throw outside }
        return events
    }

    /// One event: leaf, sealed values, state, tables, waiting commands.
    private func write(
        _ event: any ModuleEvent, _ act: Act, _ state: inout any Sendable, in tx: any WriteTransaction
    ) throws -> EntryHeader {
        let header = EntryHeader(
            index: size, at: now, stream: act.stream, office: act.principal.office, role: act.principal.role)
        let payload = event.payload
        var fields = FieldWriter(personal: .setAside)
        payload.write(to: &fields)
        var commitments: [String: Commitment] = [:]
        var values: [(SealedValue, FieldWriter.SetAside)] = []
        if !fields.personal.isEmpty {
            var random = parts.random.source(for: header.index)
            for value in fields.personal {
                let put = try sealed.put(value, entry: header.index, random: &random, in: tx)
                commitments[value.path] = put.commitment
                values.append((put.sealed, value))
            }
        }
        let leaf = Leaf(
            kind: "\(act.module.name).\(type(of: payload).name)", stream: act.stream, at: now,
            division: event.division, office: header.office, role: header.role, fields: fields.members,
            commitments: commitments, cause: act.cause, key: act.key)
        try add(try encode(leaf), act.stream, in: tx)
        for (sealedValue, value) in values { try sealed.save(sealedValue, value, entry: header.index, in: tx) }
        act.module.evolve(&state, with: event, at: now)
        try act.module.project(event, header, in: tx)
        for (ordinal, due) in act.module.due(after: event, state: state, at: now).enumerated() {
            try wait(for: due, after: header.index, ordinal: ordinal, in: tx)
        }
        if let subject = event.erased { try sealed.destroy(subject, in: tx) }
        if act.stream.kind == "divisions" { placesChanged() }
        return header
    }

    private func encode(_ leaf: Leaf) throws -> [UInt8] {
        do throws(LogFault) {
            return try leaf.encoded()
        } catch .leafTooLarge {
            throw PlatformRejection.leafTooLarge(limit: Leaf.largest).rejection
        } catch {
            preconditionFailure("\(leaf.kind) has a field that no leaf can hold: \(error)")
        }
    }
}
