import EventLog
package import Kernel
import Dispatch
import Foundation
import Storage
import Synchronization

/// The one actor that writes. Whatever has gathered is decided, written and flushed together; then all are answered.
///
/// It runs on a serial queue of its own, because a transaction blocks its thread. A large group is written by the store's
/// thread while the next is decided here (record 0190); whoever is alone runs the queue on their own thread (0191).
package actor Writer {
    /// At most so many commands share a flush.
    package static let largestGroup = 256

    private let database: any Database
    private let ahead: WriteAhead
    /// From so many commands on, a group is written while the next is decided.
    private let aheadFrom: Int
    /// The last group was no group: who comes next is probably alone, too.
    private nonisolated let isQuiet = Atomic(true)
    /// A thread that waits for a flush is missed where there is only one.
    static let hasThreadsToSpare = ProcessInfo.processInfo.activeProcessorCount > 1
    /// Groups handed over and not written, in order, and why.
    private nonisolated let lost = Mutex<[(group: [Ticket], reason: any Error)]>([])
    private let signer: SignerFile
    private let parts: EngineParts
    private let clock: any WriterClock
    /// Nil where nobody else can write.
    private nonisolated let place: WriterSlot?
    nonisolated let inbox: Inbox
    private nonisolated let watchers = Watchers()
    private nonisolated let meter = Meter()
    private nonisolated let executor: QueueExecutor
    /// Nil after a transaction that was undone or whose outcome is unknown; made anew from the store.
    private var engine: Engine?
    /// Of the engine before: which acts of the clock to leave alone for a while.
    private var postponed: [WaitingCommand.Place: Postponed] = [:]

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(
        database: any Database, signer: SignerFile, parts: EngineParts, clock: any WriterClock,
        place: WriterSlot? = nil, aheadFrom: Int = Writer.largestGroup / 2, capacity: Int = 10_000
    ) {
        self.database = database
        ahead = WriteAhead(database)
        self.aheadFrom = aheadFrom
        self.signer = signer
        self.parts = parts
        self.clock = clock
        self.place = place
        inbox = Inbox(capacity: capacity)
        executor = QueueExecutor(label: "qianmo.writer")
    }

    /// Gives one command and waits for the flush.
    ///
    /// Throws `OutcomeUnknown` when the commit gave no clear answer: send the same submission again. A full queue answers
    /// `.rejected` with kind `.unavailable`; nothing was written.
    package nonisolated func submit(_ submission: Submission) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            take(submission, mayWrite: true) { continuation.resume(with: $0) }
        }
    }

    /// Gives several commands in order, answered in the same order after their flushes.
    package nonisolated func submit(all submissions: [Submission]) async throws -> [Answer] {
        var answers: [Answer] = []
        var rest = submissions[...]
        while !rest.isEmpty {
            let part = rest.prefix(Writer.largestGroup * 4)
            rest = rest.dropFirst(part.count)
            answers += try await withCheckedThrowingContinuation { continuation in
                let gathering = Gathering(part.count) { continuation.resume(with: $0) }
                for (position, submission) in part.enumerated() {
                    take(submission) { gathering.put($0, at: position) }
                }
            }
        }
        return answers
    }

    /// Runs what is due by now, also when nobody submits anything.
    package func nudge() {
        drain()
    }

    /// Another program writes; commands are refused with 1211 until this one takes over.
    package nonisolated var isWaiting: Bool { place?.isWaiting ?? false }

    /// Takes the writer's place over if it is free by now.
    package func takePlace() {
        guard let place, place.isWaiting else { return }
        let isTaken = place.take(parts, clock) { openEngine() != nil }
        guard isTaken, let engine else { return }
        parts.report("this program writes from entry \(engine.head.range.size) on")
        inbox.nextDue = engine.nextDue
        watchers.tell(engine.head.published)
        drain()
    }

    /// Tells those who wait for new heads also of those another program wrote.
    nonisolated func follow(_ contended: any ContendedDatabase) throws {
        let hearing = try contended.hearHeads { [weak self] in
            guard let self, self.isWaiting, let head = try? self.database.read({ try LogStore.findHead(in: $0) }) else {
                return
            }
            self.watchers.tell(head.published)
        }
        place?.keep(hearing)
    }

    /// The administrator's word that an act set aside is to be tried again; it is due at once. False when it is not set
    /// aside (any more). Throws when the store does not take the word.
    package func tryAgain(entry: Int64, ordinal: Int) throws -> Bool {
        takeBack()
        guard let engine = takeUp([]) else { throw StorageError.unavailable("this program does not write") }
        let place = WaitingCommand.Place(entry: entry, ordinal: ordinal)
        do {
            guard try database.write({ try engine.release(place, in: $0) }) else { return false }
        } catch {
            recover([], error)
            throw error
        }
        drain()
        return true
    }

    /// What was done since the program's start.
    package nonisolated var counts: WriterCounts { meter.now }

    /// When the next waiting command is due; nil when none waits.
    package nonisolated var nextDue: Instant? { inbox.nextDue }

    /// Each new head after its flush; a slow watcher sees only the newest.
    package nonisolated func heads() -> AsyncStream<Head> { watchers.stream() }

    // MARK: Taking

    /// Reads the command on the caller's thread and puts it into the queue. `mayWrite`: nothing of the same caller follows,
    /// so where nobody else gives commands it is carried out on this thread, too (decision record 0191).
    nonisolated func take(
        _ submission: Submission, mayWrite: Bool = false,
        _ answered: @escaping @Sendable (Result<Answer, OutcomeUnknown>) -> Void
    ) {
        do throws(Rejection) {
            guard !submission.key.isEmpty, submission.key.utf8.count <= Ticket.longestKey else {
                throw PlatformRejection.badKey.rejection
            }
            let command = try parts.modules.read(submission.command, submission.arguments, submission.notation)
            guard !isWaiting else { throw PlatformRejection.standingBy.rejection }
            if let doubt = clock.doubt { throw PlatformRejection.clockDoubted(doubt).rejection }
            let content = Ticket.Content(of: submission, parts.keys)
            let distantDate = parts.modules.findDistantDate(
                in: submission.arguments, of: submission.command, submission.notation, around: clock.now().date)
            let put = inbox.put { [clock] in
                Ticket(
                    name: submission.command, command: command, principal: submission.principal, key: submission.key,
                    content: content, distantDate: distantDate, arrived: clock.now(), answered: answered)
            }
            switch put {
            case .full: throw PlatformRejection.queueFull.rejection
            case .first where mayWrite && Writer.hasThreadsToSpare && isQuiet.load(ordering: .relaxed):
                executor.runHere { assumeIsolated { $0.writeOne() } }
            case .first: drainLater()
            case .queued: break
            }
        } catch {
            answered(.success(.rejected(error)))
        }
    }

    // MARK: Writing

    private nonisolated func drainLater() {
        executor.run { self.assumeIsolated { $0.drain() } }
    }

    /// One group on the thread of who gave it. What came in meanwhile is not for that thread to write.
    private func writeOne() {
        takeBack()
        write(inbox.takeGroup(1))
        if inbox.hasMore { drainLater() }
    }

    private func drain() {
        repeat {
            let group = inbox.takeGroup(Writer.largestGroup)
            isQuiet.store(group.count <= 1, ordering: .relaxed)
            if group.count >= aheadFrom {
                if lost.withLock({ !$0.isEmpty }) { takeBack() }
                writeAhead(group)
            } else {
                takeBack()
                write(group)
            }
        } while inbox.hasMore
    }

    /// Decides the group and goes on; it is written, flushed and answered on the store's thread.
    private func writeAhead(_ group: [Ticket]) {
        guard let moment = group.last?.arrived, let engine = takeUp(group) else { return }
        do {
            try ahead.write { tx in
                // By another connection, which waits for nobody: the group before this one may be on its way still.
                let kept = try database.read { try engine.answers.find(group.map(\.place), in: $0) }
                let decided = try decide(group, engine, moment, kept: kept, in: tx)
                return { result in
                    do {
                        try result.get()
                        try self.answer(group, decided)
                    } catch {
                        self.lost.withLock { $0.append((group, error)) }
                        self.executor.run { self.assumeIsolated { $0.takeBack() } }
                    }
                }
            }
        } catch {
            takeBack(and: [(group, error)])
        }
    }

    /// Waits until all that was handed over is written. Of what was not, nobody was told: the first such group is taken up
    /// where it failed, and those after it, decided on what never was, are decided anew.
    private func takeBack(and last: [(group: [Ticket], reason: any Error)] = []) {
        ahead.settle()
        let groups = lost.withLock { lost in
            defer { lost = [] }
            return lost + last
        }
        guard let first = groups.first else { return }
        recover(first.group, first.reason)
        for (group, _) in groups.dropFirst() { write(group) }
    }

    private func write(_ group: [Ticket], carefully: Bool = false) {
        if group.isEmpty, clock.doubt != nil { return }
        let moment = group.last?.arrived ?? clock.now()
        guard let engine = takeUp(group) else { return }
        if group.isEmpty, engine.nextDue.map({ $0 > moment }) ?? true {
            inbox.nextDue = engine.nextDue
            return
        }
        do {
            try answer(group, database.write { try decide(group, engine, moment, carefully: carefully, in: $0) })
        } catch {
            recover(group, error, isCareful: carefully)
        }
    }

    /// What is to be said of a group once it is flushed.
    private struct Decided: Sendable {
        let answers: [Answer]
        let head: Head
        /// The head has moved.
        let isNew: Bool
        let nextDue: Instant?
        let hasErased: Bool
    }

    private func decide(
        _ group: [Ticket], _ engine: Engine, _ moment: Instant, carefully: Bool = false,
        kept: AnswerStore.Answered? = nil, in tx: any WriteTransaction
    ) throws -> Decided {
        let before = engine.head.range.size
        let answers = try engine.run(group, until: moment, carefully: carefully, kept: kept, in: tx)
        let head = engine.head.published
        defer { engine.hasErased = false }
        return Decided(
            answers: answers, head: head, isNew: head.size > before, nextDue: engine.nextDue,
            hasErased: engine.hasErased)
    }

    /// The engine for this group; where there is none, all are told so.
    private func takeUp(_ group: [Ticket]) -> Engine? {
        let engine = isWaiting ? nil : engine ?? openEngine()
        if engine == nil { refuse(group) }
        return engine
    }

    /// After the flush: what is due next, the signer's record, then everybody who waits.
    private nonisolated func answer(_ group: [Ticket], _ decided: Decided) throws {
        inbox.nextDue = decided.nextDue
        let head = decided.head
        if decided.isNew { try signer.record(SignerFile.Signed(size: head.size, root: head.root)) }
        if decided.hasErased { parts.afterErasure() }
        meter.note(decided.answers)
        for (ticket, answer) in zip(group, decided.answers) { ticket.answered(.success(answer)) }
        if decided.isNew { watchers.tell(head) }
    }

    /// After a group's transaction failed as a whole: it is done again where it certainly left nothing, its commands one by
    /// one where that fails too.
    private func recover(_ group: [Ticket], _ error: any Error, isCareful: Bool = false) {
        // What the engine remembers is no longer what the store holds.
        postponed = engine?.postponed ?? postponed
        engine = nil
        meter.noteFailure(at: clock.now())
        if case StorageError.failed(let reason) = error, !isCareful || group.count > 1 {
            parts.report("transaction of \(group.count) commands is done again, one by one: \(reason)")
            if isCareful {
                for ticket in group { write([ticket], carefully: true) }
            } else {
                write(group, carefully: true)
            }
        } else {
            if let place, !place.database.isWriter { place.isWaiting = true }
            fail(group, error)
        }
    }

    /// Takes up the store's head anew; nil, and reported, when its tail does not verify.
    private func openEngine() -> Engine? {
        do {
            engine = try database.read { try Tail(parts, signer).open(in: $0) }
            engine?.postponed = postponed
        } catch {
            parts.report("the log cannot be taken up: \(error)")
        }
        return engine
    }

    /// After a failure of the whole transaction. Unless the store says for certain that nothing was written, nobody is
    /// told that it was not.
    private func fail(_ group: [Ticket], _ error: any Error) {
        parts.report("transaction of \(group.count) commands: \(error)")
        let isCertain =
            switch error {
            case StorageError.failed, StorageError.unavailable: true
            default: false
            }
        if isCertain { return refuse(group) }
        meter.note(unknown: group.count)
        for ticket in group { ticket.answered(.failure(OutcomeUnknown())) }
    }

    /// Nothing of the group was written, and everybody may send it again.
    private func refuse(_ group: [Ticket]) {
        let no = isWaiting ? PlatformRejection.standingBy : .fault
        meter.note(unavailable: group.count)
        for ticket in group { ticket.answered(.success(.rejected(no.rejection))) }
    }
}

/// Runs an actor on a dispatch queue.
final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label, qos: .userInitiated)
    }

    /// Runs `work` on the queue without a task, which would first wake a thread of its own.
    func run(_ work: @escaping @Sendable () -> Void) { queue.async(execute: work) }

    /// Runs `work` on this thread, after what is on the queue.
    func runHere(_ work: () -> Void) { queue.sync(execute: work) }

    func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        run { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
