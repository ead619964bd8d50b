import CLibPQ
import Foundation
package import Storage
import Synchronization

/// What a listener is told.
package enum PostgresNotice: Sendable, Hashable {
    case notified(channel: String, payload: String)
    /// The session was renewed: something may have been missed, look for yourself.
    case reconnected
}

/// Hears what writers announce, on a session and a thread of its own, until stopped.
package final class PostgresListener: Hearing {
    private let isStopped = Atomic(false)
    private let settings: PostgresSettings
    private let channels: [String]
    private let receive: @Sendable (PostgresNotice) -> Void

    init(_ settings: PostgresSettings, _ channels: [String], _ receive: @escaping @Sendable (PostgresNotice) -> Void)
        throws(StorageError)
    {
        self.settings = settings
        self.channels = channels
        self.receive = receive
        let first = try connect()
        Thread { [self] in run(first) }.start()
    }

    /// Ends the thread within a second.
    package func stop() {
        isStopped.store(true, ordering: .relaxed)
    }

    private func connect() throws(StorageError) -> PostgresConnection {
        let connection = try PostgresConnection(settings)
        for channel in channels { try connection.simple("LISTEN \(channel)") }
        return connection
    }

    private func run(_ first: PostgresConnection) {
        var connection: PostgresConnection? = first
        while !isStopped.load(ordering: .relaxed) {
            if let current = connection {
                current.awaitInput(milliseconds: 500)
                while let notice = current.nextNotice() { receive(notice) }
                if !current.isAlive { connection = nil }
            } else {
                Thread.sleep(forTimeInterval: 0.5)
                connection = try? connect()
                if connection != nil { receive(.reconnected) }
            }
        }
    }
}

extension PostgresConnection {
    fileprivate func awaitInput(milliseconds: Int32) {
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        if poll(&descriptor, 1, milliseconds) > 0 { PQconsumeInput(handle) }
    }

    fileprivate func nextNotice() -> PostgresNotice? {
        guard let notice = PQnotifies(handle) else { return nil }
        defer { PQfreemem(notice) }
        return .notified(
            channel: String(cString: notice.pointee.relname), payload: String(cString: notice.pointee.extra))
    }
}

extension PostgresDatabase {
    /// Hears `channels` (lower-case names) on a session and a thread of its own.
    package func listen(to channels: [String], _ receive: @escaping @Sendable (PostgresNotice) -> Void)
        throws(StorageError) -> PostgresListener
    {
        for channel in channels { precondition(Self.isChannel(channel), "not a channel's name: \(channel)") }
        return try PostgresListener(settings, channels, receive)
    }

    package func hearHeads(_ heard: @escaping @Sendable () -> Void) throws(StorageError) -> any Hearing {
        let schema = settings.schema ?? "public"
        return try listen(to: ["qianmo_head"]) { notice in
            switch notice {
            case .notified(_, let payload) where payload != schema: break
            case .notified, .reconnected: heard()
            }
        }
    }

    /// Announces with the transaction's commit; to nobody when it is undone. Payload: at most 8,000 bytes, never
    /// anything personal.
    package static func notify(_ channel: String, _ payload: String, in tx: any WriteTransaction) throws(StorageError) {
        precondition(isChannel(channel), "not a channel's name: \(channel)")
        _ = try tx.rows("SELECT pg_notify(\(channel), \(payload)) IS NULL")
    }

    private static func isChannel(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
            }
    }
}
