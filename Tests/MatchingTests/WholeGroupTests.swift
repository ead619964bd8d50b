import TestSupport
import Testing

@testable import Matching

/// Held against a solver that knows nothing of the rule: how many can sit is the size of a largest assignment.
@Suite("Groups that sit together or not at all") struct WholeGroupTests {
    private static func most(_ seats: [Int], _ singles: [WholeGroups.Single]) throws -> Int {
        let pairs = singles.enumerated().flatMap { worker, single in
            single.orders.map { AssignmentProblem.Pair($0, worker, 1) }
        }
        return try AssignmentProblem(seats: seats.map { Int64($0) }, workers: singles.count, pairs: pairs).solve()
            .filled
    }

    private static func market(_ random: inout SeededRandom) -> WholeGroups {
        let orders = Int.random(in: 1...6, using: &random)
        func fits() -> [Int] { (0..<orders).filter { _ in Int.random(in: 0..<5, using: &random) < 2 } }
        func draw() -> [UInt8] { (0..<2).map { _ in UInt8.random(in: 0...255, using: &random) } }
        return WholeGroups(
            seats: (0..<orders).map { _ in Int.random(in: 0...6, using: &random) },
            draws: (0..<orders).map { _ in draw() },
            singles: (0..<Int.random(in: 0...14, using: &random)).map { _ in
                WholeGroups.Single(waited: Int64.random(in: 0...3, using: &random), orders: fits())
            },
            groups: (0..<Int.random(in: 1...5, using: &random)).map { _ in
                WholeGroups.Group(
                    size: Int.random(in: 2...4, using: &random), waited: Int64.random(in: 0...3, using: &random),
                    orders: fits().map { (order: $0, way: Int64.random(in: 0...2, using: &random)) }, draw: draw())
            })
    }

    /// The seats that are left once these groups sit.
    private static func left(_ market: WholeGroups, _ seated: [Int?], _ counts: (Int) -> Bool) -> [Int] {
        var seats = market.seats
        for (group, seat) in seated.enumerated() {
            if let seat, counts(group) { seats[seat] -= market.groups[group].size }
        }
        return seats
    }

    @Test(
        "In 3,000 random markets no group takes a seat of anybody who waited as long, and none is left out that could sit"
    )
    func rule() throws {
        var random = SeededRandom(seed: 523)
        var (placed, waiting, displacing) = (0, 0, 0)
        for _ in 0..<3_000 {
            let market = Self.market(&random)
            let seated = market.seated()
            let turns = market.turns
            #expect(Self.left(market, seated) { _ in true }.allSatisfy { $0 >= 0 })
            for (turn, group) in turns.enumerated() {
                let mine = market.groups[group]
                let before = market.singles.filter { $0.waited >= mine.waited }
                let earlier = Set(turns[..<turn])
                let seats = Self.left(market, seated) { earlier.contains($0) }
                let could = try Self.most(seats, before)
                func loss(_ order: Int, of singles: [WholeGroups.Single]) throws -> Int? {
                    var rest = seats
                    rest[order] -= mine.size
                    return rest[order] < 0 ? nil : try Self.most(seats, singles) - Self.most(rest, singles)
                }
                var free: [(loss: Int, way: Int64, drawn: Int, order: Int)] = []
                for (order, way) in mine.orders where try loss(order, of: before) == 0 {
                    free.append((try loss(order, of: market.singles) ?? 0, way, market.drawn[order], order))
                }
                let best = free.min { ($0.loss, $0.way, $0.drawn) < ($1.loss, $1.way, $1.drawn) }
                #expect(seated[group] == best?.order)
                placed += best == nil ? 0 : 1
                waiting += best == nil ? 1 : 0
                displacing += best?.loss ?? 0
                // Nor do those whose turn comes later take any of theirs.
                let all = Self.left(market, seated) { _ in true }
                let from = Self.left(market, seated) { market.groups[$0].waited > mine.waited }
                #expect(try Self.most(all, before) == Self.most(from, before))
                #expect(try could >= Self.most(all, before))
            }
        }
        #expect(placed > 1_000 && waiting > 1_000 && displacing > 100, "\(placed) \(waiting) \(displacing)")
    }

    @Test("Input in another order gives the same seats")
    func shuffled() throws {
        var random = SeededRandom(seed: 91)
        for _ in 0..<300 {
            let market = Self.market(&random)
            let groups = market.groups.indices.shuffled(using: &random)
            // Draws of two bytes may be equal; then the order in which groups came decides, which the caller keeps.
            guard Set(market.groups.map(\.draw)).count == groups.count else { continue }
            let drawn = market.drawn
            let again = WholeGroups(
                seats: market.seats, draws: drawn.map { [UInt8($0)] }, singles: market.singles.shuffled(using: &random),
                groups: groups.map { at in
                    let group = market.groups[at]
                    return WholeGroups.Group(
                        size: group.size, waited: group.waited, orders: group.orders.shuffled(using: &random),
                        draw: group.draw)
                })
            let (one, other) = (market.seated(), again.seated())
            #expect(groups.map { one[$0] } == other)
        }
    }

    @Test("Who waits in company as long as somebody alone stands behind her; a day longer, and before her")
    func turns() {
        func seat(_ waited: Int64) -> [Int?] {
            WholeGroups(
                seats: [2], draws: [[0]], singles: [.init(waited: 3, orders: [0])],
                groups: [.init(size: 2, waited: waited, orders: [(0, 0)], draw: [])]
            ).seated()
        }
        #expect(seat(3) == [nil] && seat(4) == [0])
    }
}
