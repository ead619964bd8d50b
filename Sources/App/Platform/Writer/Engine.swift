import EventLog
import Kernel
import Storage

/// What the house is made of, as far as the writer needs it.
struct EngineParts: Sendable {
    let modules: ModuleSet
    let policies: PolicySet
    let calendar: WorkingCalendar
    /// Lists of holidays that were brought in beside it.
    let years: @Sendable (any ReadTransaction) throws -> [CalendarYear]
    let keys: InstallationKeys
    /// Nil where nothing is due: in a replay.
    let mark: ActMark?
    let random: InstallationRandom
    /// The path of a place from the root down (`/p14/p1404/`), from the register; nil when it is not registered.
    let path: @Sendable (DivisionID, any ReadTransaction) throws -> String?
    /// Told once an erasure is flushed: what lies beside the store is ended now.
    var afterErasure: @Sendable () -> Void = {}
    /// Told of failures that are ours; the words hold nothing personal.
    let report: @Sendable (String) -> Void
}

/// The writer's mind: what is done with commands inside one transaction. Not thread-safe: the writer owns it.
///
/// What it holds in memory (head, tree, states) mirrors the store. After a transaction that was undone, it is thrown
/// away and made anew from the store.
final class Engine {
    let parts: EngineParts
    private(set) var head: StoredHead
    private var tree: GrowingTree
    private(set) var nextDue: Instant?
    /// Acts of the clock that the store refused, and when to give them again. Only a hint: what waits stands in the store.
    var postponed: [WaitingCommand.Place: Postponed] = [:]
    /// Those that stand in the store as set aside (decision record 0194).
    var aside: Set<WaitingCommand.Place>
    /// Which entries the last acts of the clock made.
    var causes: [(entries: Range<Int64>, act: WaitingCommand.Place)] = []
    /// Something was written for the command under way, and undone.
    var isUndone = false
    /// How many answers are remembered, those of the transaction under way among them.
    private var answerCount: Int64

    var states = StateCache()
    var sealed: SealedStore
    let answers: AnswerStore
    private var paths: [DivisionID: String] = [:]
    /// Nil until it is read, and again once a list was brought in or taken back.
    private var calendar: WorkingCalendar?
    /// The day of the last leaf in the tree.
    private var lastDay: CivilDate?

    // Of the transaction under way.
    private(set) var size: Int64
    private(set) var now: Instant
    private var fresh: [Fresh] = []
    private var isCareful = false
    /// What keys of this group were answered before it.
    private var known: AnswerStore.Answered = [:]
    /// What keys are answered in this group.
    private var given: AnswerStore.Answered = [:]
    /// Something personal was destroyed since the last group was answered.
    var hasErased = false
    /// Streams changed by the command under way.
    var touched: [StateCache.Key] = []

    /// A leaf of this transaction on its way into the tree.
    struct Fresh {
        let hash: Hash
        let day: CivilDate
    }

    /// Takes up the log where the store's head stands.
    init(_ parts: EngineParts, in tx: any ReadTransaction) throws {
        guard let head = try LogStore.findHead(in: tx) else {
            throw InstallationRefusal(InstallationText.headUnreadable)
        }
        self.parts = parts
        self.head = head
        tree = try GrowingTree(range: head.range, reading: StoredTiles(tx: tx))
        nextDue = try DueStore.list(1, in: tx).first?.at
        aside = Set(try ActStore.list(in: tx).map(\.place))
        sealed = SealedStore(installation: parts.keys.installation)
        answers = AnswerStore(keys: parts.keys)
        answerCount = try head.answers ?? answers.count(in: tx)
        size = head.range.size
        now = head.lastAt
        if let leaf = try LogStore.leaf(size - 1, in: tx) { lastDay = try Leaf(decoding: leaf).at.date }
    }

