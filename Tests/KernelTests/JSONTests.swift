import Kernel
import Testing

@Suite("Strict JSON") struct JSONTests {
    private func parse(_ text: String) throws -> JSON { try JSON(parsing: Array(text.utf8)) }

    @Test("Canonical bytes have sorted keys, no spaces and the shortest escapes")
    func canonical() throws {
        let json = try parse(#" { "b" : [1, -2, null, true], "a" : "A\"\\\n\u4e61\ud83d\ude00\u0001" } "#)
        #expect(json.canonicalText == #"{"a":"A\"\\\n乡😀\u0001","b":[1,-2,null,true]}"#)
        #expect(try JSON(parsing: json.canonicalBytes) == json)
    }

    @Test(
        "What is not strict JSON is refused with its number",
        arguments: [
            ("", 1001), ("{", 1001), ("[1,]", 1001), ("{\"a\":1,}", 1001), ("01", 1001), ("nul", 1001),
            ("\"\\x\"", 1001),
            ("\"\\ud800\"", 1001), ("\"\\udc00\"", 1001), ("1 2", 1001), ("\"a\nb\"", 1001), ("'a'", 1001), ("-", 1001),
            ("{\"a\":1,\"a\":2}", 1002), ("1.5", 1004), ("1e3", 1004), ("9223372036854775808", 1004), ("NaN", 1001),
            (String(repeating: "[", count: 40), 1003),
        ])
    func refused(text: String, number: Int) {
        let thrown = #expect(throws: Rejection.self) { try parse(text) }
        #expect(thrown?.number == number)
    }

    @Test("Bytes that are not UTF-8 are refused, also inside text")
    func encoding() {
        for bytes in [[0x22, 0xFF, 0x22], [0x22, 0x61, 0x5C, 0x6E, 0xD5, 0xC5, 0x22]] as [[UInt8]] {
            #expect(throws: Rejection.self) { try JSON(parsing: bytes) }
        }
    }

    @Test("More than the limit is refused before it is read")
    func limit() {
        let thrown = #expect(throws: Rejection.self) {
            try JSON(parsing: Array(repeating: 0x20, count: 101), limits: JSONLimits(bytes: 100))
        }
        #expect(thrown?.number == 1022)
    }

    @Test("Random bytes never crash the parser, and what it accepts it writes back the same")
    func fuzz() throws {
        var seed: UInt64 = 7
        let alphabet = Array(#"{}[]",:0123456789-truefalsn\ub "#.utf8) + [0xE4, 0xB9, 0xA1, 0xFF]
        var accepted = 0
        for _ in 0..<30_000 {
            var bytes: [UInt8] = []
            for _ in 0..<(seed >> 40) % 14 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(seed >> 33) % alphabet.count])
            }
            seed = seed &* 6_364_136_223_846_793_005 &+ 1
            if let json = try? JSON(parsing: bytes) {
                accepted += 1
                #expect(try JSON(parsing: json.canonicalBytes) == json)
            }
        }
        #expect(accepted > 100)
    }
}
