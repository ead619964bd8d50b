import Foundation
import Kernel
import TestSupport
import Testing

@testable import Exchange

@Suite("Red flags")
struct RedFlagTests {
    static let pairs: [(String, Set<Flag>, @Sendable (inout FlagSettings) -> Void)] = [
        ("R003", [.shortNotice], { _ in }),
        ("R003-threshold-10", [.shortNotice], { $0.noticeDays = 10 }),
        ("R003-procurement_methods-open+selective", [.shortNotice], { $0.noticeMethods = ["open", "selective"] }),
        ("R003-procurement_method_details-x-5-y-10", [.shortNotice], { $0.noticeDaysByDetails = ["x": 5, "y": 10] }),
        ("R018", [.singleBidder], { _ in }), ("R024", [.closeSecond], { _ in }),
        ("R025", [.professionalLoser], { _ in }), ("R028", [.identicalPrices], { _ in }),
        ("R030", [.lateWinner], { _ in }), ("R035", [.othersDisqualified], { _ in }),
        ("R036", [.bestDisqualified], { _ in }), ("R038", [.disqualificationRate], { _ in }),
        ("R038-tenderer", [.disqualificationRate], { _ in }),
        ("R048-minimum_contracting_processes-1", [.manyClasses], { $0.leastCases = 1 }),
        ("R058", [.largeGap], { _ in }),
    ]

    @Test(
        "On the buy side the indicators give exactly what the Cardinal library gives for its fifteen pairs",
        .enabled(if: sharedText("redflags/R003.jsonl") != nil, "the shared data are not here"), arguments: 0..<15)
    func cardinal(_ position: Int) throws {
        let (name, flags, adjust) = Self.pairs[position]
        var settings = FlagSettings()
        settings.notComparable = ["NPC"]
        settings.excluded = ["EXC"]
        adjust(&settings)
        let lines = try #require(sharedText("redflags/\(name).jsonl")).split(whereSeparator: \.isNewline)
        let cases = try lines.map { try FlagCase(release: Data($0.utf8)) }
        let expected = try Self.expected(Data(try #require(sharedText("redflags/\(name).expected")).utf8))
        #expect(RedFlags(cases, settings).found(flags) == expected, "\(name)")
    }

    static func expected(_ data: Data) throws -> Set<Flagged> {
        let tree = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: [String: Double]]])
        var all: Set<Flagged> = []
        for (kind, subjects) in tree {
            for (name, values) in subjects {
                for (code, value) in values {
                    let subject: Flagged.Subject =
                        switch kind {
                        case "OCID": .lot(name)
                        case "Tenderer": .tenderer(name)
                        case "Buyer": .buyer(name)
                        default: .entity(name)
                        }
                    let flag = try #require(Flag(rawValue: code))
                    all.insert(Flagged(flag: flag, subject: subject, millionths: Int64((value * 1_000_000).rounded())))
                }
            }
        }
        return all
    }

    static func lot(_ id: String, _ offers: [(String, Int64)], winner: String) -> FlagCase {
        var one = FlagCase(id: id)
        one.direction = .up
        one.offers = offers.map { FlagCase.Offer(status: .valid, tenderers: [$0.0], amount: $0.1, currency: "CNY") }
        one.awards = [FlagCase.Award(status: .active, suppliers: [winner])]
        return one
    }

    @Test("On the sell side: sold at reserve to the only bidder, just under a threshold, and by turns")
    func sellSide() {
        var alone = Self.lot("alone", [("A", 80_000)], winner: "A")
        alone.reserve = 80_000
        var under = Self.lot("under", [("A", 1), ("B", 2)], winner: "B")
        under.total = 19_000_000
        under.threshold = 20_000_000
        under.clerk = "clerk"
        let turns = (0..<3).map {
            Self.lot("t\($0)", [("X", 10 + $0), ("Y", 11 - $0 % 2)], winner: $0 == 1 ? "X" : "Y")
        }
        let found = RedFlags([alone, under] + turns).found([.atReserveAlone, .underThreshold, .rotation])
        #expect(
            found == [
                Flagged(flag: .atReserveAlone, subject: .lot("alone"), millionths: 1_000_000),
                Flagged(flag: .underThreshold, subject: .lot("under"), millionths: 1_000_000),
                Flagged(flag: .underThreshold, subject: .clerk("clerk"), millionths: 1_000_000),
                Flagged(flag: .rotation, subject: .tenderer("X"), millionths: 3_000_000),
                Flagged(flag: .rotation, subject: .tenderer("Y"), millionths: 3_000_000),
            ])
        under.total = 18_999_999
        #expect(RedFlags([under]).found([.underThreshold]).isEmpty)
    }

    @Test("Among lots with spread offers the one whose offers hardly differ stands out, and the one with a far winner")
    func spread() {
        var cases = (0..<8).map { Self.lot("n\($0)", [("A", 100), ("B", 150), ("C", 200)], winner: "C") }
        cases.append(Self.lot("tight", [("A", 1_000), ("B", 1_001), ("C", 1_002)], winner: "C"))
        cases.append(Self.lot("far", [("A", 100), ("B", 102), ("C", 900)], winner: "C"))
        let low = RedFlags(cases).found([.lowVariation]).map(\.subject)
        #expect(low.contains(.lot("tight")) && !low.contains(.lot("n0")))
        let far = RedFlags(cases).found([.relativeDistance]).map(\.subject)
        #expect(far == [.lot("far")])
    }
}

extension FlagCase {
    /// From a compiled OCDS release, as the pairs give it.
    init(release: Data) throws {
        let tree = try #require(try JSONSerialization.jsonObject(with: release) as? [String: Any])
        self.init(id: tree["ocid"] as? String ?? "")
        let tender = tree["tender"] as? [String: Any] ?? [:]
        isCancelled = tender["status"] as? String == "cancelled"
        method = tender["procurementMethod"] as? String
        methodDetails = tender["procurementMethodDetails"] as? String
        bidders = (tender["numberOfTenderers"] as? Int).map { Int64($0) }
        let period = tender["tenderPeriod"] as? [String: String] ?? [:]
        periodStart = period["startDate"].flatMap { Instant($0) }
        periodEnd = period["endDate"].flatMap { Instant($0) }
        buyer = (tree["buyer"] as? [String: Any])?["id"] as? String
        entity = (tender["procuringEntity"] as? [String: Any])?["id"] as? String
        let details = (tree["bids"] as? [String: Any])?["details"] as? [[String: Any]] ?? []
        offers = details.compactMap { bid in
            guard let status = BidStatus(rawValue: bid["status"] as? String ?? "") else { return nil }
            let value = bid["value"] as? [String: Any] ?? [:]
            return Offer(
                status: status, tenderers: FlagCase.ids(bid["tenderers"]),
                amount: (value["amount"] as? Double).map { Int64(($0 * 100).rounded()) },
                currency: value["currency"] as? String, at: (bid["date"] as? String).flatMap { Instant($0) })
        }
        awards = (tree["awards"] as? [[String: Any]] ?? []).compactMap { award in
            guard let status = AwardStatus(rawValue: award["status"] as? String ?? "") else { return nil }
            let items = award["items"] as? [[String: Any]] ?? []
            return Award(
                status: status, suppliers: FlagCase.ids(award["suppliers"]),
                classes: items.compactMap { ($0["classification"] as? [String: Any])?["id"] as? String })
        }
    }

    private static func ids(_ list: Any?) -> [String] {
        (list as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
}