    /// Answers a group of submissions in order, the clock's commands before each; moves the head at the end.
    ///
    /// `carefully`: after the group failed as a whole, each command inside a savepoint of its own from its first reading
    /// to its last row, so that one cannot fail its neighbours. `kept`: what the store has kept of these keys'
    /// answers, those of the group on its way to it not yet; absent: nothing is on its way, the transaction is asked.
    func run(
        _ tickets: [Ticket], until instant: Instant, carefully: Bool = false,
        kept: AnswerStore.Answered? = nil, in tx: any WriteTransaction
    ) throws -> [Answer] {
        isCareful = carefully
        if carefully { tx.gatherNothing() }
        known = try kept?.merging(given) { $1 } ?? self.answers.find(tickets.map(\.place), in: tx)
        given = [:]
        var answers: [Answer] = []
        answers.reserveCapacity(tickets.count)
        for ticket in tickets {
            try runDue(until: ticket.arrived, in: tx)
            now = max(now, ticket.arrived)
            answers.append(try answer(ticket, in: tx))
        }
        try runDue(until: max(now, instant), in: tx)
        try moveHead(in: tx)
        return answers
    }

    // MARK: What the clock gives

    /// Gives every waiting command due by `instant`, each stamped with its own instant.
    private func runDue(until instant: Instant, in tx: any WriteTransaction) throws {
        while let due = nextDue, due <= instant {
            // With so many at least one is not postponed, where there is one; it is the earliest of those.
            let waiting = try DueStore.list(postponed.count + 1, in: tx)
            nextDue = waiting.map(ready).min()
            guard let next = waiting.first(where: { ready($0) <= instant }) else { return }
            now = max(now, next.at)
            try give(next, until: instant, in: tx)
        }
    }

    private func ready(_ waiting: WaitingCommand) -> Instant {
        postponed[waiting.place].map { max(waiting.at, $0.until) } ?? waiting.at
    }

    /// What the store refuses is done again with its whole group, carefully; what it still refuses, and what is refused
    /// for a reason that is not the act's own rule, keeps its place and is set aside (decision records 0185 and 0194).
    private func give(_ waiting: WaitingCommand, until instant: Instant, in tx: any WriteTransaction) throws {
        isUndone = false
        let first = size
        do {
            _ = try marked(waiting.place) {
                try alone(in: tx) {
                    let arguments = try JSON(parsing: Array(waiting.arguments.utf8))
                    let command = try parts.modules.read(waiting.name, arguments, .exact)
                    return try perform(command, Act(by: .theHouse), in: tx)
                }
            }
        } catch let rejection as Rejection {
            guard isOver(rejection) else { return try setAside(waiting, rejection, at: instant, in: tx) }
        } catch StorageError.failed(let reason) where isCareful {
            return try postpone(waiting, reason, until: instant, in: tx)
        }
        remember(waiting.place, madeSince: first)
        try finish(waiting, in: tx)
    }

    // MARK: What people give

    private func answer(_ ticket: Ticket, in tx: any WriteTransaction) throws -> Answer {
        if let first = given[ticket.place] ?? known[ticket.place] {
            return ticket.content.kept == first.content
                ? first.answer : .rejected(PlatformRejection.keyReused(key: ticket.key).rejection)
        }
        let answer = try outcome(of: ticket, in: tx)
        if case .rejected(let rejection) = answer, rejection.number == PlatformRejection.fault.number { return answer }
        let first = AnswerStore.First(content: ticket.content.kept, answer: answer)
        try answers.save(first, at: ticket.place, in: tx)
        given[ticket.place] = first
        answerCount += 1
        return answer
    }

    private func outcome(of ticket: Ticket, in tx: any WriteTransaction) throws -> Answer {
        do {
            let key = KeyDigest(person: ticket.principal.person, key: ticket.key)
            let done = try alone(in: tx) {
                try perform(
                    ticket.command, Act(by: ticket.principal, key: key, distantDate: ticket.distantDate), in: tx)
            }
            return .accepted(entries: done.entries, stream: done.stream, at: now)
        } catch let rejection as Rejection {
            return .rejected(rejection)
        } catch StorageError.failed(let reason) {
            parts.report("\(ticket.name) failed: \(reason)")
            return .rejected(PlatformRejection.fault.rejection)
        }
    }

