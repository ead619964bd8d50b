import Foundation
import Hummingbird
import Kernel
import Platform
import Server
import Storage
import TestSupport
import Testing

/// Sessions one by one, and what was refused as events.
@Suite("Sessions and refusals") struct SessionTests {
    private let server: TestServer
    private var now: Instant { server.installation.clock.now }
    init() throws { server = try TestServer() }

    private func options(_ page: Answered) -> [String] {
        page.text.matches(of: /<option value="([0-9a-f]{64})"/).map { String($0.1) }
            + page.text.matches(of: /value="([0-9a-f]{64})"/).map { String($0.1) }
    }

    private func again(_ name: String) async throws -> Browser {
        let browser = server.browser()
        try await browser.signIn(name, code: server.code())
        return browser
    }

    private func events(_ kind: SecurityEventKind) async throws -> [SecurityEvent] {
        try await server.signIn.events(before: now.adding(seconds: 1)).filter { $0.kind == kind }
    }

    @Test(
        "One ends another session of one's own with password and code; a wrong proof and a stranger's session end nothing"
    )
    func own() async throws {
        let here = try await server.signedIn("clerk", .villageClerk)
        let there = try await again("clerk")
        let stranger = try await server.signedIn("agent", .stationAgent)
        let strangers = try await again("agent")
        let page = try await here.get("/account/sessions")
        let mine = try #require(options(page).first)
        #expect(Set(options(page)).count == 1, "this one is not offered")
        let theirs = try #require(options(try await stranger.get("/account/sessions")).first)
        #expect(try await here.get("/account").text.contains("/account/sessions"))
        for (session, old, code, status) in [
            (mine, "wrong sentence", server.code(), 401), (mine, "a long sentence", "000000", 401),
            (theirs, "a long sentence", server.code(), 400), ("", "a long sentence", server.code(), 400),
        ] {
            let answer = try await here.submit("/account/sessions", ["session": session, "old": old, "code": code])
            #expect(answer.status == status, "\(answer.text)")
        }
        #expect(try await there.get("/desk").status == 200)
        #expect(try await strangers.get("/desk").status == 200)
        let ended = try await here.submit(
            "/account/sessions", ["session": mine, "old": "a long sentence", "code": server.code()])
        #expect(ended.status == 303 && ended.location == "/account")
        #expect(try await there.get("/desk").status == 303)
        #expect(try await here.get("/desk").status == 200)
        #expect(try await strangers.get("/desk").status == 200)
        let told = try await events(.sessionEnded)
        #expect(told.map(\.person?.text) == ["person-clerk"])
    }

    @Test("Who has no password ends a session shortly after coming in, later only after coming in anew")
    func byPhone() async throws {
        try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        func enter() async throws -> Browser {
            let browser = server.browser()
            _ = try await browser.submit("/sign-in/phone", ["phone": "13912345678"])
            let code = try #require(server.sender.codes.last?.code)
            #expect(try await browser.submit("/sign-in/phone/code", ["code": code]).status == 303)
            return browser
        }
        let lost = try await enter()
        let here = try await enter()
        let session = try #require(options(try await here.get("/account/sessions")).first)
        server.installation.clock.advance(seconds: 11 * 60)
        let late = try await here.get("/account/sessions")
        #expect(late.status == 303 && late.location?.hasPrefix("/sign-in/phone") == true)
        let form = try await here.get("/account").hidden("_csrf") ?? ""
        let sent = try await here.post("/account/sessions", ["_csrf": form, "session": session])
        #expect(sent.status != 200 && sent.location != "/account", "\(sent.status)")
        #expect(try await lost.get("/account").status == 200)
        let anew = try await enter()
        #expect(try await anew.submit("/account/sessions", ["session": session]).location == "/account")
        #expect(try await lost.get("/account").status == 303)
    }

    @Test("The administrator ends the sessions of one desk, or of everybody else; nobody else can")
    func administrator() async throws {
        let administrator = try await server.signedIn("admin", .administrator)
        let clerk = try await server.signedIn("clerk", .villageClerk)
        let agent = try await server.signedIn("agent", .stationAgent)
        #expect(try await clerk.get("/staff/sessions").status == 403)
        #expect(try await server.browser().get("/staff/sessions").status == 303)
        #expect(try await administrator.get("/").text.contains("/staff/sessions"))
        let nobody = try await administrator.submit("/staff/sessions", ["whose": "desk", "office": "nobody"])
        #expect(nobody.status == 404, "\(nobody.status)")
        let one = try await administrator.submit("/staff/sessions", ["whose": "desk", "office": "clerk"])
        #expect(one.status == 200)
        #expect(try await clerk.get("/desk").status == 303)
        #expect(try await agent.get("/desk").status == 200)
        let other = try await again("clerk")
        let all = try await administrator.submit("/staff/sessions", ["whose": "everybody"])
        #expect(all.status == 200 && all.text.contains("2"))
        #expect(try await other.get("/desk").status == 303)
        #expect(try await agent.get("/desk").status == 303)
        #expect(try await administrator.get("/desk").status == 200)
        let ended = try await events(.sessionsEnded)
        #expect(ended.count == 3 && ended.allSatisfy { $0.whence.person?.text == "person-admin" })
    }

