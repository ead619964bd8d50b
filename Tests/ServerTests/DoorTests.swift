import Foundation
import Hummingbird
import Kernel
import Server
import Storage
import TestSupport
import Testing
import Web

/// Reality at the door: links as they are passed about, codes as they are typed, sessions that end too soon.
@Suite("At the door") struct DoorTests {
    private let server: TestServer
    init() throws { server = try TestServer() }

    /// What WeChat, browsers and copying add to a link, and what no page asks for.
    static let strays = [
        "from=singlemessage&isappinstalled=0", "from=groupmessage&from=timeline", "isappinstalled=0&isappinstalled=0",
        "lang=zh&lang=en", "nsukey=%zz", "a=%ff", "a=%00", "=1", "&&&", "a", "utm_source=x&utm_source=y",
        "scene=1&clicktime=1700000000&enterid=1700000000", String(repeating: "a", count: 5_000),
        (0..<60).map { "a\($0)=1" }.joined(separator: "&"), "%E6%9D%91=%E6%9D%91", "a[]=1&a[]=2", "#x", "?from=x",
    ]

    @Test("A link with 18 kinds of stray, doubled or broken query names opens as it does without, on 12 pages")
    func strayNames() async throws {
        #expect(Self.strays.count == 18)
        let pages = [
            "/", "/lots", "/lots/L1", "/lots/L2", "/sign-in", "/sign-in/phone", "/sign-in/slip", "/account",
            "/lots/L1/bid", "/desk", "/nothing", "/log",
        ]
        for page in pages {
            let plain = try await server.browser().get(page)
            for stray in Self.strays {
                let answer = try await server.browser().get("\(page)?\(stray)")
                #expect(answer.status == plain.status, "\(page)?\(stray.prefix(40))")
            }
        }
        // The first counts: what carries a link about adds its own behind it.
        #expect(try await server.browser().get("/lots/L1?tab=mine&tab=theirs").text.contains("mine"))
        #expect(try await server.browser().get("/?lang=en&lang=zh").text.contains("I live in a village"))
    }

