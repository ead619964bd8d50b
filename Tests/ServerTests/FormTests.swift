import Hummingbird
import Kernel
import Platform
import Server
import Testing
import Web

@Suite("Forms and commands") struct FormTests {
    private let server: TestServer
    init() throws { server = try TestServer() }

    private var tooLow: Rejection {
        Rejection(
            number: 3_040, kind: .refused, text: Message(zh: "出价太低", en: "Too low"),
            next: Message(zh: "请加价", en: "Bid more"),
            basis: LegalBasis(Message(zh: "交易规则第十条", en: "Rule 10"), source: "R1"), field: "title")
    }

    @Test("A form gives its command as typed, under its hidden key, and leads on")
    func accepted() async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        let page = try await browser.get("/lots/L1/bid")
        let key = try #require(page.hidden("_key"))
        #expect(key.utf8.count >= 16)
        let answer = try await browser.submit("/lots/L1/bid", ["title": "1,200.50", "lot": "L1"])
        #expect(answer.status == 303)
        let location = try #require(answer.location)
        #expect(location.hasPrefix("/done?act=exchange.placeBid&"), "every act ends on a confirmation")
        #expect(location.hasSuffix("then=%2Flots%2FL1%3Fat%3Dlot%2FL1"))
        let submission = try #require(server.installation.submissions.first)
        #expect(server.installation.submissions.count == 1)
        #expect(submission.command == "exchange.placeBid")
        #expect(submission.notation == .typed)
        #expect(submission.arguments == ["title": "1,200.50", "lot": "L1"])
        #expect(submission.principal.office.text == "bidder")
        #expect(submission.key.utf8.count >= 16 && submission.key != key)
    }

    @Test("A refused form comes back with the status, the words beside the field, the input kept and a new key")
    func refused() async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        server.installation.reject(tooLow)
        let answer = try await browser.submit("/lots/L1/bid", ["title": "张\"三", "lot": "L1"])
        #expect(answer.status == 422)
        for word in ["3040", "出价太低", "张&quot;三", "请加价"] { #expect(answer.text.contains(word), "\(word)") }
        let used = try #require(server.installation.submissions.last?.key)
        #expect(answer.hidden("_key") != used)
        let english = try await browser.submit("/lots/L1/bid?lang=en", ["title": "1", "lot": "L1"])
        #expect(english.text.contains("Too low"))
    }

    @Test("A link in English stays English on the way to signing in")
    func languageStays() async throws {
        let stranger = server.browser()
        let answer = try await stranger.get("/lots/L1/bid?lang=en")
        #expect(answer.status == 303)
        let location = try #require(answer.location)
        #expect(try await stranger.get(location).text.contains("<html lang=\"en\""))
    }

    @Test("When the outcome is unknown the form comes back with the same key, so that sending again is safe")
    func unknown() async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        server.installation.answer(with: .failure(OutcomeUnknown()))
        let answer = try await browser.submit("/lots/L1/bid", ["title": "1", "lot": "L1"])
        #expect(answer.status == 503)
        #expect(answer.text.contains("1313"))
        #expect(answer.hidden("_key") == server.installation.submissions.last?.key)
    }

    @Test("A form without its token, with another's, or from another site gives no command")
    func foreign() async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        let other = try await server.signedIn("other", .bidder)
        let token = try #require(try await browser.get("/lots/L1/bid").hidden("_csrf"))
        let stranger = try #require(try await other.get("/lots/L1/bid").hidden("_csrf"))
        #expect(token != stranger)
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for (values, headers) in [
            (["title": "1"], [:]), (["title": "1", "_csrf": ""], [:]), (["title": "1", "_csrf": stranger], [:]),
            (["title": "1", "_csrf": token], [site: "cross-site"]),
            (["title": "1", "_csrf": token], [site: "same-site"]),
            (["title": "1", "_csrf": token], [.origin: "https://evil.example"]),
            (["title": "1", "_csrf": token], [.origin: "null"]),
        ] as [([String: String], HTTPFields)] {
            let answer = try await browser.post("/lots/L1/bid", values, headers: headers)
            #expect(answer.status == 403)
        }
        #expect(server.installation.submissions.isEmpty)
        let good = try await browser.post(
            "/lots/L1/bid", ["title": "1", "_csrf": token],
            headers: [site: "same-origin", .origin: "https://qianmo.test"])
        #expect(good.status == 303)
    }

    @Test("Who has not signed in is sent to the door and back; who may not is told so")
    func rules() async throws {
        let stranger = try await server.browser().get("/lots/L1/bid")
        #expect(stranger.status == 303)
        #expect(stranger.location == "/sign-in/phone?then=%2Flots%2FL1%2Fbid", "a bidder has a phone")
        #expect(try await server.browser().get("/desk").status == 303)
        #expect(try await server.browser().post("/lots/L1/bid", ["title": "1"]).status == 401)
        let clerk = try await server.signedIn("clerk", .villageClerk)
        #expect(try await clerk.get("/desk").status == 200)
        let county = try await clerk.get("/county")
        #expect(county.status == 403)
        #expect(county.text.contains("1304"))
        #expect(try await clerk.post("/lots/L1/bid", ["title": "1"]).status == 403)
        #expect(server.installation.submissions.isEmpty)
    }

    @Test("An office that was closed or passed on opens nothing any more, from the next request on")
    func closedOffice() async throws {
        let browser = try await server.signedIn("clerk", .villageClerk)
        #expect(try await browser.get("/desk").status == 200)
        server.installation.close(try #require(OfficeID("clerk")))
        #expect(try await browser.get("/desk").status == 403)
        server.installation.open(try TestInstallation.principal("clerk", .villageClerk, person: "somebody-else"))
        #expect(try await browser.get("/desk").status == 403)
    }

    @Test("The API takes a command as JSON and answers with the entries it caused")
    func api() async throws {
        try await server.open("bidder", .bidder)
        let program = Program(server)
        try await program.signIn("bidder", code: server.code())
        let answer = try await program.give(["do": "exchange.placeBid", "with": ["priceFen": 1_200], "key": "k1"])
        #expect(answer.status == 200)
        #expect(try answer.json() == ["entries": [7, 8], "stream": "lot/L1", "at": 5])
        let submission = try #require(server.installation.submissions.first)
        #expect(submission.notation == .exact)
        #expect(submission.arguments == ["priceFen": 1_200])
        #expect(submission.key == "k1")
        let session = try await program.get("/api/v1/session").json()
        #expect(session["office"] == "bidder" && session["role"] == "bidder")
    }

    @Test("The API answers a refusal with number, both languages, article, next step, field and all others")
    func apiRefusal() async throws {
        try await server.open("bidder", .bidder)
        let program = Program(server)
        try await program.signIn("bidder", code: server.code())
        let other = KernelRejection.missing(field: "lot").rejection
        server.installation.reject(try #require(Rejection.all([tooLow, other])))
        let answer = try await program.give(["do": "exchange.placeBid", "with": [:], "key": "k1"])
        #expect(answer.status == 422)
        let json = try answer.json()
        #expect(json["number"] == 3_040)
        #expect(json["text"] == ["zh": "出价太低", "en": "Too low"])
        #expect(json["next"] == ["zh": "请加价", "en": "Bid more"])
        #expect(json["article"] == ["zh": "交易规则第十条", "en": "Rule 10"])
        #expect(json["field"] == "title")
        #expect(json["others"]?.array?.count == 1)
        #expect(json["others"]?.array?.first?["number"] == 1_006)
    }

    @Test("With a cookie the API wants the form token too; a forged bearer token is nobody")
    func apiTokens() async throws {
        let browser = try await server.signedIn("bidder", .bidder)
        let command: JSON = ["do": "exchange.placeBid", "with": [:], "key": "k1"]
        let plain = try await browser.send(
            .post, "/api/v1/commands", headers: [.contentType: "application/json"], body: command.canonicalBytes)
        #expect(plain.status == 403)
        #expect(try plain.number() == 1_305)
        let token = try #require(try await browser.get("/api/v1/session").json()["formToken"]?.string)
        let header = try #require(HTTPField.Name("X-Form-Token"))
        let good = try await browser.send(
            .post, "/api/v1/commands", headers: [.contentType: "application/json", header: token],
            body: command.canonicalBytes)
        #expect(good.status == 200)
        let forged = try await server.browser().send(
            .post, "/api/v1/commands",
            headers: [.contentType: "application/json", .authorization: "Bearer \(Token.fresh().text)"],
            body: command.canonicalBytes)
        #expect(forged.status == 401)
        #expect(server.installation.submissions.count == 1)
    }

    @Test("Nobody gives commands faster than the limit, and the answer says when to come back")
    func commandLimit() async throws {
        let server = try TestServer { $0.limits.commandsPerPerson = RateLimit(burst: 2, refillMilliseconds: 60_000) }
        let browser = try await server.signedIn("bidder", .bidder)
        for _ in 0..<2 { #expect(try await browser.submit("/lots/L1/bid", ["title": "1"]).status == 303) }
        let answer = try await browser.submit("/lots/L1/bid", ["title": "1"])
        #expect(answer.status == 429)
        #expect(answer.headers[.retryAfter] == "60")
        #expect(server.installation.submissions.count == 2)
    }
}

/// A program with a bearer token.
final class Program {
    private let browser: Browser
    private var token = ""

    init(_ server: TestServer) { browser = server.browser() }

    func signIn(_ name: String, code: String) async throws {
        let body: JSON = ["name": .string(name), "password": "a long sentence", "code": .string(code)]
        let answer = try await browser.send(
            .post, "/api/v1/sign-in", headers: [.contentType: "application/json"], body: body.canonicalBytes)
        try #require(answer.status == 200, "\(answer.text)")
        token = try #require(try answer.json()["token"]?.string)
    }

    func get(_ path: String) async throws -> Answered {
        try await browser.get(path, headers: [.authorization: "Bearer \(token)"])
    }

    func give(_ command: JSON) async throws -> Answered { try await give(bytes: command.canonicalBytes) }

    func give(bytes: [UInt8], contentType: String = "application/json") async throws -> Answered {
        try await browser.send(
            .post, "/api/v1/commands", headers: [.contentType: contentType, .authorization: "Bearer \(token)"],
            body: bytes)
    }
}
