import Hummingbird
import Kernel
import Server
import Testing

@Suite("Signing in on the page") struct SignInPageTests {
    private let server: TestServer
    init() throws { server = try TestServer() }

    @Test("The session cookie is a fresh __Host- token, for this house only and out of script's reach")
    func cookie() async throws {
        try await server.open("clerk", .villageClerk)
        let browser = server.browser()
        let form = try await browser.get("/sign-in")
        let visit = try #require(form.headers[values: .setCookie].first { $0.hasPrefix("__Host-visit=") })
        #expect(visit.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure"))
        let answer = try await browser.submit(
            "/sign-in?then=%2Fdesk",
            ["name": "clerk", "password": "a long sentence", "code": server.code(), "then": "/desk"])
        #expect(answer.status == 303)
        #expect(answer.location == "/desk")
        let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("__Host-session=") })
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
        #expect(Token(text: try #require(browser.cookies["__Host-session"])) != nil)
        #expect(browser.cookies["__Host-visit"] == nil)
        #expect(try await browser.get("/desk").status == 200)
        #expect(try await browser.get("/").text.contains("村经办人"))
    }

    @Test("Each sign-in gets a new token and ends the one before in this browser")
    func rotation() async throws {
        let browser = try await server.signedIn("clerk", .villageClerk)
        let first = try #require(browser.cookies["__Host-session"])
        try await browser.signIn("clerk", code: server.code())
        let second = try #require(browser.cookies["__Host-session"])
        #expect(first != second)
        let thief = server.browser()
        thief.set("__Host-session", first)
        #expect(try await thief.get("/desk").status == 303)
    }

    @Test("A token that was forged, cut or sent twice is nobody's")
    func forged() async throws {
        let browser = try await server.signedIn("clerk", .villageClerk)
        let token = try #require(browser.cookies["__Host-session"])
        for bad in [
            Token.fresh().text, String(token.dropLast()), token + "A", "", "clerk", "' OR 1=1 --",
            String(token.reversed()),
        ] {
            let thief = server.browser()
            thief.set("__Host-session", bad)
            #expect(try await thief.get("/desk").status == 303, "\(bad)")
        }
        let twice = try await server.browser().get(
            "/desk", headers: [.cookie: "__Host-session=\(token); __Host-session=\(Token.fresh().text)"])
        #expect(twice.status == 303)
        // The name without prefix belongs to the loopback mode only.
        #expect(try await server.browser().get("/desk", headers: [.cookie: "session=\(token)"]).status == 303)
    }

    @Test("A failed sign-in comes back with the name kept, the secrets gone and the same words whatever was wrong")
    func failure() async throws {
        try await server.open("clerk", .villageClerk)
        var pages: [String] = []
        for (name, password, code) in [
            ("clerk", "wrong sentence", "123456"), ("clerk", "a long sentence", "999999"),
            ("ghost", "a long sentence", "1"),
        ] {
            let answer = try await server.browser().submit(
                "/sign-in", ["name": name, "password": password, "code": code])
            #expect(answer.status == 401)
            #expect(answer.text.contains("1331"))
            #expect(answer.text.contains("value=\"\(name)\""))
            #expect(!answer.text.contains(password) && !answer.text.contains("value=\"\(code)\""))
            pages.append(try #require(answer.text.firstRange(of: "用户名、口令或动态码不对").map { _ in "same" }))
        }
        #expect(Set(pages).count == 1)
        #expect(try await server.browser().submit("/sign-in", [:]).status == 401)
    }

    @Test("Guessing is slowed down per account and per address; a right password is not")
    func limits() async throws {
        let server = try TestServer {
            $0.limits.signInPerAccount = RateLimit(burst: 3, refillMilliseconds: 60_000)
            $0.limits.signInPerAddress = RateLimit(burst: 5, refillMilliseconds: 60_000)
        }
        try await server.open("clerk", .villageClerk)
        try await server.open("other", .villageClerk, factor: Array(30..<50))
        for number in 0..<4 { try await server.browser(address: "a\(number)").signIn("clerk", code: server.code()) }
        server.installation.clock.advance(seconds: 600)
        for number in 0..<3 {
            let answer = try await server.browser(address: "b\(number)").submit(
                "/sign-in", ["name": "clerk", "password": "wrong"])
            #expect(answer.status == 401)
        }
        let blocked = try await server.browser(address: "b9").submit(
            "/sign-in", ["name": "CLERK", "password": "wrong"])
        #expect(blocked.status == 429)
        #expect(Int(blocked.headers[.retryAfter] ?? "") ?? 0 > 0)
        #expect(blocked.text.contains("1312"))
        for number in 0..<5 {
            let answer = try await server.browser(address: "c").submit(
                "/sign-in", ["name": "ghost\(number)", "password": "x"])
            #expect(answer.status == 401)
        }
        #expect(
            try await server.browser(address: "c").submit("/sign-in", ["name": "ghost", "password": "x"]).status == 429)
        try await server.browser(address: "d").signIn("other", code: server.code(Array(30..<50)))
    }

    @Test(
        "Whoever guesses a name elsewhere keeps its owner out of no browser she came in with before, nor from her account"
    )
    func knownBrowser() async throws {
        let server = try TestServer {
            $0.limits.signInPerAccount = RateLimit(burst: 3, refillMilliseconds: 60_000)
        }
        try await server.open("clerk", .villageClerk)
        try await server.open("other", .villageClerk, factor: Array(30..<50))
        let cookie = "__Host-known"
        let (own, inside) = (server.browser(address: "own"), server.browser(address: "inside"))
        try await inside.signIn("clerk", code: server.code())
        server.installation.clock.advance(seconds: 60)
        try await own.signIn("clerk", code: server.code())
        let kept = try #require(own.cookies[cookie])
        #expect(!kept.contains("clerk") && !kept.contains("Clerk"))
        func wrong(_ address: String, _ known: String? = nil, name: String = "clerk") async throws -> Int {
            let browser = server.browser(address: address)
            browser.set(cookie, known)
            return try await browser.submit("/sign-in", ["name": name, "password": "wrong"]).status
        }
        for number in 0..<3 { #expect(try await wrong("a\(number)") == 401) }
        #expect(try await wrong("b") == 429)
        // Neither a changed cookie, nor one of somebody else's browser, nor one that is too old counts apart.
        let parts = kept.split(separator: ".").map { String($0) }
        let other = server.browser(address: "other")
        try await other.signIn("other", code: server.code(Array(30..<50)))
        let foreign = try #require(other.cookies[cookie])
        for forged in [
            "", ".", "..", "9223372036854775807.\(parts[1]).\(parts[2])", "-1.\(parts[1]).\(parts[2])",
            "\(parts[0]).AAAAAAAAAAAAAAAA.\(parts[2])", "\(parts[0]).\(parts[1]).AAAAAAAAAAAAAAAA", foreign,
            String(repeating: "9", count: 300),
        ] {
            #expect(try await wrong("c", forged) == 429, "\(forged)")
        }
        // The owner's own tries count, and only those.
        #expect(try await wrong("d", kept) == 401)
        server.installation.clock.advance(seconds: 20)
        #expect(try await wrong("e") == 429)
        let back = server.browser(address: "f")
        back.set(cookie, kept)
        try await back.signIn("clerk", code: server.code())
        #expect(
            try await inside.submit(
                "/account/password", ["old": "wrong", "code": "1", "password": "another long sentence"]
            ).status == 401)
        // One browser of a station serves several.
        try await back.signIn("other", code: server.code(Array(30..<50)))
        let both = try #require(back.cookies[cookie])
        #expect(both.split(separator: ".").count == 4)
        for _ in 0..<3 { #expect(try await wrong("g", both) == 401) }
        #expect(try await wrong("g", both) == 429)
        #expect(try await wrong("g", both, name: "other") == 401)
        server.installation.clock.advance(seconds: 180 * 86_400 + 1)
        for number in 0..<3 { #expect(try await wrong("h\(number)") == 401) }
        #expect(try await wrong("i", kept) == 429)
    }

    @Test("Behind a proxy of ours the address is the one it names last; without one nobody's word is taken")
    func forwarded() async throws {
        let header = try #require(HTTPField.Name("X-Forwarded-For"))
        for trusts in [true, false] {
            let server = try TestServer(trustsProxy: trusts) {
                $0.limits.signInPerAddress = RateLimit(burst: 1, refillMilliseconds: 60_000)
            }
            let browser = server.browser()
            _ = try await browser.submit("/sign-in", ["name": "x"], headers: [header: "6.6.6.6, 1.1.1.1"])
            let other = try await browser.submit("/sign-in", ["name": "y"], headers: [header: "6.6.6.6, 2.2.2.2"])
            #expect(other.status == (trusts ? 401 : 429))
            let same = try await browser.submit("/sign-in", ["name": "z"], headers: [header: "7.7.7.7, 1.1.1.1"])
            #expect(same.status == 429)
        }
    }

    @Test("The way back after sign-in never leads out of the house")
    func wayBack() async throws {
        try await server.open("clerk", .villageClerk)
        for bad in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y"] {
            let answer = try await server.browser().submit(
                "/sign-in", ["name": "clerk", "password": "a long sentence", "code": server.code(), "then": bad])
            #expect(answer.location == "/", "\(bad)")
        }
    }

    @Test("Without a second factor there is only one way: to set it up")
    func enrolment() async throws {
        try await server.open("clerk", .villageClerk, factor: nil)
        let browser = server.browser()
        let begun = try await browser.submit("/sign-in", ["name": "clerk", "password": "a long sentence"])
        #expect(begun.location == "/account/second-factor")
        #expect(try await browser.get("/desk").location == "/account/second-factor")
        let page = try await browser.get("/account/second-factor")
        let start = try #require(page.text.firstRange(of: "?secret="))
        let secret = String(page.text[start.upperBound...].prefix { $0 != "&" })
        #expect(secret.utf8.count == 32)
        #expect(try await browser.submit("/account/second-factor", ["code": "000000"]).status == 401)
        let code = OneTimePassword(secret: base32(secret)).code(
            step: OneTimePassword.step(at: server.installation.clock.now))
        let done = try await browser.submit("/account/second-factor", ["code": code])
        #expect(done.status == 200)
        #expect(done.text.components(separatedBy: "<li><code>") == 11)
        #expect(try await browser.get("/desk").status == 200)
    }

    @Test("Somebody with two offices chooses before anything else")
    func choice() async throws {
        try await server.open("zhang", .villageClerk, offices: ["clerk-a", "clerk-b"])
        let browser = server.browser()
        let begun = try await browser.submit(
            "/sign-in", ["name": "zhang", "password": "a long sentence", "code": server.code(), "then": "/desk"])
        #expect(begun.location == "/sign-in/office?then=%2Fdesk")
        #expect(try await browser.get("/desk").location == "/sign-in/office?then=%2Fdesk")
        let before = browser.cookies["__Host-session"]
        let chosen = try await browser.submit("/sign-in/office?then=%2Fdesk", ["office": "clerk-b", "then": "/desk"])
        #expect(chosen.location == "/desk")
        #expect(browser.cookies["__Host-session"] != before)
        #expect(try await browser.get("/desk").text.contains("clerk-b"))
        #expect(try await browser.submit("/sign-in/office", ["office": "county"]).status == 403)
    }

    @Test("A bidder asks for a code by phone; the number is in no address, and another browser cannot use the code")
    func phone() async throws {
        try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        let browser = server.browser()
        let door = try #require(try await browser.get("/lots/L1/bid").location)
        #expect(try await browser.get(door).hidden("then") == "/lots/L1/bid")
        let asked = try await browser.submit(door, ["phone": "139 1234 5678", "then": "/lots/L1/bid"])
        #expect(asked.status == 303)
        #expect(asked.location == "/sign-in/phone/code?then=%2Flots%2FL1%2Fbid")
        let code = try #require(server.sender.codes.last?.code)
        #expect(try await server.browser().submit("/sign-in/phone/code", ["code": code]).status == 401)
        let page = try await browser.get("/sign-in/phone/code?then=%2Flots%2FL1%2Fbid")
        #expect(!page.text.contains("13912345678") && !page.text.contains(code))
        let then = try #require(page.hidden("then"))
        let done = try await browser.submit("/sign-in/phone/code", ["code": code, "then": then])
        #expect(done.location == "/lots/L1/bid", "signing in leads on to where they were going")
        #expect(try await browser.get("/lots/L1/bid").status == 200)
        // How long a request took is no part of the number, whatever its digits.
        let logged = server.log.all.joined().replacing(/"ms=\d+"/, with: "")
        #expect(logged.contains("/sign-in/phone/code") && !logged.contains("139"))
    }

    @Test("A known and an unknown phone get the same page; a bad one is told so; asking is limited")
    func phoneAnswers() async throws {
        try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        let known = try await server.browser().submit("/sign-in/phone", ["phone": "13912345678"])
        let unknown = try await server.browser().submit("/sign-in/phone", ["phone": "13800000000"])
        #expect(known.status == unknown.status && known.location == unknown.location)
        #expect(server.sender.codes.count == 2, "each has its code")
        let bad = try await server.browser().submit("/sign-in/phone", ["phone": "12345"])
        #expect(bad.status == 400)
        #expect(bad.text.contains("1333") && bad.text.contains("value=\"12345\""))
        for _ in 0..<2 { _ = try await server.browser().submit("/sign-in/phone", ["phone": "13912345678"]) }
        #expect(try await server.browser().submit("/sign-in/phone", ["phone": "13912345678"]).status == 429)
        #expect(server.sender.codes.count == 4)
    }

    @Test("The station hands out a slip to a bidder or villager, never to an officer")
    func station() async throws {
        let agent = try await server.signedIn("station", .stationAgent)
        server.installation.open(try TestInstallation.principal("villager", .villager, division: "p1"))
        server.installation.open(try TestInstallation.principal("clerk", .villageClerk, division: "p2"))
        try await server.signIn.open(
            NewAccount(
                person: try #require(PersonID("person-clerk")), name: "clerk",
                offices: [try #require(OfficeID("clerk"))],
                password: "a long sentence", secondFactor: Array(0..<20)), at: server.installation.clock.now)
        let elsewhere = server.browser()
        try await elsewhere.signIn("clerk", code: server.code())
        #expect(try await elsewhere.submit("/station/codes", ["office": "villager"]).status == 404, "another village's")
        try await server.open("county", .countyOfficer)
        for office in ["county", "nobody", ""] {
            let answer = try await agent.submit("/station/codes", ["office": office])
            #expect(answer.status == 404, "\(office)")
            #expect(answer.text.contains("1339"))
        }
        let page = try await agent.submit("/station/codes", ["office": "villager", "phone": ""])
        #expect(page.status == 200)
        let start = try #require(page.text.firstRange(of: "<code>"))
        let slip = String(page.text[start.upperBound...].prefix { $0 != "<" })
        let villager = server.browser()
        #expect(try await villager.submit("/sign-in/slip", ["code": "AAAAA-AAAAA"]).status == 401)
        #expect(try await villager.submit("/sign-in/slip", ["code": slip]).status == 303)
        #expect(try await villager.get("/desk").status == 200)
        #expect(try await villager.get("/station/codes").status == 403)
        #expect(try await server.browser().get("/station/codes").status == 303)
    }

    @Test("The administrator opens the first account of a desk, once; a new password is not a page's to give")
    func staff() async throws {
        let administrator = try await server.signedIn("admin", .administrator)
        server.installation.open(try TestInstallation.principal("clerk", .villageClerk))
        server.installation.open(try TestInstallation.principal("buyer", .bidder))
        for office in ["nobody", "buyer", ""] {
            let answer = try await administrator.submit("/staff/accounts", ["office": office])
            #expect(answer.status == 404 && answer.text.contains("1342"), "\(office)")
        }
        let page = try await administrator.submit("/staff/accounts", ["office": "clerk"])
        #expect(page.status == 200)
        let password = try #require(page.text.firstMatch(of: /<code>([a-z2-7]{16})<\/code>/)).1
        let again = try await administrator.submit("/staff/accounts", ["office": "clerk"])
        #expect(again.status == 409 && again.text.contains("1343"))
        let clerk = server.browser()
        let begun = try await clerk.submit("/sign-in", ["name": "clerk", "password": String(password)])
        #expect(begun.location == "/account/second-factor", "\(begun.text)")
        #expect(try await clerk.get("/staff/accounts").status == 303, "not before the second factor")
        #expect(try await server.signedIn("agent", .stationAgent).get("/staff/accounts").status == 403)
        #expect(try await server.browser().get("/staff/accounts").status == 303)
    }

    @Test("One's account shows where one is signed in, and ends it all at once")
    func account() async throws {
        let browser = try await server.signedIn("clerk", .villageClerk)
        let phone = server.browser()
        try await phone.signIn("clerk", code: server.code())
        let page = try await browser.get("/account")
        #expect(page.status == 200)
        // The second table on the page tells what happened to the account.
        let sessions = try #require(page.text.split(separator: "</table>").first)
        #expect(String(sessions).components(separatedBy: "<tr role=\"row\">") == 4)
        #expect(page.text.contains("登录和账号变动"))
        #expect(page.text.contains("本次"))
        #expect(try await browser.submit("/account", [:]).status == 405)
        let token = try #require(page.hidden("_csrf"))
        #expect(try await browser.post("/account/sign-out-everywhere", ["_csrf": "x"]).status == 403)
        #expect(try await browser.post("/account/sign-out-everywhere", ["_csrf": token]).status == 303)
        #expect(try await phone.get("/desk").status == 303)
        #expect(try await browser.get("/account").location == "/sign-in?then=%2Faccount")
    }

    @Test("A new password needs the old one and a fresh code, and ends every session")
    func password() async throws {
        let browser = try await server.signedIn("clerk", .villageClerk)
        let wrong = try await browser.submit(
            "/account/password", ["old": "not it at all", "code": server.code(), "password": "a new long sentence"])
        #expect(wrong.status == 401)
        let short = try await browser.submit(
            "/account/password", ["old": "a long sentence", "code": server.code(), "password": "short"])
        #expect(short.status == 400)
        let good = try await browser.submit(
            "/account/password", ["old": "a long sentence", "code": server.code(), "password": "a new long sentence"])
        #expect(good.status == 303)
        #expect(try await browser.get("/desk").status == 303)
        try await browser.signIn("clerk", password: "a new long sentence", code: server.code())
    }

    @Test("Signing out needs the form's token and ends the session for good")
    func signOut() async throws {
        let browser = try await server.signedIn("clerk", .villageClerk)
        let token = try #require(browser.cookies["__Host-session"])
        #expect(try await browser.post("/sign-out", [:]).status == 403)
        let csrf = try #require(try await browser.get("/").hidden("_csrf"))
        let answer = try await browser.post("/sign-out", ["_csrf": csrf])
        #expect(answer.status == 303)
        #expect(browser.cookies["__Host-session"] == nil)
        browser.set("__Host-session", token)
        #expect(try await browser.get("/desk").status == 303)
    }
}

extension String {
    /// In how many pieces `separator` cuts the text.
    fileprivate func components(separatedBy separator: String) -> Int { ranges(of: separator).count + 1 }
}
