import Foundation
import Hummingbird
import Kernel
import Logging
import Platform
import Server
import StorageSQLite
import Synchronization
import Testing

/// The public feed while many write: `QIANMO_FEED_CHANGES=100000` (`make feed`) for the long form.
@Suite("The public feed in commit order") struct FeedTests {
    static let changes = ProcessInfo.processInfo.environment["QIANMO_FEED_CHANGES"].flatMap { Int($0) } ?? 4_000
    static let writers = 20

    /// What one reader has seen; it must be 0, 1, 2 … without a gap, and each leaf the log's own.
    final class Seen: Sendable {
        private let state = Mutex<(next: Int64, isInOrder: Bool, hash: UInt64)>((0, true, 14_695_981_039_346_656_037))
        var next: Int64 { state.withLock { $0.next } }
        var isInOrder: Bool { state.withLock { $0.isInOrder } }
        /// Of all leaves in the order they came (FNV-1a).
        var hash: UInt64 { state.withLock { $0.hash } }

        func take(_ index: Int64?, _ leaf: some Sequence<UInt8>) {
            state.withLock { state in
                if index != state.next { state.isInOrder = false }
                state.next = (index ?? state.next) + 1
                for byte in leaf { state.hash = (state.hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            }
        }
    }

    /// Takes an event stream; hangs up after `patience` writes, as a phone in a valley does.
    final class StreamSink: ResponseBodyWriter {
        struct HungUp: Error {}
        private let seen: Seen
        private let patience: Int?
        private let state = Mutex<(rest: String, writes: Int)>(("", 0))

        init(_ seen: Seen, patience: Int?) {
            self.seen = seen
            self.patience = patience
        }

        func write(_ buffer: ByteBuffer) async throws {
            let isTired = state.withLock { state in
                state.rest += String(buffer: buffer)
                while let end = state.rest.firstRange(of: "\n\n") {
                    event(state.rest[..<end.lowerBound])
                    state.rest = String(state.rest[end.upperBound...])
                }
                state.writes += 1
                return patience.map { state.writes >= $0 } ?? false
            }
            if isTired { throw HungUp() }
        }

        private func event(_ text: Substring) {
            guard text.hasPrefix("id: ") else { return }
            let lines = text.split(separator: "\n")
            let index = Int64(lines[0].dropFirst(4))
            let head = "data: {\"index\":\(index ?? -1),\"leaf\":"
            guard lines.count == 2, lines[1].hasPrefix(head), lines[1].hasSuffix("}") else {
                return seen.take(nil, [])
            }
            seen.take(index, lines[1].dropFirst(head.count).dropLast().utf8)
        }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    /// A county that many write to, and its front door.
    struct Feed: Sendable {
        let folder: URL
        let installation: Installation
        let server: WebServer
        let visit: HTTPContext

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-feed-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            installation = try Installation.open(
                .qianmo, dataDirectory: folder,
                database: SQLiteDatabase(path: folder.appending(path: "qianmo.sqlite").path))
            let silent = Logger(label: "feed") { _ in SwiftLogNoOpLogHandler() }
            let setup = try ServerSetup(
                folder: folder, database: SQLiteDatabase.inMemory(), sender: TestSender(), at: installation.clock.now())
            server = try setup.application(installation, ServerConfiguration(logger: silent)).server
            visit = HTTPContext(address: "192.0.2.1", logger: silent)
        }

        func response(_ path: String, _ headers: HTTPFields = [:]) async -> Response {
            let head = HTTPRequest(
                method: .get, scheme: "https", authority: "qianmo.test", path: path, headerFields: headers)
            return await server.respond(
                to: Request(head: head, body: RequestBody(buffer: ByteBuffer())), context: visit)
        }

        func write(_ writer: Int, _ count: Int) async throws {
            let all = (0..<count).map { number in
                Submission(
                    command: "registry.openOffice",
                    arguments: [
                        "office": .string("o-\(writer)-\(number)"), "role": "countyOfficer", "division": "root",
                        "person": "li", "title": "desk",
                    ], principal: .administrator, key: "k-\(writer)-\(number)")
            }
            var rest = all[...]
            while !rest.isEmpty {
                _ = try await installation.writer.submit(all: Array(rest.prefix(40)))
                rest = rest.dropFirst(40)
            }
        }

        func poll(_ seen: Seen, until size: Int64) async throws {
            while seen.next < size, !Task.isCancelled {
                let sink = Sink()
                try await response("/api/v1/changes?after=\(seen.next - 1)").body.write(sink)
                let answer = try JSON(parsing: sink.bytes, limits: JSONLimits(bytes: 16_777_216, depth: 32))
                let before = seen.next
                for change in answer["changes"]?.array ?? [] {
                    seen.take(change["index"]?.integer, change["leaf"]?.canonicalBytes ?? [])
                }
                #expect(answer["newest"]?.integer == seen.next - 1)
                if seen.next == before { try await Task.sleep(for: .milliseconds(5)) }
            }
        }

        func follow(_ seen: Seen, until size: Int64, patience: Int?) async throws {
            while seen.next < size, !Task.isCancelled {
                let last = try #require(HTTPField.Name("Last-Event-ID"))
                let answer = await response("/api/v1/changes/events", [last: "\(seen.next - 1)"])
                guard answer.status == .ok else { return }
                do { try await answer.body.write(StreamSink(seen, patience: patience)) } catch is StreamSink.HungUp {}
            }
        }
    }

    @Test(
        "While twenty write, pollers and streamers, also one that keeps hanging up, see every change once and in order",
        .timeLimit(.minutes(30)))
    func feed() async throws {
        let feed = try Feed()
        defer { try? FileManager.default.removeItem(at: feed.folder) }
        let size = Int64(Self.changes / Self.writers * Self.writers)
        let readers = (0..<5).map { _ in Seen() }
        let begun = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            let hub = Task { await feed.server.hub.run(pulseSeconds: 1) }
            group.addTask { try await feed.poll(readers[0], until: size) }
            group.addTask { try await feed.poll(readers[1], until: size) }
            group.addTask { try await feed.follow(readers[2], until: size, patience: nil) }
            group.addTask { try await feed.follow(readers[3], until: size, patience: nil) }
            group.addTask { try await feed.follow(readers[4], until: size, patience: 7) }
            for writer in 0..<Self.writers {
                group.addTask { try await feed.write(writer, Int(size) / Self.writers) }
            }
            group.addTask {
                while readers.contains(where: { $0.next < size }), !Task.isCancelled {
                    try await Task.sleep(for: .milliseconds(20))
                }
                await feed.server.hub.close()
            }
            try await group.waitForAll()
            hub.cancel()
        }
        let log = Seen()
        var first: Int64 = 0
        while first < size {
            for leaf in try feed.installation.log.bytes(from: first, limit: 1_000) { log.take(log.next, leaf) }
            first = log.next
        }
        #expect(try feed.installation.log.head().size == size)
        for reader in readers { #expect(reader.isInOrder && reader.next == size && reader.hash == log.hash) }
        print("feed of \(size) changes by \(Self.writers) writers to 5 readers: \(begun.duration(to: .now))")
    }

    @Test("What is no index is refused; beyond the end there is nothing")
    func edges() async throws {
        let feed = try Feed()
        defer { try? FileManager.default.removeItem(at: feed.folder) }
        try await feed.write(1, 3)
        for bad in ["x", "-2", "1.5", "9223372036854775807", ""] {
            #expect(await feed.response("/api/v1/changes?after=\(bad)").status == .badRequest, "\(bad)")
            #expect(await feed.response("/api/v1/changes/events?after=\(bad)").status == .badRequest, "\(bad)")
        }
        let sink = Sink()
        try await feed.response("/api/v1/changes?after=2").body.write(sink)
        #expect(String(decoding: sink.bytes, as: UTF8.self) == "{\"changes\":[],\"newest\":2}")
    }
}
