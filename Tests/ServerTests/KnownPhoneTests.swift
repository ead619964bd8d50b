import Foundation
import Kernel
import Platform
import Server
import TestSupport
import Testing
import Web

/// Who somebody is that signs in with a telephone which a desk wrote down (record 0522).
@Suite("A telephone that a desk wrote down") struct KnownPhoneTests {
    private static let phone = "13700001111"
    private let server: TestServer
    init() throws { server = try TestServer() }

    private static func known(
        _ name: String, account: Principal? = nil, called: String = "李*花", identity: String? = nil
    ) throws -> KnownAccount {
        KnownAccount(
            known: KnownPerson(
                person: try #require(PersonID(name)), place: try #require(DivisionID("root")), name: called,
                what: Message(zh: "零工人员", en: "Worker"), path: "/labour/workers/\(name)", identity: identity),
            account: account)
    }

    /// A browser in which the code was typed that came by phone, and where that led.
    private func typed(_ phone: String = phone) async throws -> (browser: Browser, answer: Answered) {
        let browser = server.browser()
        _ = try await browser.submit("/sign-in/phone", ["phone": phone])
        await server.signIn.settle()
        let code = try #require(server.sender.codes.last?.code)
        return (browser, try await browser.submit("/sign-in/phone/code", ["code": code]))
    }

    private var commands: [String] { server.installation.submissions.map(\.command) }

    @Test("Whoever proves the phone of one record is that person: the account is opened for the record, and nobody new")
    func one() async throws {
        server.installation.know([try Self.known("worker-1")])
        let (browser, answer) = try await typed()
        #expect(answer.location == "/sign-in/new")
        let page = try await browser.get("/sign-in/new")
        #expect(page.text.contains("李*花") && !page.text.contains("name=\"name\""))
        #expect(commands == [], "nobody is joined before they say yes")
        let joined = try await browser.submit("/sign-in/new", ["known": "yes"])
        #expect(joined.status == 303 && joined.location == "/labour/workers/worker-1")
        #expect(commands == ["registry.openOffice"])
        let given = try #require(server.installation.submissions.first)
        #expect(given.arguments["person"] == "worker-1" && given.arguments["role"] == "bidder")
        #expect(!"\(given.arguments)".contains(Self.phone))
        let person = try #require(PersonID("worker-1"))
        let account = try await server.signIn.summary(of: person, at: server.installation.clock.now)
        #expect(account?.offices.map(\.text) == ["worker-1-account"])
        // From now on the phone is an account's: its code signs in.
        let again = try await typed()
        #expect(again.answer.location == "/" && commands == ["registry.openOffice"])
    }

    @Test("An account that the desk opened and nobody has signed in to is the one; no second is opened")
    func opened() async throws {
        let account = try TestInstallation.principal("farm-account", .bidder, person: "farm")
        server.installation.open(account)
        server.installation.know([try Self.known("farm", account: account)])
        let (browser, _) = try await typed()
        #expect(try await browser.submit("/sign-in/new", ["known": "yes"]).status == 303)
        let offices = try await server.signIn.summary(of: account.person, at: server.installation.clock.now)?.offices
        #expect(offices == [account.office] && commands == [])
    }

    @Test(
        "Two who share a phone, an account with a phone of its own, an officer: nobody is joined, and the page says where to go"
    )
    func unclear() async throws {
        let own = try await server.open("own", .bidder, password: nil, factor: nil, phone: "13700002222")
        let clerk = try TestInstallation.principal("clerk", .villageClerk, person: "worker-2")
        let cases = [
            [try Self.known("worker-1", identity: "a"), try Self.known("worker-2", identity: "b")],
            [try Self.known("worker-1"), try Self.known("worker-2", called: "王*国")],
            [try Self.known("worker-1"), try Self.known(own.text)], [try Self.known(own.text)],
            [try Self.known("worker-2", account: clerk)],
        ]
        for (number, known) in cases.enumerated() {
            server.installation.know(known)
            // A number may ask for a few codes only.
            let (browser, _) = try await typed("1370000333\(number)")
            let page = try await browser.get("/sign-in/new?lang=en")
            #expect(page.text.contains("name=\"name\"") && page.text.contains("go to the desk that entered it"))
            #expect(!page.text.contains("李*花"), "the page names nobody")
            let answer = try await browser.submit("/sign-in/new", ["known": "yes"])
            #expect(answer.status == 409 && commands == [])
        }
    }

    @Test("Three records of one person are joined by one yes: an account for each, and one press from each to the next")
    func several() async throws {
        let records = [
            try Self.known("worker-1", identity: "a"), try Self.known("m-7"), try Self.known("farm", identity: "a"),
        ]
        server.installation.know(records)
        server.installation.own([
            "worker-1": [OwnThing(Message(zh: "零工", en: "Work"), Message(zh: "等活", en: "Waiting"), path: "/w")],
            "m-7": [OwnThing(Message(zh: "成员", en: "Member"), Message(zh: "4 股", en: "4 shares"), path: "/m")],
        ])
        let (browser, _) = try await typed()
        for name in ["worker-1", "m-7", "farm"] {
            server.installation.open(try TestInstallation.principal("\(name)-account", .bidder, person: name))
        }
        let joined = try await browser.submit("/sign-in/new", ["known": "yes"])
        #expect(joined.status == 303 && joined.location == "/labour/workers/worker-1")
        #expect(commands == ["registry.openOffice", "registry.openOffice", "registry.openOffice"])
        let person = try #require(PersonID("worker-1"))
        let summary = try await server.signIn.summary(of: person, at: server.installation.clock.now)
        #expect(Set(summary?.offices.map(\.text) ?? []) == ["worker-1-account", "m-7-account", "farm-account"])
        let home = try await browser.get("/?lang=en")
        #expect(home.text.contains("Waiting") && home.text.contains("4 shares"))
        let turned = try await browser.submit("/sign-in/office", ["office": "m-7-account", "then": "/m"])
        #expect(turned.status == 303 && turned.location == "/m")
        #expect(try await browser.get("/?lang=en").text.contains("href=\"/m\""))
        // The code alone signs in again, without a question which record it is to be.
        let again = try await typed()
        #expect(again.answer.location == "/")
    }

    @Test("Whoever says that it is not them is somebody new, and so is a number that no desk knows")
    func stranger() async throws {
        server.installation.know([try Self.known("worker-1")])
        let (browser, _) = try await typed()
        #expect(try await browser.get("/sign-in/new").text.contains("known=no"))
        #expect(try await browser.get("/sign-in/new?known=no").text.contains("name=\"name\""))
        let answer = try await browser.submit("/sign-in/new?known=no", ["name": "新来的", "division": "root"])
        #expect(answer.status == 303 && commands == ["registry.registerParty", "registry.openOffice"])
        #expect(server.installation.submissions.allSatisfy { !"\($0.arguments)".contains("worker-1") })
    }
}
