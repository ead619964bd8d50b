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

    private static func known(_ name: String, account: Principal? = nil) throws -> KnownAccount {
        KnownAccount(
            known: KnownPerson(
                person: try #require(PersonID(name)), place: try #require(DivisionID("root")), name: "李*花",
                what: Message(zh: "零工人员", en: "Worker"), path: "/labour/workers/\(name)"), account: account)
    }

    /// A browser in which the code was typed that came by phone, and where that led.
    private func typed() async throws -> (browser: Browser, answer: Answered) {
        let browser = server.browser()
        _ = try await browser.submit("/sign-in/phone", ["phone": Self.phone])
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
        for known in [
            [try Self.known("worker-1"), try Self.known("worker-2")], [try Self.known(own.text)],
            [try Self.known("worker-2", account: clerk)],
        ] {
            server.installation.know(known)
            let (browser, _) = try await typed()
            let page = try await browser.get("/sign-in/new?lang=en")
            #expect(page.text.contains("name=\"name\"") && page.text.contains("go to the desk that entered it"))
            #expect(!page.text.contains("李*花"), "the page names nobody")
            let answer = try await browser.submit("/sign-in/new", ["known": "yes"])
            #expect(answer.status == 409 && commands == [])
        }
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
