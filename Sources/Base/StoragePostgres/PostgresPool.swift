import Foundation
import Storage
import Synchronization

/// The readers' sessions: at most so many, opened when needed, thrown away when the server hung up.
final class PostgresPool: Sendable {
    private let settings: PostgresSettings
    private let maximum: Int
    private let turn = NSCondition()
    private let state = Mutex(State())

    private struct State {
        var idle: [PostgresConnection] = []
        var taken = 0
    }

    init(_ settings: PostgresSettings, maximum: Int) {
        self.settings = settings
        self.maximum = maximum
    }

    /// Waits for a free session; refuses after 10 seconds, when the readers are plainly overrun.
    func take() throws(StorageError) -> PostgresConnection {
        turn.lock()
        let latest = Date(timeIntervalSinceNow: 10)
        while state.withLock({ $0.taken }) >= maximum {
            guard turn.wait(until: latest) else {
                turn.unlock()
                throw .unavailable("all \(maximum) readers are busy")
            }
        }
        state.withLock { $0.taken += 1 }
        turn.unlock()
        do throws(StorageError) {
            while let connection = state.withLock({ $0.idle.popLast() }) {
                if connection.isAlive { return connection }
            }
            return try PostgresConnection(settings)
        } catch {
            free()
            throw error
        }
    }

    func giveBack(_ connection: PostgresConnection) {
        if connection.isIdle { state.withLock { $0.idle.append(connection) } }
        free()
    }

    private func free() {
        turn.lock()
        state.withLock { $0.taken -= 1 }
        turn.signal()
        turn.unlock()
    }
}
