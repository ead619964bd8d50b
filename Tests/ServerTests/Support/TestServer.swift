import Hummingbird
import Kernel
import Logging
import Server
import Storage
import Synchronization
import TestSupport
import Testing
import Web

/// Lines the server logged.
final class TestLog: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }

    struct Handler: LogHandler {
        let log: TestLog
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            log.add("\(event.message) \(all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })")
        }
    }
}

/// The whole front door in memory: a small house, a sign-in store on a store of its own, a sender that keeps codes.
struct TestServer: Sendable {
    let installation = TestInstallation()
    let sender = TestSender()
    let log = TestLog()
    let signIn: SignInStore
    let secrets: Secrets
    /// The store of sign-ins, which fails when told to.
    let faults: FaultyDatabase
    var database: any Database { faults }
    let configuration: ServerConfiguration
    let server: WebServer

    static let quick = PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1)

    init(
        isPlainLoopback: Bool = false, trustsProxy: Bool = false, address: String? = nil,
        sendsCodes: Bool = true, messages: MessageAccess? = nil, change: (inout ServerConfiguration) -> Void = { _ in }
    ) throws {
        installation.carry(messages)
        let database = FaultyDatabase(try temporaryDatabase())
        faults = database
        try Migrator(SignInSchema.migrations).migrate(database, at: installation.clock.now)
        secrets = try #require(Secrets((0..<32).map { UInt8($0) }))
        let log = log
        var configuration = try ServerConfiguration(
            isPlainLoopback: isPlainLoopback, trustsProxy: trustsProxy, address: address,
            logger: Logger(label: "test") { _ in TestLog.Handler(log: log) })
        configuration.signIn.passwordCost = TestServer.quick
        change(&configuration)
        self.configuration = configuration
        signIn = try SignInStore(
            database: database, secrets: secrets, sender: sendsCodes ? sender : nil, limits: configuration.signIn)
        server = try WebServer(
            access: installation.access, signIn: signIn, secrets: secrets, configuration: configuration)
    }

    /// One person with one office; staff get a password and, unless `factor` is nil, a second factor.
    @discardableResult
    func open(
        _ name: String, _ role: Role, offices: [String]? = nil, password: String? = "a long sentence",
        factor: [UInt8]? = Array(0..<20), phone: String? = nil
    ) async throws -> PersonID {
        let person = try #require(PersonID("person-\(name)"))
        for office in offices ?? [name] {
            installation.open(try TestInstallation.principal(office, role, person: person.text))
        }
        try await signIn.open(
            NewAccount(
                person: person, name: name, offices: try (offices ?? [name]).map { try #require(OfficeID($0)) },
                password: password, secondFactor: factor, phone: try phone.map { try #require(PhoneNumber($0)) }),
            at: installation.clock.now)
        return person
    }

    /// The authenticator's digits now; a later step each time it is asked, as a waiting person would.
    func code(_ factor: [UInt8] = Array(0..<20)) -> String {
        installation.clock.advance(seconds: 30)
        return OneTimePassword(secret: factor).code(step: OneTimePassword.step(at: installation.clock.now))
    }

    func browser(address: String = "192.0.2.1", authority: String = "qianmo.test") -> Browser {
        Browser(server: self, address: address, authority: authority)
    }

    /// A browser in which `name` has signed in.
    func signedIn(_ name: String, _ role: Role) async throws -> Browser {
        try await open(name, role)
        let browser = browser()
        try await browser.signIn(name, code: code())
        return browser
    }
}

/// An answer, read whole.
struct Answered: Sendable {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var location: String? { headers[.location] }
    func json() throws -> JSON { try JSON(parsing: bytes) }
    func number() throws -> Int64? { try json()["number"]?.integer }
    /// The value of a hidden field of the page's first form.
    func hidden(_ name: String) -> String? {
        guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}

/// Keeps cookies and asks the front door, without a socket.
final class Browser: Sendable {
    let server: TestServer
    let address: String
    let authority: String
    private let jar = Mutex<[String: String]>([:])

    init(server: TestServer, address: String, authority: String) {
        self.server = server
        self.authority = authority
        self.address = address
    }

    var cookies: [String: String] { jar.withLock { $0 } }
    func set(_ name: String, _ value: String?) { jar.withLock { $0[name] = value } }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answered {
        try await send(.get, path, headers: headers)
    }

    /// Shows the form, fills it in and sends it.
    func submit(_ path: String, _ values: [String: String], headers: HTTPFields = [:]) async throws -> Answered {
        let page = try await get(path)
        var all = values
        all["_csrf"] = page.hidden("_csrf")
        all["_key"] = page.hidden("_key")
        return try await post(String(path.prefix { $0 != "?" }), all, headers: headers)
    }

    func post(_ path: String, _ values: [String: String], headers: HTTPFields = [:]) async throws -> Answered {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = values.map { Links.encoded($0.key) + "=" + Links.encoded($0.value) }.joined(separator: "&")
        return try await send(.post, path, headers: headers, body: Array(body.utf8))
    }

    func signIn(_ name: String, password: String = "a long sentence", code: String = "") async throws {
        let answer = try await submit("/sign-in", ["name": name, "password": password, "code": code])
        try #require(answer.status == 303, "\(answer.text)")
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> Answered {
        try await send(method, path, headers: headers, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    }

    func send(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: RequestBody) async throws
        -> Answered
    {
        var headers = headers
        if !cookies.isEmpty, !headers.contains(.cookie) {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "https", authority: authority, path: path, headerFields: headers),
            body: body)
        let response = await server.server.respond(
            to: request, context: HTTPContext(address: address, logger: server.configuration.logger))
        for cookie in response.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            set(String(pair[0]), cookie.contains("Max-Age=0") ? nil : String(pair[1]))
        }
        let sink = Sink()
        try await response.body.write(sink)
        // A code that was asked for has come before anybody looks.
        await server.signIn.settle()
        return Answered(status: response.status.code, headers: response.headers, bytes: sink.bytes)
    }
}

/// Takes a body.
final class Sink: ResponseBodyWriter {
    private let taken = Mutex<[UInt8]>([])
    var bytes: [UInt8] { taken.withLock { $0 } }
    func write(_ buffer: ByteBuffer) async throws {
        taken.withLock { $0.append(contentsOf: Array(buffer: buffer)) }
    }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// The bytes of an authenticator's secret as a page shows it.
func base32(_ text: String) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var bytes: [UInt8] = []
    var buffer = 0
    var bits = 0
    for character in text {
        buffer = buffer << 5 | (alphabet.firstIndex(of: character) ?? 0)
        bits += 5
        if bits >= 8 {
            bits -= 8
            bytes.append(UInt8(buffer >> bits & 0xFF))
        }
    }
    return bytes
}
