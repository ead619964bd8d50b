import Kernel
import Platform
@testable import Server
import Storage
import Testing

/// Whoever's ways in are changed hears of it on every phone they have, and sees it on their own page.
@Suite("A change of credentials is told") struct ToldTests {
    private let server: TestServer
    private var store: SignInStore { server.signIn }
    private var now: Instant { server.installation.clock.now }

    init() throws { server = try TestServer() }

    private func told() async -> [String] {
        await store.settle()
        return server.sender.texts.map { "\($0.phone) \($0.text.contains("管理员"))" }
    }

    @Test(
        "password, authenticator and recovery codes are told to the phone; a refused change and one that was none are not"
    )
    func credentials() async throws {
        let person = try await server.open("clerk", .villageClerk, factor: nil, phone: "13912345678")
        #expect(await told() == [], "a new account is told to nobody")
        let session = try await store.signIn(name: "clerk", password: "a long sentence", code: "", at: now).session
        let factor = try #require(try await store.beginEnrolment(in: session))
        func code(_ after: Int64) -> String {
            factor.code(step: OneTimePassword.step(at: now.adding(seconds: after)))
        }
        _ = try await store.confirmEnrolment(in: session, code: code(0), at: now)
        _ = try await store.renewRecoveryCodes(
            of: person, password: "a long sentence", code: code(60), at: now.adding(seconds: 60))
        await #expect(throws: Rejection.self) {
            try await store.change(
                password: "another long one", of: person, old: "wrong", code: code(120), at: now.adding(seconds: 120))
        }
        try await store.change(
            password: "another long one", of: person, old: "a long sentence", code: code(180),
            at: now.adding(seconds: 180))
        #expect(await told() == Array(repeating: "13912345678 true", count: 3))
        let texts = server.sender.texts.map(\.text).joined()
        #expect(!texts.contains("clerk") && !texts.contains("another long one"))
        // The factor was set at the very instant the account was opened.
        let kinds = try await store.changes(of: person, since: now, before: now.adding(seconds: 600)).map(\.kind)
        #expect(kinds == [.passwordSet, .recoveryCodesSet])
    }

    @Test("a new phone is told to the old one and to the new one, also when a second person says yes")
    func phones() async throws {
        let person = try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        let (one, other) = (try #require(PersonID("staff-1")), try #require(PersonID("staff-2")))
        let office = try #require(OfficeID("station"))
        func whence(_ person: PersonID) -> Whence { Whence(address: "192.0.2.1", person: person, office: office) }
        // The phone that the account began with is no change.
        let later = now.adding(seconds: 1)
        let fresh = try #require(PhoneNumber("13887654321"))
        #expect(try await store.incoming(phone: fresh, for: person, from: whence(one), at: later) == .waits)
        try await store.confirmPhone(of: person, code: "", from: whence(other), at: later)
        #expect(Set(await told()) == ["13912345678 true", "13887654321 true"])
        #expect(await told().count == 2)
        let changes = try await store.changes(of: person, since: now, before: now.adding(seconds: 2))
        #expect(changes.contains { $0.kind == .phoneSet && $0.whence.person == other })
    }

    @Test("the person's own page says for a week what was changed")
    func page() async throws {
        let person = try await server.open("clerk", .villageClerk)
        _ = try await store.renewRecoveryCodes(
            of: person, password: "a long sentence", code: server.code(), at: now.adding(seconds: 1))
        server.installation.clock.advance(seconds: 60)
        let browser = server.browser()
        try await browser.signIn("clerk", code: server.code())
        let page = try await browser.get("/account?lang=en").text
        #expect(page.contains("Your ways in were changed in the last 7 days"))
        server.installation.clock.advance(seconds: 8 * 86_400)
        let again = server.browser()
        try await again.signIn("clerk", code: server.code())
        #expect(try await !again.get("/account?lang=en").text.contains("in the last 7 days"))
    }
}
