import EventLog
import Kernel
import Storage

extension Engine {
    struct Done {
        var entries: [Int64]
        let stream: StreamID
    }

    /// Who does what, and what it follows from: the same for all events of one command.
    struct Act {
        let principal: Principal
        let key: KeyDigest?
        let cause: Int64?
        /// How many policies stand between this command and the one that was given.
        let depth: Int
        /// Stands in place of `key` where who acts is withheld.
        var token: KeyDigest?
        /// Refused with this where the rules have nothing against it.
        let distantDate: Rejection?

        init(
            by principal: Principal, key: KeyDigest? = nil, cause: Int64? = nil, depth: Int = 0,
            distantDate: Rejection? = nil
        ) {
            self.principal = principal
            self.key = key
            self.cause = cause
            self.depth = depth
            self.distantDate = distantDate
        }
    }

    /// Decides one command and writes what follows from it; throws `Rejection` when it is refused.
    func perform<Verb: Command>(_ command: Verb, _ act: Act, in tx: any WriteTransaction) throws -> Done {
        precondition(act.depth < 16, "policies answer each other without end")
        let role = act.principal.role
        guard let reach = Verb.access.reach[role] else {
            assert(role != .system, "the house may not give \(Verb.fullName)")
            throw PlatformRejection.roleMayNot(command: Verb.title, role: role).rejection
        }
        let context = try context(of: act.principal, at: now, in: tx)
        let stream = command.stream(context)
        let slot = StateCache.Key(Verb.Domain.self, stream)
        let state = try state(Verb.Domain.self, slot, in: tx)
        let events = try judge(command, state.value, context, reach, in: tx)
        guard !events.isEmpty else { return Done(entries: [], stream: stream) }
        if let refusal = act.distantDate { throw refusal }
        var act = act
        if Verb.withholdsActor, role != .system {
            // Of a source of its own: those of the entries give out salts.
            var random = parts.random.source(for: -1 - size)
            act.token = KeyDigest(random: &random)
        }
        // What a policy gives is undone together with what caused it.
        guard act.depth == 0 else { return try write(events, act, state, slot, in: tx) }
        return try undoable(in: tx) { try write(events, act, state, slot, in: tx) }
    }

    /// What `perform` would decide at `instant`; nothing is written.
    func rehearse<Verb: Command>(
        _ command: Verb, by principal: Principal, at instant: Instant, in tx: any ReadTransaction
    ) throws -> [any Event] {
        guard let reach = Verb.access.reach[principal.role] else {
            throw PlatformRejection.roleMayNot(command: Verb.title, role: principal.role).rejection
        }
        let context = try context(of: principal, at: max(now, instant), in: tx)
        let slot = StateCache.Key(Verb.Domain.self, command.stream(context))
        let state = try state(Verb.Domain.self, slot, in: tx)
        return try judge(command, state.value, context, reach, in: tx)
    }

    private func context(of principal: Principal, at instant: Instant, in tx: any ReadTransaction) throws -> Context {
        Context(
            now: instant, principal: principal, calendar: try knownCalendar(in: tx), sequence: size,
            marks: parts.keys.marks)
    }

    /// The stream's state, from the cache or replayed from the log.
    private func state<Domain: Module>(_ module: Domain.Type, _ slot: StateCache.Key, in tx: any ReadTransaction) throws
        -> StateBox<Domain.State>
    {
        if let box = states.find(module, slot) { return box }
        let box = StateBox(Domain.initialState(of: slot.stream))
        var reader = EventReader(modules: parts.modules)
        var leaves: [(Int64, [UInt8])] = []
        try LogStore.each(of: slot.stream, in: tx) { leaves.append(($0, $1)) }
        for (index, bytes) in leaves {
            guard let logged = try reader.event(index, bytes, &sealed, in: tx),
                let event = logged.event as? any Event<Domain>
            else { continue }
            event.change(&box.value, at: logged.header.at)
        }
        states.put(box, slot)
        return box
    }

    /// The command's own answer, and the access table's on the place and the holder. Where they are not known, the
    /// command's own "no" (there is no such lot) says more than ours.
    private func judge<Verb: Command>(
        _ command: Verb, _ state: Verb.Domain.State, _ context: Context, _ reach: Access.Reach,
        in tx: any ReadTransaction
    ) throws -> [any Event<Verb.Domain>] {
        do {
            let subject = try command.subject(of: state)
            let facts = try command.facts(on: subject, context, in: tx)
            let place = command.place(subject, facts)
            if reach == .own, let place { try checkOwn(place, Verb.title, context, in: tx) }
            let holder = command.holder(subject, facts, context)
            if reach == .mine, let holder, holder != context.principal.person {
                throw PlatformRejection.notYours(command: Verb.title).rejection
            }
            let events = try command.decide(subject, facts, context)
            if reach == .own, place == nil, context.principal.division != .installation {
                throw PlatformRejection.outsideDivision(command: Verb.title).rejection
            }
            if reach == .mine, holder == nil { throw PlatformRejection.notYours(command: Verb.title).rejection }
            return events
        } catch let rejection as Rejection {
            assert(Verb.declares(rejection), "\(Verb.fullName) answered \(rejection.number), which it does not declare")
            throw rejection
        }
    }

