import Storage
import Synchronization

/// The one place from which is written, where several programs have the same store open: a stand-by waits for it, and
/// whoever loses its session has lost it.
final class WriterSlot: Sendable {
    let database: any ContendedDatabase
    private let migrations: [Migration]
    private let state: Mutex<State>

    private struct State {
        var isWaiting: Bool
        var lastComplaint = ""
        var hearing: (any Hearing)?
    }

    init(_ database: any ContendedDatabase, _ migrations: [Migration], isWaiting: Bool) {
        self.database = database
        self.migrations = migrations
        state = Mutex(State(isWaiting: isWaiting))
    }

    deinit { state.withLock { $0.hearing?.stop() } }

    var isWaiting: Bool {
        get { state.withLock { $0.isWaiting } }
        set { state.withLock { $0.isWaiting = newValue } }
    }

    /// Kept, and stopped when nobody needs this place any more.
    func keep(_ hearing: any Hearing) { state.withLock { $0.hearing = hearing } }

    /// The schema and its seals, as at every start; then `open`, which says whether all is well. The place is given up
    /// again when anything is not, so that another program may try.
    func take(_ parts: EngineParts, _ clock: any WriterClock, open: () -> Bool) -> Bool {
        guard database.takeWriterPlace() else { return false }
        do {
            try Migrator(migrations).migrate(database, at: clock.now())
            try database.write { try MigrationSeals(keys: parts.keys).sealNew(in: $0) }
            try Interruption(parts).settle(database, at: clock.now())
            if open() {
                state.withLock { $0 = State(isWaiting: false, hearing: $0.hearing) }
                return true
            }
        } catch {
            let complaint = "the writer's place could not be taken: \(error)"
            let isNew = state.withLock { state in
                defer { state.lastComplaint = complaint }
                return state.lastComplaint != complaint
            }
            if isNew { parts.report(complaint) }
        }
        database.resignWriter()
        return false
    }
}
