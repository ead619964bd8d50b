import EventLog
import Kernel
import Testing

@Suite("Leaves")
struct LeafTests {
    private func leaf(_ fields: [String: JSON], commitments: [String: Commitment] = [:]) throws -> Leaf {
        Leaf(
            kind: "exchange.bidPlaced", stream: StreamID("lot", "L1"), at: Instant(milliseconds: 1_561_968_000_000),
            division: DivisionID("p510521"), office: OfficeID("station-yusi"), role: .stationAgent,
            fields: fields, commitments: commitments, cause: 41,
            key: KeyDigest(person: try #require(PersonID("w1")), key: "bid-1"))
    }

    @Test("An entry is canonical JSON with its members in the order of their names")
    func canonical() throws {
        let plain = Leaf(
            kind: "exchange.bidPlaced", stream: StreamID("lot", "L1"), at: Instant(milliseconds: -5), division: nil,
            office: OfficeID("admin"), role: .system,
            fields: ["priceFen": .integer(120_000), "a": .array([.bool(true), .null]), "b": .string("\"\\\n")])
        #expect(
            String(decoding: try plain.encoded(), as: UTF8.self)
                == #"{"at":-5,"fields":{"a":[true,null],"b":"\"\\\n","priceFen":120000},"kind":"exchange.bidPlaced","#
                + #""office":"admin","role":"system","stream":"lot/L1","v":1}"#)
    }

    @Test("An entry reads back whole: header, Chinese text, commitments, cause and key")
    func roundTrip() throws {
        var random = SeededRandom(seed: "leaf")
        let commitment = Commitment(path: "name", value: .string("张三"), salt: Salt(random: &random))
        let written = try leaf(
            ["title": .string("泸县玉蟾街道 20 亩（水田）"), "lowest": .integer(.min), "highest": .integer(.max)],
            commitments: ["name": commitment])
        let bytes = try written.encoded()
        #expect(try Leaf(decoding: bytes) == written)
        #expect(try Leaf(canonical: bytes) == written)
    }

    @Test("Text is written in NFC: a composed and a decomposed Å give the same bytes")
    func normalForm() throws {
        let composed = try leaf(["name": .string("\u{C5}ngström 한국 か\u{3099}")]).encoded()
        let decomposed = try leaf(["name": .string("A\u{30A}ngstro\u{308}m 한국 が")]).encoded()
        let angstromSign = try leaf(["name": .string("\u{212B}ngström 한국 が")]).encoded()
        #expect(composed == decomposed)
        #expect(composed == angstromSign)
        #expect(throws: Never.self) { try Leaf(canonical: composed) }
    }

    @Test("Chinese text is written as it is, byte for byte")
    func chinese() throws {
        let text = "阡陌：土地承包经营权出租，𠮷村、㑇地，ＡＢＣ１２３。"
        let bytes = try leaf(["t": .string(text)]).encoded()
        #expect(bytes.split(separator: UInt8(ascii: "\"")).contains { $0.elementsEqual(text.utf8) })
    }

    @Test("An entry of 16 KiB is taken, one byte more is refused")
    func largest() throws {
        let overhead = try leaf(["t": .string("")]).encoded().count
        let room = Leaf.largest - overhead
        let full = try leaf(["t": .string(String(repeating: "x", count: room))]).encoded()
        #expect(full.count == Leaf.largest)
        #expect(throws: LogFault.leafTooLarge(bytes: Leaf.largest + 1)) {
            _ = try leaf(["t": .string(String(repeating: "x", count: room + 1))]).encoded()
        }
        #expect(throws: LogFault.leafTooLarge(bytes: Leaf.largest + 1)) { _ = try Leaf(decoding: full + [0x20]) }
    }

    @Test("A decimal or a name that is not ASCII cannot stand in an entry")
    func unfit() throws {
        #expect(throws: LogFault.unfitForLeaf(field: "15")) {
            _ = try leaf(["a": .decimal(units: 15, scale: 1)]).encoded()
        }
        #expect(throws: LogFault.unfitForLeaf(field: "价")) { _ = try leaf(["价": .integer(1)]).encoded() }
    }

    @Test("An entry with a member missing, wrong, unknown or of another version is refused")
    func malformed() throws {
        let good = String(decoding: try leaf(["a": .integer(1)]).encoded(), as: UTF8.self)
        let bad = [
            good.replacing("\"v\":1", with: "\"v\":2"), good.replacing("\"v\":1", with: "\"v\":1,\"w\":1"),
            good.replacing("stationAgent", with: "king"),
            good.replacing("lot/L1", with: "lot"), good.replacing("p510521", with: "not a division"),
            good.replacing("\"cause\":41", with: "\"cause\":\"41\""), good.replacing("{\"a\":1}", with: "[]"),
            good.replacing("\"at\":1561968000000,", with: ""), String(good.dropLast()), good + good, "", "[]",
        ]
        for text in bad {
            #expect(throws: LogFault.malformedLeaf, "\(text)") { _ = try Leaf(decoding: Array(text.utf8)) }
        }
    }

    @Test("Spaces, another order or a decomposed letter make an entry not canonical")
    func notCanonical() throws {
        let good = String(decoding: try leaf(["a": .string("Å")]).encoded(), as: UTF8.self)
        let bad = [good + " ", good.replacing("\"v\":1", with: "\"v\": 1"), good.replacing("Å", with: "A\u{30A}")]
        _ = try Leaf(canonical: Array(good.utf8))
        for text in bad {
            _ = try Leaf(decoding: Array(text.utf8))
            #expect(throws: LogFault.malformedLeaf, "\(text)") { _ = try Leaf(canonical: Array(text.utf8)) }
        }
    }

    @Test("The key digest tells person and key apart and is 32 digits")
    func keyDigest() throws {
        let one = KeyDigest(person: try #require(PersonID("w1")), key: "2")
        #expect(one != KeyDigest(person: try #require(PersonID("w")), key: "12"))
        #expect(one.text.utf8.count == 32)
        #expect(KeyDigest(text: one.text) == one)
        #expect(KeyDigest(text: "xyz") == nil)
    }
}
