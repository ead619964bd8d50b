import Kernel
import TestSupport
import Testing

private struct Note: FieldRecord {
    let subject: DataSubject
    let summary: String
    let number: Personal<IdentityNumber>?

    static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            subject: .example, summary: pass.value("summary", \.summary),
            number: pass.optionalPersonal("number", \.number, of: .example))
    }
}

/// What stands in the log for everybody holds nobody's identity number.
@Suite("Open text") struct OpenTextTests {
    private static func number(_ random: inout SeededRandom) -> String {
        let place = ["140400", "110101", "510623"].randomElement(using: &random) ?? "140400"
        let day =
            "\(Int.random(in: 1930...2015, using: &random))0\(Int.random(in: 1...9, using: &random))1"
            + "\(Int.random(in: 0...9, using: &random))"
        let order = String(Int.random(in: 1_000...9_999, using: &random).description.dropFirst())
        return IdentityNumber.completing(place + day + order)?.revealed ?? ""
    }

    private static let around = ["", "收到", " ", "（", "身份证", ". No ", "，", "交来地租：", "王*", "\n"]

    @Test(
        "An identity number is found among other words, in full-width figures too: 10,000 texts; with a wrong check it is none"
    )
    func found() {
        var random = SeededRandom(seed: 1_041)
        for _ in 0..<10_000 {
            let number = Self.number(&random)
            let before = Self.around.randomElement(using: &random) ?? ""
            let after = Self.around.randomElement(using: &random) ?? ""
            let isWide = Bool.random(using: &random)
            let shown = isWide ? Self.wide(number) : number
            #expect(IdentityNumber.stands(in: before + shown + after), "\(before)\(shown)\(after)")
            let last = number.utf8.last == 0x58 ? "1" : "X"
            #expect(!IdentityNumber.stands(in: before + number.dropLast() + last + after))
            #expect(!IdentityNumber.stands(in: before + "A" + number + after), "part of a longer code")
        }
    }

    private static func wide(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    }

    @Test("A field for everybody refuses it by number and name; the field for identity numbers takes it")
    func refused() throws {
        var random = SeededRandom(seed: 7)
        let number = Self.number(&random)
        let thrown = #expect(throws: Rejection.self) {
            try Note.read(["summary": .string("收到 \(number) 交来地租")], notation: .typed)
        }
        #expect(thrown?.number == 1041 && thrown?.field == "summary")
        #expect(thrown?.text.zh.contains(number) == false, "a refusal does not say it again")
        #expect(try Note.read(["summary": "地租", "number": .string(number)], notation: .typed).number?.content != nil)
        let logged = try Note.read(["summary": .string("收到 \(number) 交来地租")], notation: .logged)
        #expect(logged.summary.contains(number), "what an earlier program wrote is read as it stands")
    }

    @Test("A mobile number is found among other words; a longer or shorter row of figures is none")
    func mobile() {
        for text in ["13812345678", "电话13812345678", "（１９９００００１１１１）", "联系 15500001111。"] {
            #expect(MobileNumber.stands(in: text), "\(text)")
        }
        for text in ["138123456789", "1381234567", "12812345678", "凭证 2026-11-0001381", "A13812345678"] {
            #expect(!MobileNumber.stands(in: text), "\(text)")
        }
    }
}

@Suite("A share of the whole") struct ShareTests {
    private func typed(_ text: String) -> Result<Int64, Rejection> {
        Result { () throws(Rejection) in try BasisPoints(field: .string(text), notation: .typed).value }
    }

    @Test("People type it as per cent, the log and the API have ten-thousandths")
    func percent() throws {
        for (text, value) in [
            ("50", 5_000), ("3.5%", 350), ("０．５％", 50), ("0", 0), ("100 %", 10_000), ("12.34", 1_234),
        ] {
            #expect(try typed(text).get() == Int64(value), "\(text)")
        }
        #expect(try BasisPoints(field: 5_000, notation: .exact).value == 5_000)
    }

    @Test("What is none is refused in per cent, in words a clerk knows")
    func refused() {
        for (text, number) in [("101", 1008), ("-1", 1008), ("一半", 1007), ("3.555", 1007), ("50,0", 1025)] {
            guard case .failure(let rejection) = typed(text) else {
                Issue.record("\(text) is taken")
                continue
            }
            #expect(rejection.number == number, "\(text)")
            #expect(rejection.text.zh.contains("10000") == false)
        }
    }

    @Test("No Chinese refusal of a wrong kind of value holds an English word")
    func words() {
        let kinds: [KernelRejection.Expected] = [
            .text, .digits, .integer, .fen, .areaUnits, .decimal, .percent, .kilograms, .coordinates, .yesOrNo,
            .list(most: 5),
            .list(most: nil),
        ]
        for kind in kinds {
            let words = KernelRejection.wrongType(field: "x", expected: kind).rejection.text.zh
            #expect(words.firstMatch(of: /[A-Za-z]{2,}/) == nil, "\(words)")
        }
    }
}

@Suite("So many things") struct PluralTests {
    @Test("One thing is one, and a written number stands as it is")
    func counted() {
        #expect(
            "1".of("row") == "1 row" && "1,200".of("row") == "1,200 rows" && 0.of("entry", "entries") == "0 entries")
    }
}