    private func checkOwn(_ place: DivisionID, _ command: Message, _ context: Context, in tx: any ReadTransaction)
        throws
    {
        guard try isWithin(place, context.principal.division, in: tx) else {
            throw PlatformRejection.outsideDivision(command: command).rejection
        }
    }

    /// All events of one command, and what policies make of them.
    private func write<Domain: Module>(
        _ events: [any Event<Domain>], _ act: Act, _ state: StateBox<Domain.State>, _ slot: StateCache.Key,
        in tx: any WriteTransaction
    ) throws -> Done {
        touched.append(slot)
        var done = Done(entries: [], stream: slot.stream)
        var follow: [(entry: Int64, command: any Command)] = []
        for event in events {
            let first = size
            let header = try write(event, act, state, slot.stream, in: tx)
            done.entries += first...header.index
            follow += parts.policies.commands(after: event, header).map { (header.index, $0) }
        }
        var invariants = Invariants()
        Domain.check(state.value, &invariants)
        guard invariants.broken.isEmpty else {
            // As if the store had refused the row: the command alone is a fault.
            let event = events.last.map { type(of: $0).fullName } ?? Domain.name
            throw StorageError.failed("after \(event): \(invariants.broken.joined(separator: "; "))")
        }
        for (entry, command) in follow {
            let next = Act(by: .theHouse, cause: entry, depth: act.depth + 1)
            done.entries += try perform(command, next, in: tx).entries
        }
        return done
    }

    /// One event: leaf, sealed values, state, tables, waiting commands.
    private func write<Domain: Module>(
        _ event: some Event<Domain>, _ act: Act, _ state: StateBox<Domain.State>, _ stream: StreamID,
        in tx: any WriteTransaction
    ) throws -> EntryHeader {
        let header = try log(event, stream, act, in: tx)
        let standing = Domain.standing(of: state.value)
        event.change(&state.value, at: now)
        try event.project(from: standing, to: state.value, header, in: tx)
        try notePapers(of: event, header, in: tx)
        for (ordinal, due) in event.due(state.value, at: now).enumerated() {
            try wait(for: WaitingCommand(due, entry: header.index, ordinal: ordinal), in: tx)
        }
        if let subject = event.erased {
            try sealed.destroy(subject, in: tx)
            hasErased = true
        }
        if stream.kind == "divisions" { placesChanged() }
        if stream.kind == "calendar" { calendarChanged() }
        return header
    }

    private func notePapers<Kind: Event>(
        of event: Kind, _ header: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard let papers = parts.modules.papers[Kind.fullName] else { return }
        try PaperIndex.note(
            .object(event.openFields), papers, event: Kind.fullName, entry: header.index, stream: header.stream,
            division: event.division, in: tx)
    }

    /// The event's leaf, with the parts that do not fit into it before it, and what the leaves only commit to.
    private func log<Kind: Event>(
        _ event: Kind, _ stream: StreamID, _ act: Act, in tx: any WriteTransaction
    ) throws -> EntryHeader {
        var fields = FieldWriter(personal: .setAside)
        event.write(to: &fields)
        let place = event.division
        if let long = LongEntry(fields: fields.members, withheld: fields.personal) {
            for part in long.parts {
                _ = try add(Leaf.partKind, part.fields, part.withheld, stream, place, act, in: tx)
            }
            return try add(Kind.fullName, long.fields, long.withheld, stream, place, act, in: tx)
        }
        return try add(Kind.fullName, fields.members, fields.personal, stream, place, act, in: tx)
    }

    private func add(
        _ kind: String, _ fields: [String: JSON], _ personal: [FieldWriter.SetAside], _ stream: StreamID,
        _ place: DivisionID?, _ act: Act, in tx: any WriteTransaction
    ) throws -> EntryHeader {
        let header = EntryHeader(
            index: size, at: now, stream: stream, office: act.token == nil ? act.principal.office : nil,
            role: act.principal.role)
        var withheld = personal
        if let token = act.token {
            let actor = WithheldActor(person: act.principal.person, office: act.principal.office, key: act.key)
            withheld.append(try sealed.living(actor.setAside, token: token, in: tx))
        }
        var commitments: [String: Commitment] = [:]
        var values: [(SealedValue, FieldWriter.SetAside)] = []
        if !withheld.isEmpty {
            var random = parts.random.source(for: header.index)
            for value in withheld {
                let put = try sealed.put(value, entry: header.index, random: &random, in: tx)
                commitments[value.path] = put.commitment
                values.append((put.sealed, value))
            }
        }
        let leaf = Leaf(
            kind: kind, stream: stream, at: now, division: place, office: header.office, role: header.role,
            fields: fields, commitments: commitments, cause: act.cause, key: act.token ?? act.key)
        try add(try encode(leaf), stream, in: tx)
        for (sealedValue, value) in values { try sealed.save(sealedValue, value, entry: header.index, in: tx) }
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

extension Command {
    /// Kernel's reasons (forms of values, unknown years) may come from every rule, and the house's from access; the
    /// domain's own must be declared.
    fileprivate static func declares(_ rejection: Rejection) -> Bool {
        rejection.flattened.allSatisfy { found in
            found.number < 1_400 || refusals.contains { $0.number == found.number }
        }
    }
}
