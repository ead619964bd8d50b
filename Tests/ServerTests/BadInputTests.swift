import Hummingbird
import Kernel
import Platform
import Server
import Testing
import Web

@Suite("Bad input") struct BadInputTests {
    private let server: TestServer
    init() throws { server = try TestServer() }

    private func program() async throws -> Program {
        try await server.open("bidder", .bidder)
        let program = Program(server)
        try await program.signIn("bidder", code: server.code())
        return program
    }

    @Test(
        "Commands that are no commands get a 4xx with the right number, and nothing is given",
        arguments: [
            ("", 400, 1_001), ("{", 400, 1_001), ("[]", 400, 1_005), ("null", 400, 1_005), ("\u{FEFF}{}", 400, 1_001),
            ("{}", 400, 1_006), ("{\"do\":1,\"with\":{},\"key\":\"k\"}", 400, 1_007),
            ("{\"do\":\"a\",\"with\":[],\"key\":\"k\"}", 400, 1_007),
            ("{\"do\":\"a\",\"with\":{},\"key\":null}", 400, 1_007),
            ("{\"do\":\"a\",\"do\":\"b\",\"with\":{},\"key\":\"k\"}", 400, 1_002),
            ("{\"do\":\"a\",\"with\":{\"x\":1,\"x\":2},\"key\":\"k\"}", 400, 1_002),
            ("{\"do\":\"a\",\"with\":{\"x\":1.5},\"key\":\"k\"}", 400, 1_004),
            ("{\"do\":\"a\",\"with\":{\"x\":1e3},\"key\":\"k\"}", 400, 1_004),
            ("{\"do\":\"a\",\"with\":{},\"key\":\"k\",\"by\":\"admin\"}", 400, 1_010),
            ("{\"do\":\"a\",\"with\":{},\"key\":\"k\"} ", 200, 0),
            ("{\"do\":\"a\",\"with\":{},\"key\":\"k\"}x", 400, 1_001),
        ])
    func malformedCommands(body: String, status: Int, number: Int64) async throws {
        let answer = try await program().give(bytes: Array(body.utf8))
        #expect(answer.status == status, "\(answer.text)")
        guard status != 200 else { return }
        #expect(try answer.number() == number)
        #expect(server.installation.submissions.isEmpty)
    }

    @Test("A command deeper than 32 levels or larger than 1 MiB is refused, at the limit it is read")
    func size() async throws {
        let program = try await program()
        func padded(_ length: Int) -> [UInt8] {
            let head = "{\"do\":\"a\",\"with\":{\"x\":\""
            let tail = "\"},\"key\":\"k\"}"
            return Array((head + String(repeating: "a", count: length - head.utf8.count - tail.utf8.count) + tail).utf8)
        }
        #expect(try await program.give(bytes: padded(1_048_576)).status == 200)
        let large = try await program.give(bytes: padded(1_048_577))
        #expect(large.status == 413)
        #expect(try large.number() == 1_307)
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        let answer = try await program.give(bytes: Array("{\"do\":\"a\",\"with\":{\"x\":\(deep)},\"key\":\"k\"}".utf8))
        #expect(try answer.number() == 1_003)
        #expect(server.installation.submissions.count == 1)
    }

    @Test("A body that says it is small and is not, is cut off at the limit")
    func endless() async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        let chunk = ByteBuffer(repeating: 0x61, count: 100_000)
        let body = RequestBody(asyncSequence: AsyncStream { chunk })
        let answer = try await browser.send(
            .post, "/lots/L1/bid", headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
        #expect(answer.status == 413)
    }

    @Test("A body that never ends is not waited for")
    func slow() async throws {
        let server = try TestServer { $0.limits.bodySeconds = 0 }
        let browser = server.browser()
        let (stream, _) = AsyncStream.makeStream(of: ByteBuffer.self)
        let answer = try await browser.send(
            .post, "/sign-in", headers: [.contentType: "application/x-www-form-urlencoded"],
            body: RequestBody(asyncSequence: stream))
        #expect(answer.status == 408)
        #expect(answer.text.contains("1308"))
    }

    @Test(
        "Another content type is 415, and says which one is wanted",
        arguments: [
            "text/plain", "application/xml", "", "multipart/form-data-x", "application/json",
        ])
    func contentType(type: String) async throws {
        if type != "application/json" {
            let answer = try await program().give(bytes: Array("{}".utf8), contentType: type)
            #expect(answer.status == 415)
            #expect(try answer.number() == 1_309)
        }
        let form = try await server.browser().send(.post, "/sign-in", headers: [.contentType: type], body: [0x61])
        #expect(form.status == 415)
        #expect(form.text.contains("1309"))
    }

