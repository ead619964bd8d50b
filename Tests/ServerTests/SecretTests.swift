import Kernel
import Server
import Testing

@Suite("What protects an account") struct SecretTests {
    @Test(
        "The six digits are those of RFC 6238",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func vectors(seconds: Int64, expected: String) {
        let factor = OneTimePassword(secret: Array("12345678901234567890".utf8))
        let step = OneTimePassword.step(at: Instant(milliseconds: seconds * 1_000))
        #expect(factor.code(step: step, digits: 8) == expected)
        #expect(factor.code(step: step) == String(expected.suffix(6)))
    }

    @Test("A code is good one step early or late, and never twice")
    func steps() {
        let factor = OneTimePassword(secret: [1, 2, 3])
        let now = Instant(milliseconds: 90_000_000)
        let step = OneTimePassword.step(at: now)
        for offset: Int64 in [-1, 0, 1] {
            #expect(factor.acceptedStep(factor.code(step: step + offset), at: now, after: 0) == step + offset)
        }
        #expect(factor.acceptedStep(factor.code(step: step - 2), at: now, after: 0) == nil)
        #expect(factor.acceptedStep(factor.code(step: step + 2), at: now, after: 0) == nil)
        #expect(factor.acceptedStep(factor.code(step: step), at: now, after: step) == nil)
        #expect(factor.acceptedStep("", at: now, after: 0) == nil)
    }

    @Test("Scrypt derives the key of RFC 7914")
    func scrypt() throws {
        let key = try PasswordHash.derive(
            "pleaseletmein", salt: Array("SodiumChloride".utf8),
            cost: .init(logRounds: 14, blockSize: 8, parallelism: 1), length: 64)
        #expect(key.prefix(8) == [0x70, 0x23, 0xBD, 0xCB, 0x3A, 0xFD, 0x73, 0x48])
        #expect(key.suffix(4) == [0x45, 0x57, 0x58, 0x87])
        #expect(key.count == 64)
    }

    @Test("The full cost is 2^17 rounds of 8 blocks, and stands in the hash")
    func fullCost() {
        #expect(PasswordHash.Cost.full == .init(logRounds: 17, blockSize: 8, parallelism: 1))
        #expect(SignInLimits().passwordCost == .full)
        // Only where the passwords are shown to everybody they are hashed in a moment.
        var limits = SignInLimits.demo
        #expect(limits.passwordCost == .init(logRounds: 10, blockSize: 8, parallelism: 1))
        limits.passwordCost = .full
        #expect("\(limits)" == "\(SignInLimits())")
        #expect(SignInLimits().hashesAtOnce == 2)
    }

    @Test("A password matches its hash and no other; the same password hashes differently each time")
    func passwords() throws {
        let one = try PasswordHash(of: "correct horse battery", cost: TestServer.quick)
        let two = try PasswordHash(of: "correct horse battery", cost: TestServer.quick)
        #expect(one != two)
        #expect(one.text.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        #expect(try one.matches("correct horse battery"))
        #expect(try !one.matches("correct horse batterY"))
        #expect(
            try PasswordHash(of: "\u{E9}t\u{E9} is a season", cost: TestServer.quick).matches(
                "e\u{301}te\u{301} is a season"))
    }

    @Test(
        "A hash that is none of ours matches nothing and costs nothing",
        arguments: [
            "", "$scrypt$", "$scrypt$ln=63,r=8,p=1$AAAA$AAAA", "$scrypt$ln=-1,r=0,p=0$AAAA$AAAA",
            "$argon2id$v=19$x$y$z",
        ])
    func foreignHash(text: String) throws { #expect(try !PasswordHash(text: text).matches("password")) }

    @Test("An empty password is refused before the library sees it")
    func emptyPassword() throws {
        #expect(throws: Rejection.self) { try PasswordHash(of: "", cost: TestServer.quick) }
        let hash = try PasswordHash(of: "x", cost: TestServer.quick)
        #expect(throws: Rejection.self) { try hash.matches("") }
    }

    @Test(
        "Base 32 is that of RFC 4648 without padding",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(plain: String, text: String) { #expect(Base32.text(Array(plain.utf8)) == text) }

    @Test("A token has 256 bits, comes back from its text, and prints as dots")
    func tokens() throws {
        let token = Token.fresh()
        #expect(token.bytes.count == 32)
        #expect(Token(text: token.text) == token)
        #expect(token != Token.fresh())
        #expect("\(token)" == "•••")
        for bad in ["", "x", String(repeating: "A", count: 44), String(repeating: "!", count: 43)] {
            #expect(Token(text: bad) == nil)
        }
    }

    @Test("A phone number is eleven digits from 13, however it was typed, and prints as dots")
    func phones() {
        for typed in ["13912345678", " 139 1234 5678", "+86 139-1234-5678", "１３９１２３４５６７８"] {
            #expect(PhoneNumber(typed)?.text == "13912345678")
        }
        for bad in ["", "1391234567", "12912345678", "23912345678", "139123456789", "1391234567x"] {
            #expect(PhoneNumber(bad) == nil, "\(bad)")
        }
        #expect(PhoneNumber("13912345678").map { "\($0)" } == "•••")
    }

    @Test("What is sealed opens only for the same purpose and the same installation")
    func sealing() throws {
        let ours = try #require(Secrets([UInt8](repeating: 7, count: 32)))
        let theirs = try #require(Secrets([UInt8](repeating: 8, count: 32)))
        let sealed = try ours.sealed([1, 2, 3], for: "a")
        #expect(try ours.opened(sealed, for: "a") == [1, 2, 3])
        #expect(throws: (any Error).self) { try ours.opened(sealed, for: "b") }
        #expect(throws: (any Error).self) { try theirs.opened(sealed, for: "a") }
        #expect(Secrets([1, 2, 3]) == nil)
        let phone = try #require(PhoneNumber("13912345678"))
        #expect(ours.digest(phone: phone) != theirs.digest(phone: phone))
    }

    @Test("The address for the app is plain ASCII and holds the secret")
    func enrolment() {
        let address = OneTimePassword(secret: Array("foobar".utf8)).enrolmentAddress(account: "村报账员 1")
        #expect(address.hasPrefix("otpauth://totp/Qianmo:%E6%9D%91"))
        #expect(address.hasSuffix("?secret=MZXW6YTBOI&issuer=Qianmo"))
        #expect(address.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("In a flood of wrong passwords whoever comes from elsewhere is next; and nobody waits for ever")
    func turns() {
        var queue = HashQueue<String>()
        for number in 0..<40 { queue.noteWrong(from: "198.51.100.\(number)") }
        queue.noteWrong(from: "2001:db8::")
        for number in 0..<30 { queue.append("flood \(number)", from: "198.51.100.\(200 + number)") }
        queue.append("mistyped once", from: "2001:db8::")
        queue.append("usual", from: "203.0.113.5")
        queue.append("usual too", from: "192.0.2.77")
        #expect(queue.next() == "usual" && queue.next() == "usual too" && queue.next() == "mistyped once")
        // They go on coming, and the flood is served all the same.
        var served: [String] = []
        for number in 0..<300 {
            queue.append("later \(number)", from: "203.0.113.5")
            served += queue.next().map { [$0] } ?? []
        }
        #expect(served.contains("flood 0") && served.filter { $0.hasPrefix("flood") }.count >= 20)
        queue.forgetWrong()
        while queue.next() != nil {}
        queue.append("flood", from: "198.51.100.1")
        queue.append("usual", from: "203.0.113.5")
        #expect(queue.next() == "flood" && queue.next() == "usual" && queue.next() == nil && queue.count == 0)
    }
}