    @Test(
        "A code is known however it was typed: full-width, in groups, with marks nobody sees",
        arguments: [
            { $0 }, { $0.map { "\($0) " }.joined() }, { "\($0.prefix(3)) \($0.dropFirst(3))" },
            { "\($0.prefix(3))-\($0.dropFirst(3))" },
            { DoorTests.wide($0) }, { "\u{3000}\(DoorTests.wide($0))\u{3000}" }, { "\u{200B}\($0)\u{FEFF}" },
            { "\($0.prefix(3))\u{2013}\($0.dropFirst(3))" }, { "\u{202A}\($0)\u{202C}" },
        ] as [@Sendable (String) -> String])
    func typedCodes(typed: @Sendable (String) -> String) async throws {
        try await server.open("clerk", .villageClerk)
        let clerk = server.browser()
        try await clerk.signIn(DoorTests.wide("clerk"), code: typed(server.code()))
        try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        let bidder = server.browser()
        _ = try await bidder.submit("/sign-in/phone", ["phone": "13912345678"])
        let code = try #require(server.sender.codes.last?.code)
        #expect(try await bidder.submit("/sign-in/phone/code", ["code": typed(code)]).status == 303)
        let person = try #require(PersonID("person-bidder"))
        let slip = try await server.signIn.issueSlip(
            to: person, by: try #require(OfficeID("station")), at: server.installation.clock.now)
        #expect(try await server.browser().submit("/sign-in/slip", ["code": typed(slip)]).status == 303)
    }

    private static func wide(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    }

    // MARK: Forms

    /// A bidder with the bid form open whose session then ends.
    private func late(_ name: String = "bidder") async throws -> (browser: Browser, form: [String: String]) {
        let browser = try await server.signedIn(name, .bidder)
        let page = try await browser.get("/lots/L1/bid")
        let form = [
            "_csrf": try #require(page.hidden("_csrf")), "_key": "k", "lot": "L1", "title": "三行\n\"字\"",
            "password": "geheim",
        ]
        server.installation.clock.advance(seconds: 1_801)
        return (browser, form)
    }

    @Test(
        "A form sent after the session's end is there again after sign-in, once, without secrets, and nothing was given"
    )
    func survivingForm() async throws {
        let (browser, form) = try await late()
        let answer = try await browser.post("/lots/L1/bid", form)
        #expect(answer.status == 303)
        #expect(answer.location == "/sign-in/phone?then=%2Flots%2FL1%2Fbid")
        let cookie = try #require(answer.headers[values: .setCookie].first { $0.hasPrefix("__Host-draft=") })
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict; Secure"))
        let entered = try await browser.submit(
            "/sign-in?then=%2Flots%2FL1%2Fbid",
            ["name": "bidder", "password": "a long sentence", "code": server.code(), "then": "/lots/L1/bid"])
        #expect(entered.location == "/lots/L1/bid")
        let page = try await browser.get("/lots/L1/bid")
        #expect(page.status == 200)
        #expect(page.text.contains("三行\n&quot;字&quot;") && page.text.contains("1323"))
        #expect(!page.text.contains("geheim"))
        #expect(page.hidden("_csrf") != form["_csrf"] && browser.cookies["__Host-draft"] == nil)
        #expect(server.installation.submissions.isEmpty)
        #expect(!(try await browser.get("/lots/L1/bid")).text.contains("三行"))
        let rows = try server.database.read { try $0.rows("SELECT * FROM sign_in_draft") }
        #expect(rows.isEmpty)
    }

    @Test("What was typed is for the same person in the same browser, for an hour, and lies sealed")
    func draftsAreOnesOwn() async throws {
        let (browser, form) = try await late()
        _ = try await browser.post("/lots/L1/bid", form)
        let draft = try #require(browser.cookies["__Host-draft"])
        let rows = try server.database.read { try $0.rows("SELECT sealed FROM sign_in_draft") }
        let sealed: [UInt8] = try #require(rows.first).get(0)
        #expect(sealed.firstRange(of: Array("三行".utf8)) == nil)
        let other = try await server.signedIn("other", .bidder)
        other.set("__Host-draft", draft)
        #expect(!(try await other.get("/lots/L1/bid")).text.contains("三行"), "somebody else")
        let elsewhere = server.browser()
        try await elsewhere.signIn("bidder", code: server.code())
        #expect(!(try await elsewhere.get("/lots/L1/bid")).text.contains("三行"), "another browser")
        server.installation.clock.advance(seconds: 3_700)
        try await browser.signIn("bidder", code: server.code())
        #expect(!(try await browser.get("/lots/L1/bid")).text.contains("三行"), "too late")
    }

    @Test("Nothing is kept for a form that no page of ours sent, nor after a session nobody had or somebody ended")
    func foreignDrafts() async throws {
        let (browser, form) = try await late()
        var forged = form
        forged["_csrf"] = "x"
        #expect(try await browser.post("/lots/L1/bid", forged).status == 401)
        #expect(try await browser.post("/lots/L1/bid", form, headers: [.origin: "https://evil.example"]).status == 403)
        let nobody = server.browser()
        let token = Token.fresh()
        nobody.set("__Host-session", token.text)
        var own = form
        own["_csrf"] = server.secrets.formToken(for: token).masked()
        #expect(try await nobody.post("/lots/L1/bid", own).status == 401)
        try await server.signIn.signOutEverywhere(
            try #require(PersonID("person-bidder")), at: server.installation.clock.now)
        #expect(try await browser.post("/lots/L1/bid", form).status == 401)
        let rows = try server.database.read { try $0.rows("SELECT * FROM sign_in_draft") }
        #expect(rows.isEmpty)
    }

    @Test("A form of before a new sign-in in another tab keeps what was typed, gives nothing, and can be sent again")
    func oldTab() async throws {
        let (browser, form) = try await late()
        try await browser.signIn("bidder", code: server.code())
        let here: HTTPFields = [.origin: "https://qianmo.test"]
        let page = try await browser.post("/lots/L1/bid", form, headers: here)
        #expect(page.status == 403)
        #expect(page.text.contains("三行") && page.text.contains("1305"))
        #expect(server.installation.submissions.isEmpty)
        var again = form
        again["_csrf"] = page.hidden("_csrf")
        #expect(try await browser.post("/lots/L1/bid", again, headers: here).status == 303)
        #expect(
            try await browser.post("/lots/L1/bid", form).status == 403, "a browser that says nothing is not believed")
        #expect(server.installation.submissions.count == 1)
    }

    // MARK: Many behind one address

    @Test("Six streams for each session and not for each address: the seventh neighbour still sees the auction")
    func neighbours() async throws {
        let hub = server.server.hub
        var held: [AsyncStream<LiveHub.Beat>] = []
        for session in 0..<20 {
            for _ in 0..<6 { held.append(try await hub.listen("s\(session)", at: "192.0.2.1", to: nil, after: nil)) }
            await #expect(throws: Rejection.self) {
                try await hub.listen("s\(session)", at: "192.0.2.1", to: nil, after: nil)
            }
        }
        for _ in 0..<480 { held.append(try await hub.listen("", at: "192.0.2.1", to: nil, after: nil)) }
        await #expect(throws: Rejection.self) { try await hub.listen("", at: "192.0.2.1", to: nil, after: nil) }
        await #expect(throws: Rejection.self) { try await hub.listen("new", at: "192.0.2.1", to: nil, after: nil) }
        held.append(try await hub.listen("", at: "192.0.2.2", to: nil, after: nil))
        #expect(await hub.count == 601)
        #expect(held.count == 601)
    }