    @Test(
        "Tricks with the path lead nowhere and are told so",
        arguments: [
            "/../etc/passwd", "/lots/../county", "/lots/%2e%2e/county", "/lots//L1", "//lots", "/lots/%2Fcounty",
            "/lots/%00",
            "/lots/%ff", "/lots/%", "/lots/%zz", "/lots\\L1", "/static/../Package.swift", "/lots/a%5Cb", "lots", "*",
            "/tile/../checkpoint", "/lots/\u{1}",
        ])
    func paths(path: String) async throws {
        for method: HTTPRequest.Method in [.get, .post] {
            let answer = try await server.browser().send(method, path)
            #expect((400...405).contains(answer.status), "\(path): \(answer.status)")
            #expect(["1300", "1301", "1302"].contains { answer.text.contains($0) }, "\(path)")
        }
    }

    @Test(
        "A program's query that is too long, repeats itself or is no text is refused with its number",
        arguments: [
            ("a=1&a=2", "1152"), ("a=%zz", "1150"), ("a=%ff", "1151"), ("=1", "1155"), ("a=%00", "1150"),
            (String(repeating: "a", count: 5_000), "1022"),
            ((0..<60).map { "a\($0)=1" }.joined(separator: "&"), "1153"),
        ])
    func queries(query: String, number: String) async throws {
        let answer = try await server.browser().get("/api/v1/lots?\(query)")
        #expect((400...413).contains(answer.status))
        #expect(answer.text.contains(number), "\(answer.text)")
        #expect(!answer.text.contains("%zz"))
    }

    @Test("Too many or too large headers are 431")
    func headers() async throws {
        let large = try await server.browser().get(
            "/lots", headers: [.userAgent: String(repeating: "x", count: 20_000)])
        #expect(large.status == 431)
        #expect(large.text.contains("1311"))
        var many = HTTPFields()
        for number in 0..<200 { many.append(.init(name: try #require(.init("X-\(number)")), value: "1")) }
        #expect(try await server.browser().get("/lots", headers: many).status == 431)
    }

    @Test(
        "Forms with strange names, repeated names, bad bytes or files are refused and give no command",
        arguments: [
            "title=1&title=2", "a%5B=1", "%=1", "title=%ff", "a%5B99999%5D=1", "title=%00",
        ])
    func forms(body: String) async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        let token = try #require(try await browser.get("/lots/L1/bid").hidden("_csrf"))
        let answer = try await browser.send(
            .post, "/lots/L1/bid", headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array("_csrf=\(token)&\(body)".utf8))
        #expect(answer.status == 400)
        #expect(server.installation.submissions.isEmpty)
    }

    @Test("A file where none is wanted is refused")
    func upload() async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        let token = try #require(try await browser.get("/lots/L1/bid").hidden("_csrf"))
        let lines = [
            "--B", "Content-Disposition: form-data; name=\"_csrf\"", "", token, "--B",
            "Content-Disposition: form-data; name=\"f\"; filename=\"a.pdf\"", "Content-Type: application/pdf", "",
            "%PDF-1.4", "--B--", "",
        ]
        let answer = try await browser.send(
            .post, "/lots/L1/bid", headers: [.contentType: "multipart/form-data; boundary=B"],
            body: Array(lines.joined(separator: "\r\n").utf8))
        #expect(answer.status == 400)
        #expect(answer.text.contains("1159"))
        #expect(server.installation.submissions.isEmpty)
    }

    @Test("Every reason of the server says what and what next, in both languages, under a number of its own")
    func catalogue() {
        let all: [Rejection] = ServerRejection.catalogue.map(\.rejection) + SignInRejection.catalogue.map(\.rejection)
        #expect(Set(all.map(\.number)).count == all.count)
        for rejection in all {
            #expect((1_300...1_399).contains(rejection.number))
            for message in [rejection.text, rejection.next] {
                #expect(message.zh.unicodeScalars.contains { $0.value >= 0x4E00 })
                #expect(!message.en.isEmpty && message.en.unicodeScalars.allSatisfy { $0.value < 0x4E00 })
            }
        }
    }

    @Test(
        "Thousands of random requests crash nothing, give nothing and are each answered properly", arguments: [1, 2, 3])
    func fuzz(seed: UInt64) async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        let token = try #require(try await browser.get("/lots/L1/bid").hidden("_csrf"))
        let cookie = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        var fuzzer = Fuzzer(seed: seed, formToken: token, cookie: cookie)
        for _ in 0..<1_000 {
            let attempt = fuzzer.attempt()
            let answer = try await server.browser(address: "f\(seed)").send(
                attempt.method, attempt.path, headers: attempt.headers, body: attempt.body)
            #expect(
                answer.status != 500,
                "\(attempt.method) \(attempt.path) \(String(decoding: attempt.body, as: UTF8.self))")
            #expect((200..<600).contains(answer.status))
            #expect(answer.headers[.contentSecurityPolicy] != nil)
        }
        #expect(server.installation.submissions.allSatisfy { $0.principal.office.text == "bidder" })
        #expect(try await browser.get("/lots").status == 200)
    }
}

