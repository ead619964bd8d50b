import Kernel
import Testing

@Suite("Money") struct MoneyTests {
    @Test("720,000 yuan in 40/30/30 is 288,000, 216,000 and 216,000")
    func luxianInstalments() {
        #expect(Money(fen: 72_000_000).split(by: [40, 30, 30]).map(\.fen) == [28_800_000, 21_600_000, 21_600_000])
    }

    @Test("The parts of a split always add up, and differ from the exact share by less than one fen")
    func splitIsExact() {
        var seed: UInt64 = 20_260_301
        func next(_ bound: Int64) -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(seed >> 33) % bound
        }
        for _ in 0..<2_000 {
            let amount = Money(fen: next(1_000_000_000) - 500_000_000)
            let weights = (0..<(1 + next(12))).map { _ in next(1_000) } + [1]
            let parts = amount.split(by: weights)
            let total = weights.reduce(0, +)
            #expect(parts.reduce(.zero, +) == amount)
            for (part, weight) in zip(parts, weights) {
                #expect((part.fen * total - amount.fen * weight).magnitude < UInt64(total))
            }
        }
    }

    @Test("Ties of a split go to the earlier part")
    func splitTies() {
        #expect(Money(fen: 100).split(by: [1, 1, 1]).map(\.fen) == [34, 33, 33])
        #expect(Money(fen: -100).split(by: [1, 1, 1]).map(\.fen) == [-34, -33, -33])
    }

    @Test("Scaling rounds half away from zero")
    func scaling() throws {
        #expect(try Money(fen: 5).scaled(by: 1, over: 2).fen == 3)
        #expect(try Money(fen: -5).scaled(by: 1, over: 2).fen == -3)
        #expect(try Money(fen: 4).scaled(by: 1, over: 3).fen == 1)
        #expect(try Money(fen: 5).scaled(by: 1, over: 3).fen == 2)
        #expect(try Money(fen: 120_000).scaled(by: 20 * 30).fen == 72_000_000)
    }

    @Test("A product beyond 100 billion yuan is refused, not wrapped")
    func overflow() {
        #expect(throws: Rejection.self) { try Money(fen: Money.highest).scaled(by: 2) }
        #expect(throws: Rejection.self) { try Money(fen: Money.highest).adding(Money(fen: 1)) }
        #expect(throws: Rejection.self) { try Money(fen: Int64.max).adding(Money(fen: Int64.max)) }
    }

    @Test(
        "People type yuan in many ways",
        arguments: [
            ("1200.5", 120_050), ("1,200.50", 120_050), ("¥800", 80_000), ("８００．５", 80_050), ("-3", -300), (" 7 ", 700),
            ("0", 0), ("０", 0),
        ] as [(String, Int64)])
    func typed(text: String, fen: Int64) throws {
        #expect(try Money(field: .string(text), notation: .typed).fen == fen)
    }

    @Test(
        "What is not an amount is refused",
        arguments: [
            "", "abc", "1.234", "1..2", "1.", ",5", "1e3", "--1", "99999999999999999999", "100000000001", "1 2",
        ])
    func notAnAmount(text: String) {
        #expect(throws: Rejection.self) { try Money(field: .string(text), notation: .typed) }
    }

    @Test("2,000 amounts written out in capitals, in plain numerals and without the closing word are read to the fen")
    func writtenOut() throws {
        var seed: UInt64 = 20_261_129
        func next(_ bound: Int64) -> Int64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(seed >> 33) % bound
        }
        let plain = Dictionary(uniqueKeysWithValues: zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千"))
        for turn in 0..<2_000 {
            // Every size, and round figures among them, where the zeros are.
            let size = [10, 1_000, 100_000, 100_000_000, 1_000_000_000_000][turn % 5] as Int64
            let amount = Money(
                fen: next(min(size, 2_000_000_000)) * (size / min(size, 2_000_000_000)) / 100 * 100 + next(3)
                    * next(100))
            let words = CapitalAmount.words(amount)
            #expect(try Money(typed: words) == amount, "\(words)")
            #expect(try Money(typed: "人民币" + words.replacing("元", with: "圆").replacing("整", with: "正")) == amount)
            let bare = String(words.filter { $0 != "整" }.map { plain[$0] ?? $0 })
            #expect(try Money(typed: bare) == amount, "\(bare)")
        }
        #expect(try Money(typed: "拾元整").fen == 1_000)
        #expect(try Money(typed: "壹拾元叁角").fen == 1_030)
        #expect(try Money(typed: "负陆佰元整").fen == -60_000)
    }

    @Test(
        "Words that could be two amounts, or none, are refused",
        arguments: [
            "三千五元", "壹佰贰元", "一万二百元", "陆元佰", "元", "整", "元整", "壹元壹元", "十元二", "一元十角", "壹", "三千五", "壹元壹分壹角", "壹角整元",
            "玖玖元", "壹元伍整", "壹拾拾元", "零壹元", "壹亿亿亿亿亿亿元", "玖仟玖佰玖拾玖万亿元",
        ])
    func notWrittenOut(text: String) {
        #expect(throws: Rejection.self) { try Money(typed: text) }
    }

    @Test("The API takes fen, and nothing but an integer")
    func exact() throws {
        #expect(try Money(field: .integer(80_000), notation: .exact).fen == 80_000)
        #expect(throws: Rejection.self) { try Money(field: .string("800"), notation: .exact) }
    }

    @Test("Area is typed in mu with up to four decimals and never negative")
    func area() throws {
        #expect(try Area(field: .string("374.6"), notation: .typed).units == 3_746_000)
        #expect(try Area(field: .string("0.0001"), notation: .typed).units == 1)
        #expect(throws: Rejection.self) { try Area(field: .string("0.00001"), notation: .typed) }
        #expect(throws: Rejection.self) { try Area(field: .integer(-1), notation: .exact) }
    }
}