    @Test("A hundred neighbours behind one address ask for codes and sign in; one browser alone is slowed down")
    func codes() async throws {
        try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        for number in 0..<100 {
            let answer = try await server.browser().submit("/sign-in/phone", ["phone": "1380000\(1_000 + number)"])
            #expect(answer.status == 303, "\(number)")
            #expect(try await server.browser().submit("/sign-in/phone/code", ["code": "1"]).status == 401)
        }
        let one = server.browser()
        var answers: [Int] = []
        for number in 0..<8 {
            answers.append(try await one.submit("/sign-in/phone", ["phone": "1390000\(1_000 + number)"]).status)
        }
        #expect(answers == [303, 303, 303, 303, 303, 429, 429, 429])
        var tries: [Int] = []
        for _ in 0..<14 { tries.append(try await one.submit("/sign-in/phone/code", ["code": "1"]).status) }
        #expect(tries == Array(repeating: 401, count: 12) + [429, 429])
    }

    @Test("Behind a proxy an IPv6 /64 is one address, however its members write themselves; a name is no address")
    func blocks() async throws {
        let header = try #require(HTTPField.Name("X-Forwarded-For"))
        let server = try TestServer(trustsProxy: true) {
            $0.limits.signInPerAddress = RateLimit(burst: 1, refillMilliseconds: 60_000)
        }
        func status(_ address: String) async throws -> Int {
            try await server.browser().submit("/sign-in", ["name": "x\(address.hashValue)"], headers: [header: address])
                .status
        }
        #expect(try await status("2001:db8:0:1::1") == 401)
        for same in ["2001:db8:0:1::2", "2001:DB8::1:ffff:0:0:1", "[2001:db8:0:1::3]:443", "2001:0db8:0000:0001::9"] {
            #expect(try await status(same) == 429, "\(same)")
        }
        #expect(try await status("2001:db8:0:2::1") == 401)
        #expect(try await status("192.0.2.7") == 401)
        for same in ["192.0.2.7:5000", "::ffff:192.0.2.7"] { #expect(try await status(same) == 429, "\(same)") }
        #expect(try await status("somebody") == 401, "counted for the proxy itself")
        #expect(try await status("somebody-else") == 429)
    }

    @Test("The program may have as many files open as it is allowed, and the unit allows enough for every connection")
    func openFiles() throws {
        let raised = OpenFiles.raise()
        #expect(raised == OpenFiles.limit && raised >= 1_024)
        let unit = try #require(Tree.text("deploy/qianmo.service"))
        let match = try #require(unit.firstMatch(of: /(?m)^LimitNOFILE=(\d+)$/))
        let limits = RequestLimits()
        #expect(try #require(Int(match.1)) >= 2 * (limits.connections + limits.streams))
        #expect(limits.connectionsPerAddress * 4 <= limits.connections)
    }

    @Test("The unit leaves the program little of the machine: systemd's own measure is at most 2.0")
    func unit() throws {
        let analyze = "/usr/bin/systemd-analyze"
        guard FileManager.default.isExecutableFile(atPath: analyze) else {
            print("skipped: \(analyze) is not on this machine")
            return
        }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: analyze)
        process.arguments = ["security", "--offline=true", "--no-pager", Tree.root.path + "/deploy/qianmo.service"]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = String(bytes: pipe.fileHandleForReading.readDataToEndOfFile(), encoding: .utf8) ?? ""
        process.waitUntilExit()
        let level = try #require(said.firstMatch(of: /exposure level[^:]*: ([0-9.]+)/))
        #expect(try #require(Double(level.1)) <= 2.0)
    }
}