/// Seeded nonsense that looks a little like what the house takes.
private struct Fuzzer: RandomNumberGenerator {
    struct Attempt {
        let method: HTTPRequest.Method
        let path: String
        let headers: HTTPFields
        let body: [UInt8]
    }

    private var state: UInt64
    private let formToken: String
    private let cookie: String
    private let paths = [
        "/", "/lots", "/lots/L1", "/lots/L1/bid", "/sign-in", "/sign-in/phone", "/sign-in/phone/code", "/sign-in/slip",
        "/sign-in/office", "/sign-out", "/account", "/account/second-factor", "/account/password", "/station/codes",
        "/staff/accounts",
        "/events", "/checkpoint", "/tile/0/000", "/tile/entries/000.p/3", "/api/v1/commands", "/api/v1/session",
        "/api/v1/sign-in", "/api/openapi.json", "/healthz", "/county", "/files/x", "/static/",
    ]
    private let pieces = [
        "_csrf=", "&", "=", "%", "%00", "%e6%9d%91", "[", "]", "[0]", ".", "title", "lot", "name=", "password=",
        "code=",
        "{", "}", "\"", ":", ",", "\"do\"", "\"with\"", "\"key\"", "exchange.placeBid", "null", "1e9", "-0",
        "9223372036854775808",
        "\\u0000", "\\ud800", "../", "//", "\u{0}", "\u{FF}", "村", "'", "<script>", "x001", ".p", "stream=", "lot/L1",
        "--B", "\r\n", "Content-Disposition: form-data; name=\"a\"", "lang=en", "then=//evil", " ",
    ]

    init(seed: UInt64, formToken: String, cookie: String) {
        state = seed
        self.formToken = formToken
        self.cookie = cookie
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
    private mutating func pick<Element>(_ all: [Element]) -> Element {
        all[Int.random(in: 0..<all.count, using: &self)]
    }

    private mutating func nonsense(_ most: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...most, using: &self) { text += pick(pieces) }
        return text
    }

    mutating func attempt() -> Attempt {
        var path = pick(paths)
        if chance(30) { path += nonsense(4) }
        if chance(30) { path += "?" + nonsense(6) }
        if path.hasPrefix("/events") { path = "/events?stream=" + nonsense(1) + "!" }
        var headers = HTTPFields()
        if chance(60) {
            headers[.cookie] =
                chance(20) ? nonsense(5).filter(\.isASCII).filter { !$0.isNewline && $0 != "\0" } : cookie
        }
        let types = [
            "application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=B", "text/plain",
            "multipart/form-data; boundary=", "application/json; charset=utf-8",
        ]
        if chance(90) { headers[.contentType] = pick(types) }
        if chance(20) { headers[.acceptLanguage] = pick(["en;q=x", "zh;q=9.9.9", ",,,;", "en;q=0.0001", "*"]) }
        if chance(20) { headers[.authorization] = pick(["Bearer x", "Bearer \(Token.fresh().text)", "Basic eDp5"]) }
        var body = Array(nonsense(20).utf8)
        if chance(50) { body = Array("_csrf=\(formToken)&".utf8) + body }
        if chance(20) {
            for _ in 0..<8 where !body.isEmpty {
                body[Int.random(in: 0..<body.count, using: &self)] = UInt8(truncatingIfNeeded: next())
            }
        }
        return Attempt(method: pick([.get, .post, .post, .head, .put]), path: path, headers: headers, body: body)
    }
}
