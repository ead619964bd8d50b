import Foundation
import Kernel
import Testing

@Suite("One form of every text") struct CanonicalTextTests {
    private func read(_ text: String, _ notation: FieldNotation = .exact) throws -> String {
        try String(field: .string(text), notation: notation)
    }

    private func isNFC(_ text: String) -> Bool {
        text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars)
    }

    /// Every code point of the first two planes and the tags that is a character, Chinese ones by a sample.
    private var scalars: [Unicode.Scalar] {
        ((0...0x1FFFF) as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
            switch scalar.value {
            case 0x3400...0x9FFF, 0xAC00...0xD7A3, 0x17000...0x18CFF: scalar.value % 97 == 0
            default: scalar.properties.generalCategory != .privateUse
            }
        } + ((0xE0000...0xE01FF) as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    }

    @Test("A text that is looked for holds no control character, whatever was sent: no store would take it")
    func sought() {
        for scalar in scalars where scalar.properties.generalCategory == .control {
            let text = CanonicalText.sought("谭\(scalar)坝")
            #expect(
                text.unicodeScalars.allSatisfy {
                    $0.properties.generalCategory != .control || $0.value < 0x0B && $0.value > 8
                })
        }
        #expect(CanonicalText.sought("\0") == "\u{FFFD}" && CanonicalText.sought(" 谭坝\u{200B}") == "谭坝")
    }

    @Test(
        "What a Mac, a phone or a hurried hand types becomes the one form",
        arguments: [
            ("Cafe\u{301}", "Caf\u{E9}"), ("\u{F9D1}月", "六月"), ("村口鱼塘\u{202E}元 005,1 价起", "村口鱼塘元 005,1 价起"),
            ("\u{FEFF}谭坝村", "谭坝村"), ("谭\u{200B}坝村", "谭坝村"), ("　谭坝 村\u{A0}\n", "谭坝 村"),
            ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
            ("e\u{200D}\u{301}", "\u{E9}"), ("\u{301}a", "a"), ("\u{2800}\u{2800}", ""), ("\u{3164}", ""),
            ("  a\n\n b ", "a\n\n b"),
            ("+86 138\u{202C}", "+86 138"), ("a\u{AD}b", "ab"), ("字\u{E0100}", "字"), ("ᠠ\u{180B}ᠡ", "ᠠ\u{180B}ᠡ"),
            ("字\u{180B}", "字"),
        ])
    func oneForm(text: String, expected: String) throws {
        for notation in [FieldNotation.exact, .typed] {
            #expect(try read(text, notation).unicodeScalars.elementsEqual(expected.unicodeScalars))
        }
    }

    @Test("The log's own text is never altered", arguments: ["Cafe\u{301}", " a ", "\u{202E}a", "a\r\nb", "\u{FFFD}"])
    func logged(text: String) throws {
        #expect(try read(text, .logged).utf8.elementsEqual(text.utf8))
        #expect(try Name(field: .string(text), notation: .logged).text.utf8.elementsEqual(text.utf8))
    }

    @Test(
        "Control characters, non-characters and the trace of a wrong decoding are refused",
        arguments: [0, 7, 0x1B, 0x7F, 0x9C, 0xFFFD, 0xFFFE, 0xFDD0, 0x1FFFF, 0x10FFFF])
    func damaged(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        let thrown = #expect(throws: Rejection.self) { try read("a\(scalar)b") }
        #expect(thrown?.number == 1017)
    }

    @Test("In 300,000 texts made of every character, what is accepted is NFC, trimmed, visible and its own form again")
    func everyCharacter() throws {
        var texts = 0
        for scalar in scalars {
            for text in ["\(scalar)", "a\(scalar)b", "e\(scalar)\u{301}", " \(scalar) 村"] {
                texts += 1
                guard let canonical = try? read(text) else { continue }
                let parts = canonical.unicodeScalars
                guard isNFC(canonical), try read(canonical).unicodeScalars.elementsEqual(parts),
                    parts.first.map({ !$0.properties.isWhitespace }) ?? true,
                    parts.last.map({ !$0.properties.isWhitespace }) ?? true,
                    parts.allSatisfy({
                        !$0.properties.isDefaultIgnorableCodePoint || (0x180B...0x180F).contains($0.value)
                    }),
                    !parts.contains("\r")
                else {
                    Issue.record("U+\(String(scalar.value, radix: 16)) in \(text.unicodeScalars.map { $0.value })")
                    continue
                }
            }
        }
        #expect(texts > 300_000, "\(texts)")
    }

    @Test(
        "Two canonical texts side by side are canonical: 500,000 joints, so that what a rule puts together is NFC too")
    func joints() throws {
        // Characters that something may join: Latin, Greek, Bengali, Tamil, Hangul, Kirat Rai, kana.
        let before = ["e", "ω", "\u{9C7}", "\u{BC6}", "\u{1100}", "가", "か", "\u{16D63}", "\u{1B05}", "=", "o\u{31B}"]
        var joints = 0
        for scalar in scalars {
            guard let after = try? read("\(scalar)x") else { continue }
            for letter in before {
                joints += 1
                if !isNFC(letter.precomposedStringWithCanonicalMapping + after) {
                    Issue.record("\(letter) U+\(String(scalar.value, radix: 16))")
                }
            }
        }
        #expect(joints > 500_000, "\(joints)")
    }

    @Test("Where every byte counts, text is taken as it stands or refused")
    func verbatim() throws {
        for text in ["qianmo\n12\n\n— key abc=\n", "", "a", "村\n"] {
            for notation in [FieldNotation.exact, .logged] {
                let kept = try Verbatim(field: .string(text), notation: notation).text
                #expect(kept.utf8.elementsEqual(text.utf8))
            }
        }
        for text in ["e\u{301}\n", "a\u{200B}b", "a\r\n", "\u{3000}a", "a\u{7}", "\u{FEFF}a"] {
            #expect(throws: Rejection.self) { try Verbatim(field: .string(text), notation: .exact) }
        }
    }

    @Test("Length is counted in code points of the one form, so that no single character carries a thousand marks")
    func length() throws {
        #expect(try read(String(repeating: "村", count: 2_000)).count == 2_000)
        for long in [String(repeating: "村", count: 2_001), "x" + String(repeating: "\u{323}\u{336}", count: 1_000)] {
            let thrown = #expect(throws: Rejection.self) { try read(long) }
            #expect(thrown?.number == 1009)
        }
        #expect(try read(String(repeating: "e\u{301}", count: 2_000)).unicodeScalars.count == 2_000)
        #expect(try read(String(repeating: " ", count: 9_000) + "a") == "a")
    }

    @Test(
        "A name without ink is refused, whatever it is made of",
        arguments: [
            "", " ", "\u{3164}", "\u{2800}\u{2800}", "\u{200B}", "\u{115F}", "\u{FFA0}", "\u{17B4}", "\u{202E}",
            "\u{E0041}", "...", "　", "\u{301}", "—", "\u{FE0F}",
        ])
    func noInk(text: String) {
        let thrown = #expect(throws: Rejection.self) { try Name(text) }
        #expect(thrown?.number == 1023)
    }

    @Test("A name is one line")
    func names() throws {
        #expect(try Name(" 王\u{3000}\u{3000}小明\n").text == "王 小明")
        #expect(try Name("买买提·吐尔逊").text == "买买提·吐尔逊")
        #expect(try Name("3 号塘").text == "3 号塘")
        #expect(try Name(field: .string("Cafe\u{301}"), notation: .typed).field == .string("Caf\u{E9}"))
        #expect(throws: Rejection.self) { try Name(String(repeating: "村", count: 201)) }
    }

    @Test("Codes are read from full-width signs, with spaces and small letters, wherever they stand")
    func folded() throws {
        let wide = { (text: String) in
            String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
        }
        let identity = try #require(IdentityNumber.completing("14040419700101123"))
        #expect(try IdentityNumber(wide(identity.revealed)) == identity)
        #expect(
            try IdentityNumber(" \(identity.revealed.prefix(6)) \(identity.revealed.dropFirst(6).lowercased())")
                == identity)
        #expect(try CreditCode(wide(CreditCode.example.text.lowercased())) == CreditCode.example)
        #expect(try DivisionCode("１４０４０４ １０１").digits == "140404101")
        #expect(try PersonID(field: .string("ｌｏｔ－１ "), notation: .typed).text == "lot-1")
        #expect(throws: Rejection.self) { try PersonID(field: .string("ｌｏｔ－１"), notation: .exact) }
        #expect(Folding.code("１２３ 　４５６\u{200B}") == "123456")
        #expect(Folding.folded("２０２４。１。５") == "2024.1.5")
    }

    @Test(
        "A telephone number is kept without spaces and brackets",
        arguments: [
            ("138 0000 0000", "13800000000"), ("（０３５５）１２３４５６７", "03551234567"), ("0355—1234567", "0355-1234567"),
            ("\u{202D}+86 13800000000\u{202C}", "+8613800000000"), ("110", "110"),
        ])
    func phones(text: String, expected: String) throws {
        #expect(try Telephone(text).text == expected)
        #expect(try Telephone(expected).text == expected)
    }

    @Test(
        "What nobody can call is refused",
        arguments: ["", "12", "-123", "123-", "1+23456", "无", "13800000000x", "123456789012345678901"])
    func notAPhone(text: String) {
        let thrown = #expect(throws: Rejection.self) { try Telephone(text) }
        #expect(thrown?.number == 1024)
    }
}
