import Kernel
import TestSupport
import Testing

@testable import Supervision

@Suite("Oversight, rule by rule and place by place") struct OversightBoardTests {
    private static func day(_ text: String) -> CivilDate { CivilDate(text)! }

    private static func deal(_ id: String, _ party: String, _ date: String, bidders: Int64 = 3, asset: String? = nil)
        -> OversightDeal
    {
        OversightDeal(
            id: id, party: party, date: day(date), price: Money(fen: 30_000), guidePrice: Money(fen: 25_000),
            bidders: bidders, asset: asset)
    }

    private static func raised(
        _ deals: [OversightDeal] = [], _ interests: [OversightInterest] = [], offices: [OfficeTerm] = [],
        kin: [Kinship] = []
    ) -> [String] {
        OversightReview(deals: deals, interests: interests, payments: [], offices: offices, kin: kin).flags
            .map { "\($0.object) \($0.rule.rawValue) \($0.level.rawValue)" }.sorted()
    }

    @Test("Whoever registers is known before anybody has won, by the office of that day")
    func interests() {
        let offices = [
            OfficeTerm(person: "k1", branch: .council, from: Self.day("2021-03-01"), until: Self.day("2025-12-31"))
        ]
        let kin = [
            Kinship(holder: "k1", relative: "child", degree: .close),
            Kinship(holder: "k1", relative: "inLaw", degree: .inLaw),
            Kinship(holder: "k1", relative: "cousin", degree: .wider),
        ]
        let people = ["k1", "child", "inLaw", "cousin", "stranger"]
        func interests(_ date: String) -> [OversightInterest] {
            people.map { OversightInterest(id: $0, party: $0, date: Self.day(date)) }
        }
        #expect(
            Self.raised([], interests("2025-12-31"), offices: offices, kin: kin)
                == ["child F02 orange", "inLaw F03 yellow", "k1 F01 red"])
        #expect(Self.raised([], interests("2026-01-01"), offices: offices, kin: kin).isEmpty)
    }

    @Test("W15: the same asset goes to the only bidder twice running; a deal with rivals between them begins anew")
    func noCompetition() {
        let once = [Self.deal("d1", "a", "2024-01-01", bidders: 1, asset: "pond")]
        let twice = once + [Self.deal("d2", "b", "2025-01-01", bidders: 1, asset: "pond")]
        let between =
            once + [
                Self.deal("d2", "b", "2025-01-01", bidders: 2, asset: "pond"),
                Self.deal("d3", "c", "2026-01-01", bidders: 1, asset: "pond"),
            ]
        let elsewhere = once + [Self.deal("d2", "b", "2025-01-01", bidders: 1, asset: "field")]
        let direct = once + [Self.deal("d2", "b", "2025-01-01", bidders: 0, asset: "pond")]
        #expect(Self.raised(twice) == ["d2 W15 orange"])
        for deals in [once, between, elsewhere, direct] { #expect(Self.raised(deals).isEmpty) }
    }

    @Test("F12: one person may not watch what they do themselves; in two villages they may")
    func watcher() {
        let from = Self.day("2021-03-01")
        func both(_ place: String) -> [OfficeTerm] {
            [
                OfficeTerm(person: "k1", branch: .accounts, from: from, place: "here"),
                OfficeTerm(person: "k1", branch: .supervisors, from: from, place: place),
            ]
        }
        #expect(Self.raised(offices: both("here")) == ["k1+k1 F12 red"])
        #expect(Self.raised(offices: both("there")).isEmpty)
    }

    private static func thing(_ id: String, _ path: String, _ date: String) -> OversightThing {
        OversightThing(
            id: id, name: Message(zh: id, en: id), date: day(date), villageName: path, path: path, page: "/\(id)",
            log: nil)
    }

    @Test(
        "County, township and village have the same figures; nothing beyond the reader's area is shown, not even beside"
    )
    func board() throws {
        let things = [
            Self.thing("a", "/c/t1/v1/", "2026-01-01"), Self.thing("b", "/c/t1/v2/", "2026-01-02"),
            Self.thing("c", "/c/t2/v3/", "2026-01-03"),
        ]
        let flags = [
            OversightFlag(object: "a", rule: .belowGuidePrice, level: .yellow, beside: nil),
            OversightFlag(object: "a", rule: .invoiceTwice, level: .red, beside: "c"),
            OversightFlag(object: "b", rule: .cash, level: .orange, beside: "a"),
            OversightFlag(object: "c", rule: .cash, level: .orange, beside: nil),
            OversightFlag(object: "unknown", rule: .cash, level: .orange, beside: nil),
        ]
        let county = OversightBoard(flags, things, reach: "/c/", at: "/c/")
        #expect(county.entries.map(\.thing.id) == ["a", "c", "b", "a"], "the heaviest first, then the latest")
        #expect(county.entries.first?.beside?.id == "c")
        #expect(county.children.map(\.place) == ["t1", "t2"])
        let total = county.total
        #expect(total.red == 1 && total.orange == 2 && total.yellow == 1)
        #expect(county.children.map(\.count.orange).reduce(0, +) == total.orange)
        #expect(county.rules.map(\.rule) == [.belowGuidePrice, .invoiceTwice, .cash])
        let township = OversightBoard(flags, things, reach: "/c/", at: "/c/t1/")
        #expect(township.total == county.children[0].count && township.children.map(\.place) == ["v1", "v2"])
        let own = OversightBoard(flags, things, reach: "/c/t1/", at: "/c/t1/")
        #expect(own.total == township.total && own.entries.first?.beside == nil)
        #expect(OversightBoard(flags, things, reach: "/c/t2/", at: "/c/t1/").entries.isEmpty)
    }
}
