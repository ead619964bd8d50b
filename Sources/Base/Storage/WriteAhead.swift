import Dispatch
import Synchronization

/// Lets the next transaction be decided while the one before it is still being written and flushed.
///
/// Who decides has one thread, the store another. Rows go over in portions; reading, or running a statement whose count
/// matters, waits until the store has caught up and then goes on with the store's own transaction (decision record 0190).
/// For one owner at a time: `write` and `settle` are called from one queue.
package final class WriteAhead: Sendable {
    /// Told on the store's thread, once: the transaction is flushed, or was not written, or nobody knows.
    package typealias Written = @Sendable (Result<Void, any Error>) -> Void

    private let database: any Database
    private let lane = DispatchQueue(label: "qianmo.store", qos: .userInitiated)
    /// One transaction may be on its way while one more is decided; a second one gave nothing.
    private let room = DispatchSemaphore(value: 2)
    /// A transaction failed, so those decided on top of it must not be written.
    private let isBroken = Atomic(false)
    /// Portions carried out. Who decides lets go of them, whose thread made their values and has the time: the store's thread
    /// is the busier one, and freeing what another thread allocated costs it twice.
    private let spent = Mutex<[[RecordedWrite]]>([])

    package init(_ database: any Database) {
        self.database = database
    }

    /// Runs `body` here and hands what it writes over; answers when it has run. When it begins, all but the
    /// last transaction handed over are written.
    ///
    /// What `body` answers is told what became of the transaction. Where `body` throws, nothing is written and the error
    /// goes on. After a failure every further transaction fails with `.failed` until `settle` was called.
    package func write(_ body: (any WriteTransaction) throws -> Written) throws {
        room.wait()
        clearSpent()
        let course = WriteCourse()
        lane.async { [self] in
            follow(course)
            room.signal()
        }
        let transaction = RecordedTransaction(course)
        do {
            let written = try body(transaction)
            try transaction.send()
            course.end(with: written)
        } catch {
            course.end(with: nil)
            throw error
        }
    }

    /// Waits until everything handed over is written or has failed.
    package func settle() {
        lane.sync {}
        isBroken.store(false, ordering: .relaxed)
        clearSpent()
    }

    private func clearSpent() {
        // Let go of after the lock.
        _ = spent.withLock { spent in
            defer { spent = [] }
            return spent
        }
    }

    private func follow(_ course: WriteCourse) {
        guard !isBroken.load(ordering: .relaxed) else {
            let failure = StorageError.failed("a transaction before this one was not written")
            course.waitForEnd(after: failure)?(.failure(failure))
            return
        }
        var written: Written?
        do {
            try database.write { tx in
                written = try course.carryOut(in: tx) { portion in spent.withLock { $0.append(portion) } }
            }
            written?(.success(()))
        } catch is WriteCourse.Abandoned {
        } catch {
            isBroken.store(true, ordering: .relaxed)
            // Unless it was the flush that failed, who decides has not come to the end.
            (written ?? course.waitForEnd(after: error))?(.failure(error))
        }
    }
}

/// What goes from who decides a transaction to who writes it.
final class WriteCourse: Sendable {
    /// Who decides has given up.
    struct Abandoned: Error {}

    private enum Message {
        case portion([RecordedWrite])
        /// Lend the transaction itself until the end.
        case lend
        case end(WriteAhead.Written?)
    }

    private let messages = Mutex<[Message]>([])
    private let came = DispatchSemaphore(value: 0)
    private let isLent = DispatchSemaphore(value: 0)
    /// Written by the store's thread before it signals `isLent`, used by the other one after it has waited for that; in
    /// between the store's thread only waits for the next message.
    nonisolated(unsafe) private var lent: Result<any WriteTransaction, any Error>?

    // MARK: Who decides

    func send(_ writes: [RecordedWrite]) { give(.portion(writes)) }

    /// `nil` abandons the transaction.
    func end(with written: WriteAhead.Written?) { give(.end(written)) }

    /// The store's transaction, once all that was sent stands in it.
    func borrow() throws -> any WriteTransaction {
        give(.lend)
        isLent.wait()
        guard let lent else { preconditionFailure("lent without saying what") }
        return try lent.get()
    }

    private func give(_ message: consuming Message) {
        let message = message
        messages.withLock { $0.append(message) }
        came.signal()
    }

    // MARK: Who writes

    /// Writes what is sent until the end, which says who is to be told; throws `Abandoned` where nobody is. `done` is
    /// given each portion after it was carried out.
    func carryOut(
        in transaction: any WriteTransaction, done: ([RecordedWrite]) -> Void
    ) throws -> WriteAhead.Written {
        while true {
            switch next() {
            case .portion(let writes):
                for write in writes { try write.carryOut(in: transaction) }
                done(writes)
            case .lend: lend(.success(transaction))
            case .end(let written?):
                return written
            case .end(nil): throw Abandoned()
            }
        }
    }

    /// After a failure: nothing is written any more, and who decides is waited for.
    func waitForEnd(after failure: any Error) -> WriteAhead.Written? {
        while true {
            switch next() {
            case .portion: break
            case .lend: lend(.failure(failure))
            case .end(let written): return written
            }
        }
    }

    private func lend(_ what: Result<any WriteTransaction, any Error>) {
        lent = what
        isLent.signal()
    }

    private func next() -> Message {
        came.wait()
        return messages.withLock { $0.removeFirst() }
    }
}
