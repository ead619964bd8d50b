import Exchange
import Kernel
import Testing

@testable import Supervision

@Suite("Red flags where the village gives away: the mirror, and our own")
struct RedFlagMirrorTests {
    @Test("Quartiles are the median-unbiased ones, and the fences exact in fractions")
    func quartiles() throws {
        let values: [Int64] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
        #expect(Quantile.of(values.map { Int128($0) }, percent: 50) == 1_500)
        #expect(Quantile.of(values.map { Int128($0) }, percent: 25) == 800)  // 2 2/3
        #expect(Quantile.of([], percent: 25) == nil)
        let fences = try #require(
            OutlierFences(([0, 0] + [Int64](repeating: 100, count: 7)).map { Figure(whole: $0) }))
        #expect(fences.lowest == Figure.ratio(50, 3).units.advanced(by: -1).figure)  // 16 2/3, cut
        #expect(fences.isLow(.zero))
        #expect(!fences.isLow(Figure(whole: 17)))
    }

    @Test("A root is cut after twelve decimals, and equal offers have no spread")
    func roots() throws {
        #expect(Figure.root(ofRatio: 2, 1)?.units == 1_414_213_562_373)
        #expect(Figure.root(ofRatio: 1, 4)?.units == 500_000_000_000)
        #expect(Spread([700, 700, 700])?.variation == .zero)
        // 90, 100, 110: deviation 10, mean 100.
        #expect(Spread([90, 100, 110])?.deviation == Figure(whole: 10))
        #expect(Spread([90, 100, 110])?.variation == Figure.ratio(1, 10))
        #expect(Spread([1])?.deviation == nil)
    }

    @Test("The highest price wins: distances are those behind it, and the buying rule finds nothing in them")
    func mirror() {
        var cases = (1...8).map { Self.sold("\($0)", ["W": 10_000, "L": 5_000]) }
        cases.append(Self.sold("close", ["W": 10_000, "L": 9_990]))
        let selling = RedFlagReview(cases, .up, .selling)
        let close = selling.findings.filter { $0.flag == .closeSecond && $0.subject == .lot("close") }
        #expect(close.map(\.value) == [Figure.ratio(10, 10_000)])
        let buying = RedFlagReview(cases, .down, RedFlagThresholds())
        #expect(!buying.findings.contains { $0.flag == .closeSecond })
    }

    @Test("The best offer put aside is the highest where the village gives and the lowest where it buys")
    func bestDisqualified() {
        var item = Self.sold("lot", ["W": 900])
        item.offers?.append(.init(state: .disqualified, bidders: ["H"], amount: 1_000))
        item.offers?.append(.init(state: .disqualified, bidders: ["E"], amount: 1_200))
        #expect(lots(.bestDisqualified, [item], .up) == ["lot"])
        #expect(lots(.bestDisqualified, [item], .down) == [])
        #expect(lots(.allOthersDisqualified, [item], .up) == ["lot"])
    }

    @Test("A single bidder at the starting price is flagged twice; one step above it once")
    func aloneAtReserve() {
        var item = Self.sold("lot", ["W": 900])
        item.bidderCount = 1
        item.reserve = 900
        #expect(lots(.atReserveAndAlone, [item], .up) == ["lot"])
        #expect(lots(.singleBidder, [item], .up) == ["lot"])
        item.reserve = 899
        #expect(lots(.atReserveAndAlone, [item], .up) == [])
        item.method = "direct"
        #expect(lots(.singleBidder, [item], .up) == [])
    }

    @Test("Offers that hardly differ stand out among lots whose offers do")
    func lowVariation() {
        var cases = (1...9).map { Self.sold("\($0)", ["W": 1_000, "A": 700 + Int64($0), "B": 500]) }
        cases.append(Self.sold("flat", ["W": 1_000, "A": 999, "B": 998]))
        #expect(lots(.lowVariation, cases, .up) == ["flat"])
    }

    @Test("A winner far from losers who stand close together is flagged; losers spread like the winner are not")
    func relativeDistance() {
        var cases = (1...9).map { Self.sold("\($0)", ["W": 1_000, "A": 900, "B": 700 + Int64($0)]) }
        cases.append(Self.sold("cover", ["W": 1_000, "A": 801, "B": 800]))
        #expect(lots(.relativeDistance, cases, .up) == ["cover"])
    }

    @Test("Two who met three times, one of them winning each time, are a pair; one other winner breaks it")
    func rotation() {
        let met = [("1", "X"), ("2", "Y"), ("3", "X")].map { lot, winner in
            Self.sold(lot, ["X": winner == "X" ? 900 : 800, "Y": winner == "Y" ? 900 : 800])
        }
        let found = RedFlagReview(met, .up, .selling).findings.filter { $0.flag == .rotation }
        #expect(found.map(\.subject) == [.bidder("X"), .bidder("Y")])
        #expect(found.first?.lots == ["1", "2", "3"])
        let other = met + [Self.sold("4", ["X": 800, "Y": 700, "Z": 900])]
        #expect(RedFlagReview(other, .up, .selling).findings.filter { $0.flag == .rotation }.isEmpty)
    }

    @Test("49.99 mu stand just under 50, 44.99 mu and 50 do not")
    func justUnder() {
        func found(_ size: Int64) -> [String] {
            var item = Self.sold("lot", ["W": 900])
            item.limits = [.init(size: size, limit: 500_000)]
            return lots(.justUnderThreshold, [item], .up)
        }
        #expect(found(499_900) == ["lot"])
        #expect(found(450_000) == ["lot"])
        #expect(found(449_900) == [])
        #expect(found(500_000) == [])
    }

    @Test("Notices are counted in whole days: a millisecond short of ten days is nine")
    func shortNotice() {
        func found(_ milliseconds: Int64) -> [String] {
            var item = Self.sold("lot", ["W": 900])
            item.opensAt = Instant(milliseconds: 0)
            item.closesAt = Instant(milliseconds: milliseconds)
            return lots(.shortNotice, [item], .up)
        }
        #expect(found(864_000_000 - 1) == ["lot"])
        #expect(found(864_000_000) == [])
    }

    @Test("Each flag has its words, and a code at most once")
    func words() {
        for flag in RedFlag.allCases {
            for words in [RedFlagText.name(flag), RedFlagText.definition(flag), RedFlagText.threshold(flag)] {
                #expect(!words.zh.isEmpty && !words.en.isEmpty)
            }
        }
        let codes = RedFlag.allCases.compactMap(\.code)
        #expect(Set(codes).count == codes.count && codes.count == 11)
        #expect(RedFlag.allCases.filter { $0 != .variedSupplier }.count == 15)
    }

    private func lots(_ flag: RedFlag, _ cases: [RedFlagCase], _ direction: PriceDirection) -> [String] {
        RedFlagReview(cases, direction, .selling).findings.compactMap { finding in
            guard finding.flag == flag, case .lot(let id) = finding.subject else { return nil }
            return id
        }
    }

    /// A lot with these offers, awarded to whoever offered most.
    private static func sold(_ id: String, _ offers: [String: Int64]) -> RedFlagCase {
        var item = RedFlagCase(id: id)
        item.method = "open"
        item.offers = offers.sorted { $0.key < $1.key }.map { bidder, amount in
            .init(state: .valid, bidders: [bidder], amount: amount)
        }
        item.awards = [.init(state: .active, winners: [offers.max { $0.value < $1.value }?.key ?? ""])]
        return item
    }
}

extension Int128 {
    fileprivate var figure: Figure { Figure(units: self) }
}