    @Test("The eleventh session ends the one used longest ago, and says so in the record")
    func most() async throws {
        let first = try await server.signedIn("clerk", .villageClerk)
        var others: [Browser] = []
        for _ in 0..<9 { others.append(try await again("clerk")) }
        #expect(try await first.get("/desk").status == 200, "ten may be there")
        let oldest = others.removeFirst()
        let eleventh = try await again("clerk")
        #expect(try await oldest.get("/desk").status == 303)
        #expect(try await first.get("/desk").status == 200)
        #expect(try await eleventh.get("/desk").status == 200)
        #expect(try await events(.sessionEnded).count == 1)
    }

    @Test(
        "What was refused for want of the right, as forged or as too much is on record with page and number, not without end"
    )
    func refusals() async throws {
        let clerk = try await server.signedIn("clerk", .villageClerk)
        #expect(try await clerk.get("/staff/events?before=1&secret=1").status == 403)
        let denied = try #require(try await events(.denied).first)
        #expect(denied.person?.text == "person-clerk" && denied.whence.address == "192.0.2.1")
        #expect(denied.detail?.contains("/staff/events") == true && denied.detail?.contains("secret") == false)
        #expect(try await clerk.post("/account/sessions", ["_csrf": "forged", "session": "x"]).status == 403)
        #expect(try await events(.forged).count == 1)
        for _ in 0..<40 { _ = try await clerk.get("/staff/events") }
        let kept = try await events(.denied).count
        #expect(kept >= 15 && kept <= 20, "\(kept)")
        let administrator = try await server.signedIn("admin", .administrator)
        let page = try await administrator.get("/staff/events").text
        #expect(page.contains("越权，已拒绝") && page.contains("表单或来源不是本站"))
        // The caller's answer does not hang on the record.
        let agent = try await server.signedIn("agent", .stationAgent)
        server.faults.arm(.write(1))
        #expect(try await agent.get("/staff/events").status == 403)
        #expect(server.faults.counted.writes == 1)
        server.faults.arm(nil)
    }

    @Test("Who asks too often is on record as slowed")
    func slowed() async throws {
        let server = try TestServer { $0.limits.signInPerAccount = RateLimit(burst: 1, refillMilliseconds: 60_000) }
        try await server.open("clerk", .villageClerk)
        var statuses: [Int] = []
        for _ in 0..<3 {
            statuses.append(try await server.browser().submit("/sign-in", ["name": "clerk", "password": "x"]).status)
        }
        #expect(statuses.contains(429))
        let all = try await server.signIn.events(before: server.installation.clock.now.adding(seconds: 1))
        #expect(all.contains { $0.kind == .slowed })
    }

    @Test(
        "A sign-in.key of another house is refused by name, also where nothing is sealed under any, and a store of before gets its mark",
        arguments: [(false, false), (false, true), (true, false), (true, true)])
    func foreignKey(hasPhone: Bool, isMarked: Bool) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-key-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try temporaryDatabase()
        func setUp() throws -> ServerSetup { try ServerSetup(folder: folder, database: database, sender: nil, at: now) }
        let store = try setUp().signIn
        if hasPhone {
            try await store.open(
                NewAccount(
                    person: try #require(PersonID("person-bidder")), name: "bidder",
                    offices: [try #require(OfficeID("bidder"))], password: nil, secondFactor: nil,
                    phone: PhoneNumber("13912345678")), at: now)
        }
        func forgetMark() throws { _ = try database.write { try $0.run("DELETE FROM sign_in_key_mark") } }
        let key = folder.appending(path: "keys/sign-in.key")
        let own = try Data(contentsOf: key)
        func refused() throws {
            let refusal = try #require(throws: InstallationRefusal.self) { _ = try setUp() }
            #expect(refusal.message.en.contains(key.path) && refusal.message.zh.contains(key.path))
        }
        let foreign = Data((0..<32).map { UInt8($0) })
        for wrong in [foreign, Data(own.prefix(5)), Data()] {
            try wrong.write(to: key)
            if !isMarked { try forgetMark() }
            // A store of before the marks, with nothing in it, goes with whatever key it is begun with.
            if !isMarked, !hasPhone, wrong == foreign { _ = try setUp() } else { try refused() }
        }
        if isMarked {
            try FileManager.default.removeItem(at: key)
            try refused()
            #expect(!FileManager.default.fileExists(atPath: key.path), "none is made in its place")
        } else {
            try forgetMark()
        }
        try own.write(to: key)
        _ = try setUp()
        try foreign.write(to: key)
        try refused()
    }

    @Test("The passwords that were leaked most are refused, also as they are typed; sentences are not")
    func common() {
        for word in ["1qaz2wsx3edc", "Password123", "ＰＡＳＳＷＯＲＤ１２３", "liverpoolfc", "manchester", "California"] {
            #expect(CommonPasswords.contains(word), "\(word)")
        }
        for word in ["a long sentence", "村里的老槐树开花了三次", "quiet-harbour-lamp-27"] {
            #expect(!CommonPasswords.contains(word), "\(word)")
        }
    }
}
