import Foundation
import Hummingbird
import Kernel
import Server
import Storage
import Testing
import Web

/// Changing what one signs in with, and the record of who did.
@Suite("Credentials and their record") struct CredentialTests {
    let server: TestServer
    var now: Instant { server.installation.clock.now }
    init() throws { server = try TestServer() }

    func kinds(of name: String) async throws -> [SecurityEventKind] {
        let person = try #require(PersonID("person-\(name)"))
        return try await server.signIn.events(of: person, before: now.adding(seconds: 1)).map(\.kind)
    }

    private func secret(_ page: Answered) -> [UInt8]? {
        page.text.firstMatch(of: /<code>([A-Z2-7]{32})<\/code>/).map { base32(String($0.1)) }
    }

    // MARK: The old ones first

    @Test("A session alone shows no new second factor and changes none: the old password and code come first")
    func exchangedFactor() async throws {
        let owner = try await server.signedIn("clerk", .villageClerk)
        let page = try await owner.get("/account/second-factor")
        #expect(page.status == 200 && secret(page) == nil && page.text.contains("name=\"old\""))
        // Whatever code a thief of the session sends, nothing is pending.
        #expect(try await owner.submit("/account/second-factor", ["code": "123456"]).status == 409)
        for (old, code) in [
            ("a long sentence", "000000"), ("wrong sentence", server.code()), ("", ""), ("a long sentence", ""),
        ] {
            let answer = try await owner.submit("/account/second-factor", ["old": old, "code": code])
            #expect(answer.status == 401 && secret(answer) == nil, "\(old) \(code)")
        }
        let proved = try await owner.submit(
            "/account/second-factor", ["old": "a long sentence", "code": server.code()])
        #expect(proved.status == 303)
        let fresh = try #require(secret(try await owner.get("/account/second-factor")))
        // Another session of the same person does not see what this one is about to set up.
        let thief = server.browser()
        try await thief.signIn("clerk", code: server.code())
        #expect(secret(try await thief.get("/account/second-factor")) == nil)
        server.installation.clock.advance(seconds: 30)
        let code = OneTimePassword(secret: fresh).code(step: OneTimePassword.step(at: now))
        #expect(try await thief.submit("/account/second-factor", ["code": code]).status == 409)
        #expect(try await owner.submit("/account/second-factor", ["code": code]).status == 200)
        #expect(
            try await server.browser().submit(
                "/sign-in", ["name": "clerk", "password": "a long sentence", "code": server.code()]
            ).status == 401, "the old app")
        #expect(try await kinds(of: "clerk").contains(.factorSet))
    }

    @Test("Recovery codes are renewed after password and code only; the old ones stop working")
    func recoveryCodes() async throws {
        try await server.open("clerk", .villageClerk, factor: nil)
        let owner = server.browser()
        _ = try await owner.submit("/sign-in", ["name": "clerk", "password": "a long sentence"])
        let fresh = try #require(secret(try await owner.get("/account/second-factor")))
        func code() -> String {
            server.installation.clock.advance(seconds: 30)
            return OneTimePassword(secret: fresh).code(step: OneTimePassword.step(at: now))
        }
        func codes(_ page: Answered) -> [String] {
            page.text.matches(of: /<li><code>([A-Z2-7-]{11})<\/code>/).map { String($0.1) }
        }
        let first = codes(try await owner.submit("/account/second-factor", ["code": code()]))
        #expect(first.count == 10)
        #expect(
            try await owner.submit("/account/recovery-codes", ["old": "a long sentence", "code": ""]).status == 401)
        let page = try await owner.submit("/account/recovery-codes", ["old": "a long sentence", "code": code()])
        let second = codes(page)
        #expect(second.count == 10 && Set(first).isDisjoint(with: second))
        for (code, status) in [(first[0], 401), (second[0], 303), (second[0], 401)] {
            #expect(
                try await server.browser().submit(
                    "/sign-in", ["name": "clerk", "password": "a long sentence", "code": code]
                ).status == status)
        }
        #expect(try await kinds(of: "clerk").contains(.recoveryCodesSet))
    }

    @Test("Proving the old password leaves no session behind and counts as guessing does")
    func proof() async throws {
        let server = try TestServer { $0.limits.signInPerAccount = RateLimit(burst: 3, refillMilliseconds: 60_000) }
        let browser = try await server.signedIn("clerk", .villageClerk)
        var statuses: [Int] = []
        for _ in 0..<5 {
            statuses.append(
                try await browser.submit(
                    "/account/password", ["old": "wrong", "code": "1", "password": "another long sentence"]
                ).status)
        }
        #expect(statuses == [401, 401, 401, 429, 429])
        let count: Int = try server.database.read { try $0.get("SELECT count(*) FROM sign_in_session") }
        #expect(count == 1)
    }

    // MARK: Phones

    /// A station's two people and a villager with a phone.
    private func counter() async throws -> (one: Browser, two: Browser) {
        try await server.open("villager", .villager, password: nil, factor: nil, phone: "13912345678")
        return (
            try await server.signedIn("station", .stationAgent), try await server.signedIn("second", .stationReviewer)
        )
    }

    /// Whether the phone's code brings somebody in who is known; that of an unknown number only leads to who they are.
    private func signsIn(by phone: String) async throws -> Bool {
        let browser = server.browser(address: phone)
        let before = server.sender.codes.count
        _ = try await browser.submit("/sign-in/phone", ["phone": phone])
        guard server.sender.codes.count > before, let code = server.sender.codes.last?.code else { return false }
        let answer = try await browser.submit("/sign-in/phone/code", ["code": code])
        let isIn = try await browser.get("/account").status == 200
        return answer.status == 303 && isIn
    }

    @Test("A station alone does not exchange a phone: a second person does, and the sessions of the old phone end")
    func secondPerson() async throws {
        let (one, two) = try await counter()
        let asked = try await one.submit("/station/codes", ["office": "villager", "phone": "13800000001"])
        #expect(asked.status == 200 && asked.text.contains("1345"))
        #expect(try await !signsIn(by: "13800000001"))
        #expect(try await signsIn(by: "13912345678"))
        let alone = try await one.submit("/station/phones", ["office": "villager", "code": ""])
        #expect(alone.status == 403 && alone.text.contains("1345"))
        let page = try await two.get("/station/phones")
        #expect(page.text.contains("0001") && !page.text.contains("13800000001"))
        #expect(try await two.submit("/station/phones", ["office": "villager", "code": ""]).status == 303)
        #expect(try await signsIn(by: "13800000001"))
        #expect(try await !signsIn(by: "13912345678"))
        let found = try await kinds(of: "villager")
        #expect(found.contains(.phoneChangeAsked) && found.contains(.phoneSet) && found.contains(.slipIssued))
    }

    @Test("The code that went to the old phone is as good as a second person, five tries long")
    func oldPhone() async throws {
        let (one, _) = try await counter()
        _ = try await one.submit("/station/codes", ["office": "villager", "phone": "13800000001"])
        let sent = try #require(server.sender.codes.last)
        #expect(sent.phone == "13912345678")
        #expect(try await one.submit("/station/phones", ["office": "villager", "code": "x"]).status == 401)
        #expect(try await one.submit("/station/phones", ["office": "villager", "code": sent.code]).status == 303)
        #expect(try await signsIn(by: "13800000001"))
        _ = try await one.submit("/station/codes", ["office": "villager", "phone": "13800000002"])
        let second = try #require(server.sender.codes.last)
        for _ in 0..<5 {
            #expect(try await one.submit("/station/phones", ["office": "villager", "code": "x"]).status == 401)
        }
        #expect(try await one.submit("/station/phones", ["office": "villager", "code": second.code]).status == 401)
    }

    @Test("No way of opening an account replaces a phone that is registered; a first one is set at once")
    func noSibling() async throws {
        let (one, _) = try await counter()
        let person = try #require(PersonID("person-villager"))
        let phone = try #require(PhoneNumber("13800000009"))
        let account = NewAccount(person: person, name: "villager", offices: [], phone: phone)
        await #expect(throws: SignInRejection.needsAnother.rejection) { try await server.signIn.open(account, at: now) }
        server.installation.open(try TestInstallation.principal("neighbour", .villager))
        let first = try await one.submit("/station/codes", ["office": "neighbour", "phone": "１３８００００００１０"])
        #expect(first.status == (PhoneNumber("１３８００００００１０") == nil ? 400 : 200))
        #expect(try await one.submit("/station/codes", ["office": "neighbour", "phone": "13800000010"]).status == 200)
        #expect(try await signsIn(by: "13800000010"))
    }

    // MARK: Passwords

    @Test(
        "What everybody tries is refused as a password",
        arguments: [
            "1234567890", "0987654321", "password123", "Password1!", "P@ssw0rd2026", "qwertyuiop", "1qaz2wsx3edc",
            "q1w2e3r4t5",
            "aaaaaaaaaaaa", "abcabcabcabc", "abcdefghij", "admin12345", "administrator", "iloveyou1314", "woaini520520",
            "woaini1314520", "zhangsan123", "zhongguo2026", "19491001000", "13912345678", "letmein2024!",
            "welcome12345",
            "qwerty123456", "1q2w3e4r5t", "asdfghjkl123", "woaizhongguo", "ｐａｓｓｗｏｒｄ１２", "passwordpassword",
            "qianmo2026!",
            "88888888888", "5201314520", "a1b2c3d4e5", "!@#$%^&*()", "monkey1234", "baseball2000", "wangwei1988",
        ])
    func common(password: String) async throws {
        #expect(CommonPasswords.contains(password), "\(password)")
        await #expect(throws: SignInRejection.commonPassword.rejection) {
            try await server.open("clerk", .villageClerk, password: password)
        }
    }

    @Test(
        "A sentence of one's own is not refused",
        arguments: [
            "a long sentence", "another long sentence", "correct horse battery staple", "村东头第三棵槐树下", "稻花香里说丰年听取蛙声",
            "mft7kq2xwlpz4rnd", "Tj8#vLq2!mZx", "the goat ate my hat in 1987",
        ])
    func uncommon(password: String) {
        #expect(!CommonPasswords.contains(password))
    }

    @Test("A password that the administrator gave ends after a week unless its owner sets another")
    func firstPassword() async throws {
        for changes in [false, true] {
            let name = changes ? "busy" : "idle"
            let principal = try TestInstallation.principal(name, .villageClerk)
            server.installation.open(principal)
            let given = try await server.signIn.openStaff(principal, at: now)
            let browser = server.browser()
            try await browser.signIn(name, password: given.password)
            let fresh = try #require(secret(try await browser.get("/account/second-factor")))
            func code() -> String {
                server.installation.clock.advance(seconds: 30)
                return OneTimePassword(secret: fresh).code(step: OneTimePassword.step(at: now))
            }
            _ = try await browser.submit("/account/second-factor", ["code": code()])
            #expect(try await browser.get("/account").text.contains("这个口令是别人给您的"))
            if changes {
                let answer = try await browser.submit(
                    "/account/password", ["old": given.password, "code": code(), "password": "a sentence of my own"])
                #expect(answer.status == 303)
            }
            server.installation.clock.advance(seconds: 8 * 86_400)
            let password = changes ? "a sentence of my own" : given.password
            let answer = try await server.browser().submit(
                "/sign-in", ["name": name, "password": password, "code": code()])
            #expect(answer.status == (changes ? 303 : 401))
        }
    }

    @Test("Where too many are signing in nobody's tries are spent: retrying does not lock oneself out")
    func busy() async throws {
        let server = try TestServer {
            $0.signIn.hashesAtOnce = 0
            $0.signIn.hashesWaiting = 0
            $0.limits.signInPerAccount = RateLimit(burst: 2, refillMilliseconds: 60_000)
        }
        for _ in 0..<6 {
            let answer = try await server.browser().submit(
                "/sign-in", ["name": "clerk", "password": "a long sentence"])
            #expect(answer.status == 503 && answer.text.contains("1330"))
        }
    }

    // MARK: The record

    @Test("Every way in, every failure, every end and every change is on record with who, when, how and from where")
    func record() async throws {
        let browser = server.browser(address: "203.0.113.9")
        try await server.open("clerk", .villageClerk, offices: ["clerk", "other"])
        _ = try await browser.submit("/sign-in", ["name": "clerk", "password": "wrong", "code": "1"])
        try await browser.signIn("clerk", code: server.code())
        _ = try await browser.submit("/sign-in/office", ["office": "clerk"])
        let form = try await browser.get("/desk").hidden("_csrf") ?? ""
        _ = try await browser.post("/sign-out", ["_csrf": form])
        try await browser.signIn("clerk", code: server.code())
        _ = try await browser.post(
            "/account/sign-out-everywhere", ["_csrf": try await browser.get("/account").hidden("_csrf") ?? ""])
        _ = try await browser.submit("/sign-in", ["name": "nobody-here", "password": "wrong"])
        let all = try await server.signIn.events(before: now.adding(seconds: 1))
        let counted = Dictionary(grouping: all, by: \.kind).mapValues(\.count)
        #expect(counted[.accountOpened] == 1 && counted[.officeAdded] == 2 && counted[.passwordSet] == 1)
        #expect(counted[.factorSet] == 1 && counted[.failed] == 2 && counted[.signedIn] == 2)
        #expect(counted[.officeChosen] == 1 && counted[.signedOut] == 1 && counted[.sessionsEnded] == 1)
        #expect(all.filter { $0.person == nil }.map(\.kind) == [.failed], "a name that is nobody's is not written down")
        for event in all where event.whence.address != "machine" {
            #expect(event.whence.address == "203.0.113.9" && event.at <= now)
            if event.kind == .signedIn { #expect(event.way == .password) }
        }
        let page = try await browser.submit(
            "/sign-in", ["name": "clerk", "password": "a long sentence", "code": server.code()])
        #expect(page.status == 303)
        let own = try await browser.get("/account").text
        #expect(own.contains("203.0.113.9") && own.contains("登录未成功") && own.contains("结束全部登录"))
    }

    @Test("The administrator reads everybody's events, nobody else does; after six months they are gone")
    func readers() async throws {
        let administrator = try await server.signedIn("admin", .administrator)
        let clerk = try await server.signedIn("clerk", .villageClerk)
        let page = try await administrator.get("/staff/events")
        #expect(page.status == 200 && page.text.contains("person-clerk") && page.text.contains("192.0.2.1"))
        #expect(try await clerk.get("/staff/events").status == 403)
        #expect(try await server.browser().get("/staff/events").status == 303)
        #expect(!(try await clerk.get("/account")).text.contains("person-admin"))
        for before in ["x", "-9223372036854775808", "9223372036854775807", "0", ""] {
            #expect(try await administrator.get("/staff/events?before=\(before)").status == 200, "\(before)")
        }
        let half: Int64 = 183 * 86_400
        server.installation.clock.advance(seconds: half)
        try await server.signIn.tidy(at: now)
        #expect(try await kinds(of: "clerk").contains(.signedIn), "six months are kept")
        server.installation.clock.advance(seconds: 8 * 86_400)
        try await server.signIn.tidy(at: now)
        #expect(try await kinds(of: "clerk").isEmpty)
    }

    @Test("A program that signs in for an office that is not its own leaves no session behind")
    func foreignOffice() async throws {
        try await server.open("clerk", .villageClerk, offices: ["clerk", "other"])
        let body: JSON = [
            "name": "clerk", "password": "a long sentence", "code": .string(server.code()), "office": "county",
        ]
        let answer = try await server.browser().send(
            .post, "/api/v1/sign-in", headers: [.contentType: "application/json"], body: body.canonicalBytes)
        #expect(answer.status == 403)
        let count: Int = try server.database.read { try $0.get("SELECT count(*) FROM sign_in_session") }
        #expect(count == 0)
    }
}
