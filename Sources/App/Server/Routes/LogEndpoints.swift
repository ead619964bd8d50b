import Hummingbird
import Kernel
import NIOPosix
import Web

/// The log as static files, as the C2SP tlog-tiles description lays them out.
enum LogEndpoints {
    static let tilePrefix = "/tile/"
    static let health = "/healthz"

    static let all: [Endpoint] = [
        .get("/checkpoint") { server, _ in
            let log = server.access.log
            return Reply.text(try await server.threads.runIfActive { try log.checkpoint() })
        },
        .get("/api/v1/changes") { server, incoming in try await server.changes(incoming) },
        .get("/api/v1/changes/events") { server, incoming in try await server.changeEvents(incoming) },
        .get("/events") { server, incoming in try await server.events(incoming, of: incoming.query["stream"]) },
    ]

    /// The events of one lot; a lot's page listens here.
    static let lotEvents = Endpoint.get("/api/v1/lots/{lot}/events") { server, incoming in
        try await server.events(incoming, of: lot(incoming.path).map { "lot/\($0)" })
    }

    /// The lot of `/api/v1/lots/L1/events`; nil for any other path.
    static func lot(_ path: String) -> Identifier<LogEndpoints>? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1...3] == ["api", "v1", "lots"], parts[5] == "events" else {
            return nil
        }
        return Identifier(String(parts[4]))
    }

    static let tile = Endpoint.get("/tile/{tile}", isStatic: true) { server, incoming in
        guard let address = TileAddress(incoming.path) else { throw ServerRejection.notFound.rejection }
        let log = server.access.log
        let bytes = try await server.threads.runIfActive {
            switch address.level {
            case nil: try log.entries(address.index, address.width)
            case let level?: try log.tile(level, address.index, address.width)
            }
        }
        guard let bytes else { throw ServerRejection.notFound.rejection }
        return Reply.immutable(Reply.bytes(bytes, "application/octet-stream"))
    }
}

/// `/tile/0/x001/x234/067`, `/tile/1/000.p/42`, `/tile/entries/000`.
struct TileAddress: Hashable {
    /// Nil for a bundle of entries.
    let level: Int?
    let index: Int64
    let width: Int

    /// Nil for every spelling but the one canonical.
    init?(_ path: String) {
        var parts = path.dropFirst(LogEndpoints.tilePrefix.count).split(
            separator: "/", omittingEmptySubsequences: false)
        guard path.hasPrefix(LogEndpoints.tilePrefix), (2...8).contains(parts.count) else { return nil }
        let kind = parts.removeFirst()
        var level: Int?
        if kind != "entries" {
            guard let number = TileAddress.number(kind), number <= 7 else { return nil }
            level = Int(number)
        }
        guard parts.count >= 2, parts[parts.count - 2].hasSuffix(".p") else {
            self.init(level: level, index: parts, isPartial: false, width: 256)
            return
        }
        guard let partial = TileAddress.number(parts.removeLast()), (1...255).contains(partial) else { return nil }
        self.init(level: level, index: parts, isPartial: true, width: Int(partial))
    }

    private init?(level: Int?, index parts: [Substring], isPartial: Bool, width: Int) {
        // 10^15 tiles are more than any log will have, and their arithmetic cannot overflow.
        guard (1...5).contains(parts.count) else { return nil }
        var total: Int64 = 0
        for (position, part) in parts.enumerated() {
            let isLast = position == parts.count - 1
            let digits = isLast ? (isPartial ? part.dropLast(2) : part) : part.dropFirst()
            guard isLast || part.hasPrefix("x"), digits.utf8.count == 3,
                let number = AddressNumber(0...999).find(digits), position > 0 || isLast || number > 0
            else { return nil }
            total = total * 1_000 + number
        }
        self.level = level
        self.index = total
        self.width = width
    }

    /// A decimal number without leading zeros.
    private static func number(_ text: Substring) -> Int64? {
        guard let number = AddressNumber(0...255).find(text), String(number) == text else { return nil }
        return number
    }
}