    private func alone(in tx: any WriteTransaction, _ body: () throws -> Done) throws -> Done {
        isCareful ? try tx.savepoint(body) : try body()
    }

    // MARK: The transaction under way

    /// Runs `body`; if it throws, what it wrote is undone in the store and here.
    func undoable<Result>(in tx: any WriteTransaction, _ body: () throws -> Result) throws -> Result {
        touched.removeAll(keepingCapacity: true)
        let (sizeBefore, freshBefore, dueBefore) = (size, fresh.count, nextDue)
        do {
            return try tx.savepoint(body)
        } catch {
            isUndone = true
            size = sizeBefore
            fresh.removeLast(fresh.count - freshBefore)
            nextDue = dueBefore
            // States that were changed are read again from the log when they are needed next.
            states.drop(touched)
            sealed.forget()
            paths.removeAll()
            calendar = nil
            throw error
        }
    }

    func add(_ leaf: [UInt8], _ stream: StreamID, in tx: any WriteTransaction) throws {
        try LogStore.append(size, stream: stream, leaf: leaf, in: tx)
        fresh.append(Fresh(hash: .leaf(leaf), day: now.date))
        size += 1
    }

    func comeDue(_ instant: Instant) { nextDue = nextDue.map { min($0, instant) } ?? instant }

    func wait(for due: WaitingCommand, in tx: any WriteTransaction) throws {
        try DueStore.save(due, in: tx)
        nextDue = nextDue.map { min($0, due.at) } ?? due.at
    }

    /// Whether `place` is `division` or lies below it.
    func isWithin(_ place: DivisionID, _ division: DivisionID, in tx: any ReadTransaction) throws -> Bool {
        if place == division || division == .installation { return true }
        if let path = paths[place] { return path.contains("/\(division.text)/") }
        guard let path = try parts.path(place, tx) else { return false }
        paths[place] = path
        return path.contains("/\(division.text)/")
    }

    func placesChanged() { paths.removeAll() }

    func knownCalendar(in tx: any ReadTransaction) throws -> WorkingCalendar {
        if let calendar { return calendar }
        let known = try parts.years(tx).reduce(parts.calendar) { $0.adding($1) }
        calendar = known
        return known
    }

    /// A year's holidays came in: what waited for one is due again at once (decision record 0238).
    func calendarChanged() {
        calendar = nil
        let waiting = postponed.filter(\.value.waitsForYear).keys
        for place in waiting { postponed[place] = nil }
        if !waiting.isEmpty { comeDue(now) }
    }

    /// New tiles, the checkpoint of every day that ended, the new head: the last writes of the transaction.
    private func moveHead(in tx: any WriteTransaction) throws {
        guard !fresh.isEmpty || now > head.lastAt || answerCount != head.answers else { return }
        try closeDays(in: tx)
        let new = StoredHead(tree.range, at: now, answers: answerCount, parts.keys)
        try LogStore.moveHead(from: head, to: new, in: tx)
        head = new
    }

    private func closeDays(in tx: any WriteTransaction) throws {
        var rest = fresh[...]
        while let first = rest.first {
            if let day = lastDay, first.day > day {
                let closed = StoredHead(tree.range, at: now, answers: answerCount, parts.keys)
                try LogStore.saveDay(day, size: tree.size, checkpoint: closed.checkpoint, in: tx)
            }
            let group = rest.prefix { $0.day == first.day }
            for tile in tree.append(group.map(\.hash)) { try LogStore.save(tile, in: tx) }
            rest = rest.dropFirst(group.count)
            lastDay = first.day
        }
        fresh.removeAll(keepingCapacity: true)
    }
}
