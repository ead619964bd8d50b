import EventLog
import Kernel
import Registry
import Storage
import TestSupport
import Testing
import Web

@testable import Labour

@Suite("Rounds with crews, held against themselves") struct CrewRoundTests {
    private static func people(_ random: inout TestSupport.SeededRandom, crews: inout [CrewID: Int]) -> [RoundPerson] {
        var people: [RoundPerson] = []
        var crew = 0
        let count = Int.random(in: 4...18, using: &random)
        while people.count < count {
            let size = Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 2...4, using: &random) : 1
            crew += 1
            if size > 1 { crews[Market.crew(crew)] = size }
            for _ in 0..<size {
                people.append(
                    RoundPerson(
                        id: Market.worker(people.count + 1),
                        path: ["/c/t/a/", "/c/t/b/", "/c/u/d/"].randomElement(using: &random) ?? "",
                        born: CivilDate("1975-01-01"),
                        trades: [Trade.harvest, .loading].filter { _ in Int.random(in: 0..<4, using: &random) > 0 },
                        waited: Int64.random(in: 0...4, using: &random), certificates: [:], busy: [], declined: [],
                        reserve: Int.random(in: 0..<5, using: &random) == 0 ? Money(fen: 18_000) : nil,
                        reach: WorkReach.allCases.randomElement(using: &random) ?? .anywhere,
                        crew: size > 1 ? Market.crew(crew) : nil))
            }
        }
        return people
    }

    private static func orders(_ random: inout TestSupport.SeededRandom) -> [RoundOffer] {
        (1...Int.random(in: 1...5, using: &random)).map { number in
            RoundOffer(
                id: Market.order("order-\(number)"),
                path: ["/c/t/a/", "/c/t/b/", "/c/u/d/"].randomElement(using: &random) ?? "",
                trade: [.harvest, .loading, .general].randomElement(using: &random) ?? .general, start: Market.start,
                end: Market.start.adding(seconds: 28_800), free: Int64.random(in: 1...5, using: &random),
                isBlocked: false, dayPay: Money(fen: Int64.random(in: 150...200, using: &random) * 100))
        }
    }

    private static let context = Context(
        now: Market.start, principal: Market.system, calendar: .announced, sequence: 0, marks: .practice)

    private static func book(_ orders: [RoundOffer], _ people: [RoundPerson], _ crews: [CrewID: Int], _ seed: String)
        throws -> RoundBook
    {
        let table = RunRound.Facts(orders: orders, people: people, crews: crews).table
        return try RoundBook(
            seed: seed, orders: table.orders.map { RoundOrder(order: $0.id, seats: $0.free, price: 0) },
            seekers: table.rows(context)
        ).solved()
    }

    @Test(
        "In 2,000 random rounds with crews the proof holds, crews are whole, every idle one has a reason, shuffled input changes nothing"
    )
    func random() throws {
        var random = TestSupport.SeededRandom(seed: 18)
        var kinds: [RoundReason.Kind: Int] = [:]
        var (whole, single, found) = (0, 0, 0)
        for number in 0..<2_000 {
            var crews: [CrewID: Int] = [:]
            let people = Self.people(&random, crews: &crews)
            let orders = Self.orders(&random)
            let book = try Self.book(orders, people, crews, "seed \(number)")
            let commitment = RoundBook.commitment(of: book.seed)
            #expect(book.judge(committed: commitment).finding == .ok)
            let again = try Self.book(
                orders.shuffled(using: &random), people.shuffled(using: &random), crews, "seed \(number)")
            #expect(again.orders == book.orders)
            #expect(again.seekers.map(\.seat) == book.seekers.map(\.seat))
            let byCrew = Dictionary(
                grouping: people.filter { $0.crew != nil }, by: { $0.crew ?? Market.crew() }
            ).mapValues { Set($0.map(\.id)) }
            for members in byCrew.values {
                let rows = book.seekers.filter { $0.worker.content.map(members.contains) ?? false }
                #expect(Set(rows.map(\.seat)).count == 1)
                if rows[0].seat != nil { whole += 1 }
            }
            single += book.seekers.count { $0.group == nil && $0.seat != nil }
            for (seeker, reason) in zip(book.seekers, book.reasons()) {
                #expect((seeker.seat == nil) == (reason != nil))
                if let reason {
                    kinds[reason.kind, default: 0] += 1
                    #expect(reason.kind != .waited || reason.amount > 0)
                    #expect(reason.kind != .noOrder)
                }
            }
            found += Self.tampered(book, commitment)
        }
        #expect(whole > 500 && single > 5_000 && found > 1_000, "\(whole) \(single) \(found)")
        #expect(kinds.keys.contains(.group) && (kinds[.group] ?? 0) > 100 && (kinds[.waited] ?? 0) > 100, "\(kinds)")
    }

    /// Takes one of a seated group out, or its seats away altogether: how many of the two were found.
    private static func tampered(_ book: RoundBook, _ commitment: String) -> Int {
        guard let group = book.seekers.first(where: { $0.group != nil && $0.seat != nil })?.group else { return 0 }
        func without(_ isChanged: (Int, RoundSeeker) -> Bool) -> RoundBook.Finding {
            var rows = book.seekers
            for (index, row) in rows.enumerated() where isChanged(index, row) { rows[index].seat = nil }
            return RoundBook(seed: book.seed, orders: book.orders, seekers: rows).judge(committed: commitment).finding
        }
        let first = book.seekers.firstIndex { $0.group == group }
        let split = without { index, _ in index == first }
        let dropped = without { _, row in row.group == group }
        #expect(split == .groups && dropped == .groups)
        return 2
    }

    @Test("Over fourteen days of half as many seats as people, a crew works as often as those who go alone")
    func fair() throws {
        let crews = [Market.crew(1): 3, Market.crew(2): 2]
        var (last, worked) = ([Int](repeating: -1, count: 20), [Int](repeating: 0, count: 20))
        var longest = 0
        let orders = [(1, 6), (2, 4)].map { number, free in
            RoundOffer(
                id: Market.order("order-\(number)"), path: "/c/t/a/", trade: .general, start: Market.start,
                end: Market.start.adding(seconds: 28_800), free: Int64(free), isBlocked: false)
        }
        for day in 0..<14 {
            let people = (0..<20).map { number in
                RoundPerson(
                    id: Market.worker(number + 1), path: "/c/t/a/", born: CivilDate("1975-01-01"), trades: [.general],
                    waited: Int64(day - last[number] - 1), certificates: [:], busy: [], declined: [],
                    crew: number < 3 ? Market.crew(1) : number < 5 ? Market.crew(2) : nil)
            }
            let book = try Self.book(orders, people, crews, "day \(day)")
            #expect(book.seekers.count { $0.seat != nil } >= 9, "day \(day)")
            for row in book.seekers {
                guard let number = row.worker.content.flatMap({ Int($0.text.split(separator: "-")[1]) }) else {
                    continue
                }
                longest = max(longest, day - last[number - 1] - 1)
                guard row.seat != nil else { continue }
                last[number - 1] = day
                worked[number - 1] += 1
            }
        }
        #expect(longest <= 3, "somebody waited \(longest) days")
        #expect((worked.min() ?? 0) >= 5 && (worked.max() ?? 0) <= 9, "\(worked)")
        #expect(Set(worked[0..<3]).count == 1 && Set(worked[3..<5]).count == 1)
    }

    @Test("A round without a crew is written as it was before there were any")
    func unchanged() throws {
        let market = try MorningRoundTests.morning()
        let round = try market.round()
        #expect(round.rule == 1)
        var writer = FieldWriter(personal: .setAside)
        round.write(to: &writer)
        #expect(!JSON.object(writer.members).canonicalText.contains("\"group\""))
    }
}
