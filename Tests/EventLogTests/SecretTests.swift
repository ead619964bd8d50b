import EventLog
import Kernel
import Testing

@Suite("What is personal stays out of the log and can be destroyed")
struct SecretTests {
    var random = SeededRandom(seed: "secrets")

    @Test("A commitment holds for its value, path and salt, and for nothing else")
    mutating func commitment() {
        let salt = Salt(random: &random)
        let phone = JSON.string("phone 1")
        let commitment = Commitment(path: "phone", value: phone, salt: salt)
        #expect(commitment.holds(path: "phone", value: phone, salt: salt))
        #expect(!commitment.holds(path: "phone", value: .string("phone 2"), salt: salt))
        #expect(!commitment.holds(path: "name", value: phone, salt: salt))
        #expect(!commitment.holds(path: "phone", value: phone, salt: Salt(random: &random)))
        #expect(Commitment(base64: commitment.base64) == commitment)
        #expect(Commitment(base64: "AAAA") == nil)
    }

    @Test("The same value committed twice gives two commitments, so that nobody can try values out without the salt")
    mutating func freshSalts() throws {
        let first = Commitment(path: "phone", value: .string("1"), salt: Salt(random: &random))
        let second = Commitment(path: "phone", value: .string("1"), salt: Salt(random: &random))
        #expect(first != second)
        let zero = try #require(Salt(Array(repeating: 0, count: 32)))
        #expect(!first.holds(path: "phone", value: .string("1"), salt: zero))
        #expect(Salt([1, 2, 3]) == nil)
    }

    @Test("A sealed value opens under its key, for its entry and its field only")
    mutating func sealed() throws {
        let key = SubjectKey(random: &random)
        let salt = Salt(random: &random)
        let value = JSON.object(["name": .string("张三"), "age": .integer(40)])
        let sealed = SealedValue(value, salt: salt, index: 5, path: "person", key: key, random: &random)
        let opened = try sealed.open(index: 5, path: "person", key: key)
        #expect(opened.value == value)
        #expect(opened.salt == salt)
        #expect(throws: LogFault.unreadable) { _ = try sealed.open(index: 6, path: "person", key: key) }
        #expect(throws: LogFault.unreadable) { _ = try sealed.open(index: 5, path: "name", key: key) }
        let other = SubjectKey(random: &random)
        #expect(throws: LogFault.unreadable) { _ = try sealed.open(index: 5, path: "person", key: other) }
        for position in sealed.bytes.indices {
            var bytes = sealed.bytes
            bytes[position] ^= 1
            #expect(throws: LogFault.unreadable) {
                _ = try SealedValue(bytes: bytes).open(index: 5, path: "person", key: key)
            }
        }
        #expect(throws: LogFault.unreadable) {
            _ = try SealedValue(bytes: []).open(index: 5, path: "person", key: key)
        }
    }

    @Test("A subject's key unwraps for that subject under that installation's key only")
    mutating func wrapping() throws {
        let installation = InstallationKey(random: &random)
        let again = try #require(InstallationKey(text: installation.text))
        let subject = try #require(DataSubject("party-1"))
        let key = SubjectKey(random: &random)
        let wrapped = key.wrapped(for: subject, under: installation, random: &random)
        let sealed = SealedValue(
            .string("x"), salt: Salt(random: &random), index: 0, path: "p", key: key, random: &random)
        let unwrapped = try SubjectKey(unwrapping: wrapped, of: subject, under: again)
        #expect(try sealed.open(index: 0, path: "p", key: unwrapped).value == .string("x"))
        let neighbour = try #require(DataSubject("party-2"))
        #expect(throws: LogFault.unreadable) {
            _ = try SubjectKey(unwrapping: wrapped, of: neighbour, under: again)
        }
        let foreign = InstallationKey(random: &random)
        #expect(throws: LogFault.unreadable) { _ = try SubjectKey(unwrapping: wrapped, of: subject, under: foreign) }
        #expect(InstallationKey(text: "00") == nil)
    }

    @Test("With the subject's key destroyed the value is gone, and the entry's proof still holds")
    mutating func destroyed() throws {
        let salt = Salt(random: &random)
        let value = JSON.string("王五")
        let leaf = Leaf(
            kind: "registry.partyEntered", stream: StreamID("party", "P1"), at: Instant(milliseconds: 1), division: nil,
            office: OfficeID("admin"), role: .administrator, fields: [:],
            commitments: ["name": Commitment(path: "name", value: value, salt: salt)])
        let entry = try leaf.encoded()
        var sideTable: SealedValue? = SealedValue(
            value, salt: salt, index: 0, path: "name", key: SubjectKey(random: &random), random: &random)
        // The row may even survive in a backup: without the key, which existed once, it says nothing.
        let survivor = try #require(sideTable)
        sideTable = nil
        let anyKey = SubjectKey(random: &random)
        #expect(throws: LogFault.unreadable) { _ = try survivor.open(index: 0, path: "name", key: anyKey) }
        var range = CompactRange()
        range.append(.leaf(entry))
        range.append(.leaf([1]))
        let proof = InclusionProof(index: 0, size: 2, hashes: [.leaf([1])])
        #expect(proof.holds(leaf: .leaf(entry), root: range.root))
        #expect(!String(decoding: entry, as: UTF8.self).contains("王五"))
    }

    @Test("No key and no salt can be printed by mistake")
    mutating func unprintable() throws {
        let installation = InstallationKey(random: &random)
        let signing = try #require(SigningKey(name: "log.example", random: &random))
        let secrets: [Any] = [installation, signing, SubjectKey(random: &random), Salt(random: &random)]
        for secret in secrets {
            var dumped = ""
            dump(secret, to: &dumped)
            #expect("\(secret)" == "•••")
            #expect(String(reflecting: secret) == "•••")
            #expect(dumped.contains("•••") && !dumped.contains("bytes"))
        }
    }

    @Test("Seeded chance repeats itself; the system's does not")
    mutating func sources() {
        var again = SeededRandom(seed: "secrets")
        #expect(random.bytes(70) == again.bytes(70))
        #expect(random.bytes(3) == again.bytes(3))
        var system = SystemRandom()
        #expect(system.bytes(33).count == 33)
        #expect(system.bytes(16) != system.bytes(16))
        #expect(system.bytes(0).isEmpty)
    }
}
