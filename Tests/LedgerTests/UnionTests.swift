import Kernel
@testable import Ledger
import Storage
import TestSupport
import Testing

@Suite("Unions and income bands") struct UnionTests {
    private typealias Line = ConsolidatedBody.Line

    /// BK-16: two villages and their company (books.md 7.3).
    private func bodies(rentAtU: Int64 = 12_000) -> [ConsolidatedBody] {
        [
            ConsolidatedBody(
                "A",
                [
                    Line(.asset, yuan(350_000)), Line(.claim, yuan(50_000), with: "U", "loan"),
                    Line(.claim, yuan(6_000), with: "U", "rent due"),
                    Line(.investment, yuan(40_000), with: "U", "capital"), Line(.retained, yuan(-430_000)),
                    Line(.income, yuan(-12_000), with: "U", "rent"),
                    Line(.dividendReceived, yuan(-4_000), with: "U", "dividend"),
                ]),
            ConsolidatedBody(
                "B",
                [
                    Line(.asset, yuan(200_000)), Line(.investment, yuan(60_000), with: "U", "capital"),
                    Line(.retained, yuan(-254_000)), Line(.dividendReceived, yuan(-6_000), with: "U", "dividend"),
                ]),
            ConsolidatedBody(
                "U",
                [
                    Line(.asset, yuan(181_000)), Line(.payable, yuan(-50_000), with: "A", "loan"),
                    Line(.payable, yuan(-6_000), with: "A", "rent due"),
                    Line(.capital, yuan(-40_000), with: "A", "capital"),
                    Line(.capital, yuan(-60_000), with: "B", "capital"), Line(.retained, yuan(-12_000)),
                    Line(.dividendPaid, yuan(4_000), with: "A", "dividend"),
                    Line(.dividendPaid, yuan(6_000), with: "B", "dividend"), Line(.income, yuan(-90_000)),
                    Line(.expense, yuan(55_000)), Line(.expense, yuan(rentAtU), with: "A", "rent"),
                ], shares: [("A", 40), ("B", 60)]),
        ]
    }

    @Test("45,000 as a plain sum is 35,000 without what the three pay each other: 21,200 and 13,800")
    func union() throws {
        let whole = Consolidation(bodies())
        #expect(whole.plainNet == yuan(45_000) && whole.net == yuan(35_000) && whole.mismatches.isEmpty)
        #expect(whole.attributed == ["A": yuan(21_200), "B": yuan(13_800)])
        func line(_ kind: ConsolidatedBody.Kind) -> [Int64]? {
            whole.lines.first { $0.kind == kind }.map {
                [$0.plain.fen / 100, $0.elimination.fen / 100, $0.consolidated.fen / 100]
            }
        }
        #expect(line(.asset) == [731_000, 0, 731_000])
        #expect(line(.claim) == [56_000, -56_000, 0] && line(.investment) == [100_000, -100_000, 0])
        #expect(line(.payable) == [-56_000, 56_000, 0] && line(.capital) == [-100_000, 100_000, 0])
        #expect(line(.dividendReceived) == [-10_000, 10_000, 0])
        #expect(line(.expense) == [67_000, -12_000, 55_000] && line(.income) == [-102_000, 12_000, -90_000])
        #expect(whole.lines.reduce(Money.zero) { $0 + $1.elimination } == .zero)
    }

    @Test("A pair that does not agree on both sides is listed and stays in the sum")
    func mismatch() {
        let whole = Consolidation(bodies(rentAtU: 11_000))
        #expect(whole.mismatches == [Consolidation.Mismatch(matter: "rent", difference: yuan(-1_000))])
        #expect(whole.plainNet == yuan(46_000) && whole.net == yuan(36_000))
    }

    @Test(
        "A village stands in the band of its result, at both sides of every edge",
        arguments: [
            (0, IncomeBand.without), (-1, .without), (1, .below5), (4_999_999, .below5), (5_000_000, .from5),
            (9_999_999, .from5), (10_000_000, .from10), (49_999_999, .from10), (50_000_000, .from50),
            (99_999_999, .from50), (100_000_000, .from100),
        ] as [(Int, IncomeBand)])
    func bands(fen: Int, band: IncomeBand) {
        #expect(IncomeBand(Money(fen: Int64(fen))) == band)
    }

    @Test("58.2 % of 2,436 villages are 1,417 or 1,418 of them, with 58.1 and 58.3 beside")
    func share() {
        #expect(BandShare.numerators(printing: 582, of: 2_436) == [1_417, 1_418])
        #expect(BandShare(1_416, of: 2_436).tenths == 581 && BandShare(1_419, of: 2_436).tenths == 583)
        #expect(BandShare(0, of: 0).tenths == 0)
    }

    @Test("The operating result of the statistics leaves subsidies out: 17,840 where the statement says 137,840")
    func statisticalResult() throws {
        let year = try WorkedYear()
        try year.post(["year", "closing"])
        let figures = try year.village.database.read {
            try StatementQueries.movements(
                year.village.organisation, from: AccountingMonth("2024-01")!, through: day("2024-12-31"), in: $0)
        }
        #expect(figures.statisticalResult == yuan(17_840))
        #expect(IncomeBand(figures.statisticalResult) == .below5)
    }
}
