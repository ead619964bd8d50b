import Foundation
import Hummingbird
import Kernel
import Logging
import Platform
@testable import Server
import Storage
import Synchronization
import TestSupport
import Testing
import Web

/// What who runs the house is told.
@Suite("The house says how it is") struct OperationTests {
    private let folder: URL
    private let clock = ScenarioClock(Instant(milliseconds: 1_700_000_000_000))
    private let store: FaultyDatabase
    private let installation: Installation
    private let server: WebServer
    private let cookies: [String: HTTPFields]

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-operation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = FaultyDatabase(try temporaryDatabase())
        installation = try Installation.open(.qianmo, dataDirectory: folder, database: store, clock: clock)
        let open: JSON = [
            "office": "county", "role": "countyOfficer", "division": "root", "person": "li", "title": "C",
        ]
        _ = try await installation.writer.submit(
            Submission(command: "registry.openOffice", arguments: open, principal: .administrator, key: "o"))
        var limits = SignInLimits()
        limits.passwordCost = TestServer.quick
        let setup = try ServerSetup(
            folder: folder, database: temporaryDatabase(), sender: TestSender(), limits: limits, at: clock.now())
        let people = try await setup.openDemo(["admin", "county"].compactMap { OfficeID($0) }, of: installation)
        server = try setup.application(installation, try ServerConfiguration(), demo: people).server
        var cookies: [String: HTTPFields] = [:]
        for person in people {
            let code = OneTimePassword(secret: try #require(person.secondFactor)).code(
                step: OneTimePassword.step(at: clock.now()))
            let begun = try await setup.signIn.signIn(
                name: person.name, password: try #require(person.password), code: code, at: clock.now())
            cookies[person.name] = [.cookie: "__Host-session=\(begun.token.text)"]
        }
        self.cookies = cookies
    }

    private func get(_ path: String, _ headers: HTTPFields = [:], from address: String = "192.0.2.1") async throws
        -> Answered
    {
        let request = Request(
            head: HTTPRequest(
                method: .get, scheme: "https", authority: "qianmo.test", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
        let response = await server.respond(
            to: request, context: HTTPContext(address: address, logger: Logger(label: "test")))
        let sink = Sink()
        try await response.body.write(sink)
        return Answered(status: response.status.code, headers: response.headers, bytes: sink.bytes)
    }

    private func expectReadiness(_ readiness: Readiness) async throws {
        let status = readiness == .ready ? 200 : 503
        for path in ["/readyz", "/healthz/writer"] {
            let answer = try await get(path)
            #expect(answer.status == status, "\(path)")
            #expect(try answer.json()["reason"]?.string == readiness.rawValue)
        }
        let health = try await get("/healthz")
        #expect(health.status == 200)
        #expect(try health.json()["writing"] == .bool(readiness == .ready))
    }

    @Test("ready while commands are taken; not when there is no room on the disk, and pages are shown all the same")
    func room() async throws {
        try await expectReadiness(.ready)
        let other = try await OperationTests()
        try FileManager.default.removeItem(at: other.folder)
        try await other.expectReadiness(.noRoom)
        #expect(try await other.get("/").status == 200)
        try FileManager.default.removeItem(at: folder)
    }

    @Test("not ready while the store takes nothing; ready again when it does, or after a while")
    func failing() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        func close(_ key: String) async throws -> Platform.Answer? {
            try? await installation.writer.submit(
                Submission(
                    command: "registry.closeOffice", arguments: ["office": "county"], principal: .administrator,
                    key: key))
        }
        store.arm(.commit(1, happened: false))
        _ = try await close("1")
        try await expectReadiness(.storeFails)
        clock.set(clock.now().adding(seconds: 11))
        try await expectReadiness(.ready)
        store.arm(.commit(1, happened: false))
        _ = try await close("2")
        try await expectReadiness(.storeFails)
        store.arm(nil)
        _ = try await close("3")
        try await expectReadiness(.ready)
        let numbers = try installation.numbers()
        #expect(numbers.commands.failures == 2 && numbers.commands.unknown == 2 && numbers.commands.accepted == 2)
    }

    @Test("the numbers are there for this machine alone, in the collector's format, with nothing of anybody in them")
    func metrics() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for path in ["/places?q=Wang", "/lots", "/no/such/13912345678", "/log"] { _ = try await get(path) }
        let forwarded: HTTPFields = [try #require(HTTPField.Name("X-Forwarded-For")): "192.0.2.7"]
        #expect(try await get("/metrics").status == 404)
        #expect(try await get("/metrics", forwarded, from: "127.0.0.1").status == 404)
        let answer = try await get("/metrics", from: "127.0.0.1")
        #expect(answer.status == 200)
        for line in answer.text.split(separator: "\n") where !line.hasPrefix("# ") {
            #expect(
                line.wholeMatch(
                    of: /qianmo_[a-z_]+(\{[a-z]+="[A-Za-z0-9_.+-]*"(,[a-z]+="[A-Za-z0-9.+]*")*\})? [0-9]+(\.[0-9]+)?/)
                    != nil, "\(line)")
        }
        for name in [
            "qianmo_requests_total{kind=\"page\",status=\"200\"} 2",
            "qianmo_requests_total{kind=\"none\",status=\"404\"} 1",
            "qianmo_commands_total{answer=\"accepted\"} 1", "qianmo_log_entries 1", "qianmo_queue_length 0",
            "qianmo_acts_set_aside 0", "qianmo_ready{reason=\"ready\"} 1", "qianmo_store_failures_total 0",
            "qianmo_build_info{schema=", "qianmo_request_seconds_bucket{kind=\"page\",le=\"+Inf\"} 2",
        ] {
            #expect(answer.text.contains(name), "\(name) is not in \(answer.text)")
        }
        #expect(!answer.text.contains("Wang") && !answer.text.contains("1391234"))
    }

    @Test("the clock's page is the administrator's alone, in both languages")
    func clockPage() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let admin = try #require(cookies["admin"])
        #expect(try await get("/clock?lang=zh", admin).text.contains("都办了"))
        #expect(try await get("/clock?lang=en", admin).text.contains("Yes, everything"))
        #expect(try await get("/clock", try #require(cookies["county"])).status == 403)
        #expect(try await get("/clock").status == 303)
    }

    @Test("a log line as JSON is one object with its time, its level and the request's number")
    func logLine() throws {
        let written = Lines()
        var logger = Logger(label: "test") { _ in JSONLogHandler { written.add($0) } }
        logger[metadataKey: "hb.request.id"] = "7"
        logger.info("request", metadata: ["status": "200", "route": "/lots", "ms": "3"])
        let json = try JSON(parsing: Array(try #require(written.all.first).utf8))
        #expect(json["request"] == "7" && json["status"] == 200 && json["ms"] == 3 && json["level"] == "info")
        #expect(json["message"] == "request" && json["at"]?.string?.isEmpty == false && written.all.count == 1)
    }

    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        @Sendable func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    @Test("systemd is told over its socket; without one nothing is said")
    func notifying() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "n").path
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        let manager = ServiceManager(["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "30000000"])
        #expect(manager.interval == .seconds(15))
        #expect(manager.say("READY=1"))
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "READY=1")
        #expect(!ServiceManager([:]).say("READY=1"))
        #expect(ServiceManager([:]).interval == nil)
    }
}
