import Kernel
import Server
import Storage
import StorageSQLite
import Synchronization
import Testing

@Suite("The sign-in store") struct SignInStoreTests {
    private let server: TestServer
    private var store: SignInStore { server.signIn }
    private var now: Instant { server.installation.clock.now }

    init() throws { server = try TestServer() }

    private func number(_ body: () async throws -> some Any) async -> Int? {
        do {
            _ = try await body()
            return nil
        } catch { return (error as? Rejection)?.number }
    }

    @Test("Staff come in with name, password and code; anything wrong gets the same answer")
    func staff() async throws {
        try await server.open("clerk", .villageClerk)
        let code = server.code()
        #expect(
            await number { try await store.signIn(name: "clerk", password: "a wrong sentence", code: code, at: now) }
                == 1331)
        #expect(
            await number { try await store.signIn(name: "nobody", password: "a long sentence", code: code, at: now) }
                == 1331)
        #expect(
            await number { try await store.signIn(name: "clerk", password: "a long sentence", code: "000000", at: now) }
                == 1331)
        #expect(
            await number { try await store.signIn(name: "clerk", password: "a long sentence", code: "", at: now) }
                == 1331)
        let begun = try await store.signIn(name: "clerk", password: "a long sentence", code: code, at: now)
        #expect(begun.session.office?.text == "clerk")
        #expect(!begun.session.mustEnrol)
        let session = try await store.session(begun.token, at: now)
        #expect(session?.person.text == "person-clerk")
        #expect(try await store.session(Token.fresh(), at: now) == nil)
    }

    @Test("A code that was used once does not work again, even at the same moment")
    func replay() async throws {
        try await server.open("clerk", .villageClerk)
        let code = server.code()
        let store = store
        let now = now
        let good = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (try? await store.signIn(name: "clerk", password: "a long sentence", code: code, at: now)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(good == 1)
    }

    @Test("Without a second factor a password only leads to enrolment, which answers ten codes that work once each")
    func enrolment() async throws {
        let person = try await server.open("clerk", .villageClerk, factor: nil)
        let begun = try await store.signIn(name: "clerk", password: "a long sentence", code: "", at: now)
        #expect(begun.session.mustEnrol)
        let session = begun.session
        let factor = try #require(try await store.beginEnrolment(in: session))
        #expect(try await store.beginEnrolment(in: session)?.secretText == factor.secretText)
        #expect(await number { try await store.confirmEnrolment(in: session, code: "abcdef", at: now) } == 1332)
        let step = OneTimePassword.step(at: now)
        let codes = try await store.confirmEnrolment(in: session, code: factor.code(step: step), at: now)
        #expect(Set(codes).count == 10)
        #expect(try await store.session(begun.token, at: now)?.mustEnrol == false)
        #expect(
            await number {
                try await store.signIn(
                    name: "clerk", password: "a long sentence", code: factor.code(step: step), at: now)
            } == 1331)
        _ = try await store.signIn(name: "clerk", password: "a long sentence", code: codes[3].lowercased(), at: now)
        #expect(
            await number { try await store.signIn(name: "clerk", password: "a long sentence", code: codes[3], at: now) }
                == 1331)
        #expect(try await store.summary(of: person, at: now)?.recoveryCodes == 9)
    }

    @Test("A phone gets a code that works once, in the browser that asked, for five minutes and five tries")
    func phone() async throws {
        try await server.open("bidder", .bidder, password: nil, factor: nil, phone: "13912345678")
        let phone = try #require(PhoneNumber("139 1234 5678"))
        let visit = Token.fresh()
        func ask() async throws -> String {
            try await store.requestCode(phone: phone, visit: visit, language: .chinese, at: now)
            await store.settle()
            return try #require(server.sender.codes.last?.code)
        }
        let code = try await ask()
        #expect(await number { try await store.signIn(phoneCode: code, visit: .fresh(), at: now) } == 1332)
        let begun = try await store.signIn(phoneCode: code, visit: visit, at: now)
        #expect(begun.session.way == .phone)
        #expect(!begun.session.mustEnrol)
        #expect(await number { try await store.signIn(phoneCode: code, visit: visit, at: now) } == 1332)

        let late = try await ask()
        server.installation.clock.advance(seconds: 301)
        #expect(await number { try await store.signIn(phoneCode: late, visit: visit, at: now) } == 1332)

        let tried = try await ask()
        for _ in 0..<5 {
            #expect(await number { try await store.signIn(phoneCode: "x", visit: visit, at: now) } == 1332)
        }
        #expect(await number { try await store.signIn(phoneCode: tried, visit: visit, at: now) } == 1332)
    }

    @Test("A phone nobody registered gets the same answer and its code, and opens an account once that was typed")
    func unknownPhone() async throws {
        let phone = try #require(PhoneNumber("13800000000"))
        let visit = Token.fresh()
        try await store.requestCode(phone: phone, visit: visit, language: .chinese, at: now)
        await store.settle()
        let code = try #require(server.sender.codes.last?.code)
        #expect(try await store.newPhone(visit, at: now)?.isProved == false)
        #expect(await number { try await store.signIn(phoneCode: code, visit: visit, at: now) } == 1332)
        let (person, office) = (try #require(PersonID("new")), try #require(OfficeID("new-account")))
        #expect(
            await number { try await store.join(person, office: office, visit: visit, from: .machine, at: now) } == 1332
        )
        #expect(
            await number {
                try await store.prove(newPhoneBy: "000000x", visit: visit, from: .machine, at: now)
            } == 1332)
        try await store.prove(newPhoneBy: code, visit: visit, from: .machine, at: now)
        #expect(try await store.newPhone(.fresh(), at: now) == nil)
        let begun = try await store.join(person, office: office, visit: visit, from: .machine, at: now)
        #expect(begun.session.person == person && begun.offices == [office] && begun.session.way == .phone)
        #expect(try await store.newPhone(visit, at: now) == nil)
        // From now on the number is an account's.
        try await store.requestCode(phone: phone, visit: visit, language: .chinese, at: now)
        await store.settle()
        let again = try #require(server.sender.codes.last?.code)
        #expect(try await store.signIn(phoneCode: again, visit: visit, at: now).session.person == person)
    }

    @Test("The code of a new phone has five tries, and what it proves lasts half an hour")
    func newPhoneTries() async throws {
        let (phone, visit) = (try #require(PhoneNumber("13800000001")), Token.fresh())
        func ask() async throws -> String {
            try await store.requestCode(phone: phone, visit: visit, language: .chinese, at: now)
            await store.settle()
            return try #require(server.sender.codes.last?.code)
        }
        let tried = try await ask()
        for _ in 0..<5 {
            #expect(
                await number { try await store.prove(newPhoneBy: "x", visit: visit, from: .machine, at: now) } == 1332)
        }
        #expect(
            await number { try await store.prove(newPhoneBy: tried, visit: visit, from: .machine, at: now) } == 1332)
        try await store.prove(newPhoneBy: try await ask(), visit: visit, from: .machine, at: now)
        server.installation.clock.advance(seconds: 1_801)
        #expect(try await store.newPhone(visit, at: now) == nil)
    }

    @Test("A slip from the station works once and for half an hour; a new one ends the old one")
    func slips() async throws {
        let person = try await server.open("villager", .villager, password: nil, factor: nil)
        let station = try #require(OfficeID("station"))
        let first = try await store.issueSlip(to: person, by: station, at: now)
        let second = try await store.issueSlip(to: person, by: station, at: now)
        #expect(await number { try await store.signIn(slip: first, at: now) } == 1332)
        let begun = try await store.signIn(slip: second.lowercased().replacing("-", with: " "), at: now)
        #expect(begun.session.way == .slip)
        #expect(await number { try await store.signIn(slip: second, at: now) } == 1332)
        let late = try await store.issueSlip(to: person, by: station, at: now)
        server.installation.clock.advance(seconds: 1_801)
        #expect(await number { try await store.signIn(slip: late, at: now) } == 1332)
    }

    @Test("A session ends after 30 idle minutes, and after 12 hours however busy")
    func endings() async throws {
        try await server.open("clerk", .villageClerk)
        let idle = try await store.signIn(name: "clerk", password: "a long sentence", code: server.code(), at: now)
        server.installation.clock.advance(seconds: 1_801)
        #expect(try await store.session(idle.token, at: now) == nil)
        let busy = try await store.signIn(name: "clerk", password: "a long sentence", code: server.code(), at: now)
        for _ in 0..<35 {
            server.installation.clock.advance(seconds: 1_200)
            #expect(try await store.session(busy.token, at: now) != nil)
        }
        server.installation.clock.advance(seconds: 1_200)
        #expect(try await store.session(busy.token, at: now) == nil)
    }

    @Test("Signing out ends one session, everywhere ends all, a new password too")
    func signOut() async throws {
        let person = try await server.open("clerk", .villageClerk)
        var tokens: [Token] = []
        for _ in 0..<3 {
            tokens.append(
                try await store.signIn(name: "clerk", password: "a long sentence", code: server.code(), at: now).token)
        }
        try await store.signOut(tokens[0])
        #expect(try await store.session(tokens[0], at: now) == nil)
        #expect(try await store.session(tokens[1], at: now) != nil)
        #expect(try await store.signOutEverywhere(person, at: now) == 2)
        #expect(try await store.session(tokens[2], at: now) == nil)
        let last = try await store.signIn(name: "clerk", password: "a long sentence", code: server.code(), at: now)
            .token
        func change(_ new: String) async throws {
            try await store.change(
                password: new, of: person, old: "a long sentence", code: server.code(), at: now)
        }
        #expect(await number { try await change("short") } == 1335)
        try await change("another long sentence")
        #expect(try await store.session(last, at: now) == nil)
    }

    @Test("Somebody with two offices chooses one of their own, under a new token")
    func offices() async throws {
        try await server.open("zhang", .villageClerk, offices: ["clerk-a", "clerk-b"])
        let begun = try await store.signIn(name: "zhang", password: "a long sentence", code: server.code(), at: now)
        #expect(begun.session.office == nil)
        #expect(begun.offices.map(\.text) == ["clerk-a", "clerk-b"])
        #expect(
            await number {
                try await store.choose(office: try #require(OfficeID("county")), with: begun.token, at: now)
            } == 1338)
        let chosen = try await store.choose(office: try #require(OfficeID("clerk-b")), with: begun.token, at: now)
        #expect(chosen.session.office?.text == "clerk-b")
        #expect(try await store.session(begun.token, at: now) == nil)
        #expect(try await store.session(chosen.token, at: now)?.office?.text == "clerk-b")
    }

    @Test("Names and phones belong to one person; opening an account again adds to it")
    func accounts() async throws {
        let person = try await server.open("a", .bidder, password: nil, factor: nil, phone: "13912345678")
        try await server.open("b", .bidder, password: nil, factor: nil)
        let other = try #require(PersonID("person-b"))
        let phone = try #require(PhoneNumber("13912345678"))
        #expect(
            await number { try await store.open(NewAccount(person: other, name: "a", offices: []), at: now) } == 1336)
        #expect(
            await number {
                try await store.open(NewAccount(person: other, name: "b", offices: [], phone: phone), at: now)
            } == 1337)
        try await store.open(NewAccount(person: person, name: "a", offices: [try #require(OfficeID("more"))]), at: now)
        #expect(try await store.summary(of: person, at: now)?.offices.map(\.text) == ["a", "more"])
        #expect(try await store.findPerson(of: try #require(OfficeID("more"))) == person)
    }

    @Test("Two hashes run at once, a few wait, the rest are told to come back; who reads waits for none")
    func gate() async throws {
        let store = store
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let open = Gate()
        let done = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            // Two run and hold their places, sixty-four wait.
            for _ in 0..<66 {
                group.addTask {
                    try await store.hashing {
                        enter.yield()
                        open.wait()
                        done.add()
                    }
                }
            }
            var iterator = entered.makeAsyncIterator()
            _ = await iterator.next()
            _ = await iterator.next()
            while await store.hashLoad.waiting < 64 { await Task.yield() }
            #expect(await store.hashLoad.running == 2)
            await #expect(throws: Rejection.self) { try await store.hashing {} }
            #expect(try await store.findPerson(of: #require(OfficeID("nobody"))) == nil)
            open.open()
            try await group.waitForAll()
        }
        #expect(done.count == 66)
        #expect(await store.hashLoad == (0, 0))
    }

    @Test("The database holds no token, code, phone or password in the clear")
    func nothingInTheClear() async throws {
        try await server.open("clerk", .villageClerk, phone: "13912345678")
        let begun = try await store.signIn(name: "clerk", password: "a long sentence", code: server.code(), at: now)
        let visit = Token.fresh()
        try await store.requestCode(
            phone: try #require(PhoneNumber("13912345678")), visit: visit, language: .chinese, at: now)
        await store.settle()
        let person = begun.session.person
        let slip = try await store.issueSlip(to: person, by: try #require(OfficeID("station")), at: now)
        var kept: [[UInt8]] = []
        try server.database.read { tx in
            for sql: SQL in [
                "SELECT * FROM sign_in_account", "SELECT * FROM sign_in_session", "SELECT * FROM sign_in_phone_code",
                "SELECT * FROM sign_in_slip", "SELECT * FROM security_event", "SELECT * FROM sign_in_draft",
            ] {
                for row in try tx.rows(sql) {
                    for value in row.values {
                        switch value {
                        case .text(let text): kept.append(Array(text.utf8))
                        case .blob(let bytes): kept.append(bytes)
                        case .integer, .null: break
                        }
                    }
                }
            }
        }
        #expect(kept.count >= 10)
        let secrets: [[UInt8]] = [
            begun.token.bytes, Array(begun.token.text.utf8), visit.bytes, Array("13912345678".utf8),
            Array("a long sentence".utf8), Array(slip.filter { $0 != "-" }.utf8), Array(0..<20),
            Array(try #require(server.sender.codes.last?.code).utf8),
        ]
        for secret in secrets {
            for value in kept { #expect(value.firstRange(of: secret) == nil) }
        }
    }

    @Test("What ended a day ago is thrown away, what has not stays; until then it is only known whose it was")
    func tidying() async throws {
        try await server.open("clerk", .villageClerk)
        let old = try await store.signIn(name: "clerk", password: "a long sentence", code: server.code(), at: now)
        server.installation.clock.advance(seconds: 1_900)
        let fresh = try await store.signIn(name: "clerk", password: "a long sentence", code: server.code(), at: now)
        func count() async throws -> Int {
            try await store.tidy(at: now)
            return try server.database.read { try $0.get("SELECT count(*) FROM sign_in_session") }
        }
        #expect(try await count() == 2)
        #expect(try await store.session(old.token, at: now) == nil)
        #expect(try await store.session(fresh.token, at: now) != nil)
        server.installation.clock.advance(seconds: 86_400)
        #expect(try await count() == 1)
    }

    @Test("The people of a demo share one password that is hashed once, so that the demo starts at once")
    func demoIsHashedOnce() async throws {
        let principals = try ["clerk", "agent", "officer"].map { try TestInstallation.principal($0, .villageClerk) }
        try await DemoPeople.open(DemoPeople.list(principals, secrets: server.secrets), in: store, at: now)
        let hashes = try server.database.read { try $0.rows("SELECT password FROM sign_in_account") }
        #expect(hashes.count == 3)
        #expect(Set(try hashes.map { try $0.get(0, as: String.self) }).count == 1)
    }

    @Test("Demo people have the same secrets at every start of one installation and others in another")
    func demo() async throws {
        let principals = [
            try TestInstallation.principal("clerk", .villageClerk), try TestInstallation.principal("bidder", .bidder),
        ]
        let people = DemoPeople.list(principals, secrets: server.secrets)
        let again = DemoPeople.list(principals, secrets: server.secrets)
        let elsewhere = DemoPeople.list(principals, secrets: try #require(Secrets([UInt8](repeating: 9, count: 32))))
        #expect(people.map(\.password) == again.map(\.password))
        #expect(people[0].password != elsewhere[0].password)
        #expect(people[1].phone != elsewhere[1].phone)
        try await DemoPeople.open(people, in: store, at: now)
        try await DemoPeople.open(people, in: store, at: now)
        let code = OneTimePassword(secret: try #require(people[0].secondFactor)).code(
            step: OneTimePassword.step(at: now))
        let begun = try await store.signIn(
            name: "clerk", password: try #require(people[0].password), code: code, at: now)
        #expect(begun.session.office?.text == "clerk")
        let lines = DemoPeople.lines(people, at: now, language: .english)
        let (password, phone) = (try #require(people[0].password), try #require(people[1].phone))
        #expect(lines[0].contains(code) && lines[0].contains(password))
        #expect(lines[1].contains(phone.text))
    }
}

/// A door that threads wait at.
private final class Gate: Sendable {
    private let isOpen = Mutex(false)
    func open() { isOpen.withLock { $0 = true } }
    func wait() { while !isOpen.withLock({ $0 }) { _ = 0 } }
}

private final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
}
