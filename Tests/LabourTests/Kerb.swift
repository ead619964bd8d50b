import EventLog
import Kernel
import Matching
import Registry
import Storage
import TestSupport
import Testing

@testable import Labour

/// Mornings at the kerb as they happen, from a seed: people come and go, say yes, no or nothing, give up, do not come; orders
/// are posted, changed and taken back; the clock holds its rounds. Everything goes through the room's own rules.
struct Kerb {
    struct Pair: Hashable {
        let order: OrderID
        let worker: WorkerID
    }

    /// Somebody's seat, as the table says it.
    struct Seat {
        let phase: EngagementPhase
        let start: Instant
        let end: Instant
        let until: Instant?
    }

    static let people = 24

    let market: Market
    private var random: TestSupport.SeededRandom
    private var posted = 0
    private var formed = 0
    /// How often a round gave a group its seats.
    private(set) var together = 0
    private var orders: [OrderID: (start: Instant, end: Instant)] = [:]
    /// Who looks for work.
    private var seeking: Set<Int> = []
    /// What the last step was about: there alone may a seat have changed hands.
    private var touched: Set<Pair> = []
    private var judged = 0
    private(set) var refills = 0
    private(set) var refilled = 0
    /// How many seats of others stood through a change, each counted with every change: those taken, and those held for an
    /// answer.
    private(set) var kept: [EngagementPhase: Int] = [:]
    private var commitment = ""

    init(seed: UInt64) throws {
        random = TestSupport.SeededRandom(seed: seed)
        market = try Market.ready()
        try market.room.database.write { tx in
            for name in ["north", "south"] {
                try tx.run(
                    """
                    INSERT INTO division (id, parent, path, level, kind, name, code, opened)
                    VALUES (\(name), 'village', \("/village/\(name)/"), 'county', 'village', \(name), \(name == "north" ? "140101" : "140102"), '2000-01-01')
                    """)
            }
        }
        for number in 1...Kerb.people {
            let place = number % 3 == 0 ? "north" : number % 3 == 1 ? "south" : "village"
            let trades = [Trade.harvest, .loading, .kitchen].filter { _ in Bool.random(using: &random) }
            try market.room.give(
                RegisterWorker(
                    worker: Market.worker(number), place: DivisionID(place) ?? .example,
                    name: Personal("人\(number)", of: .example),
                    identityNumber: Personal(Market.identity(number), of: .example),
                    trades: trades.isEmpty ? [.harvest] : trades, hasConsented: true), by: Market.clerk)
        }
        try market.room.give(
            OpenHall(
                place: Market.village, times: "05:15 05:45 06:15 07:30 08:30 10:00 11:00 12:00 14:00 16:00 18:00 20:00"),
            by: Market.clerk)
        commitment = try market.hall.commitment
    }

    // MARK: One change

    mutating func step() throws {
        touched = []
        orders = orders.filter { $0.value.end > market.room.now }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<20: try seek()
        case 20..<44: try answer(.offered, accept)
        case 44..<54: try answer(.offered) { DeclineOffer(order: $0.order, worker: $0.worker) }
        case 54..<62: try answer(.accepted) { GiveUpSeat(order: $0.order, worker: $0.worker) }
        case 62..<65: try answer(.accepted) { RecordNoShow(order: $0.order, worker: $0.worker) }
        case 65..<77: try wait()
        case 77..<81: try changeSeats()
        case 81..<84: try cancel()
        case 84..<87: try condition()
        case 87..<91: try goTogether()
        default: try post()
        }
        try market.settle()
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value? { values.randomElement(using: &random) }

    private func give(_ command: some Command<Labour>) throws {
        do { try market.room.give(command, by: Market.clerk) } catch is Rejection {}
    }

    private mutating func seek() throws {
        guard let number = pick(Array(1...Kerb.people)) else { return }
        let isSeeking = !seeking.contains(number)
        if isSeeking { seeking.insert(number) } else { seeking.remove(number) }
        try give(SeekWork(worker: Market.worker(number), isSeeking: isSeeking))
    }

    private mutating func answer(_ phase: EngagementPhase, _ command: (Pair) -> any Command<Labour>) throws {
        let held = try seats().filter { $0.value.phase == phase }.keys.sorted {
            ($0.order, $0.worker) < ($1.order, $1.worker)
        }
        guard let pair = pick(held) else { return }
        let order = try #require(market.room.state(of: StreamID("labourOrder", pair.order.text)).order)
        // Of a group that is being asked, all give one answer.
        touched = Set(order.asked(with: pair.worker).map { Pair(order: pair.order, worker: $0) })
        try give(command(pair))
    }

    private func accept(_ pair: Pair) -> any Command<Labour> {
        let state = market.room.state(of: StreamID("labourOrder", pair.order.text))
        guard let crew = state.order?.engagements[pair.worker]?.crew,
            let leader = market.room.state(of: StreamID("crew", crew.text)).crew?.leader
        else { return TakeSeat(order: pair.order, worker: pair.worker, mayWait: false) }
        return SeatCrew(order: pair.order, worker: leader)
    }

    /// Two or three say that they go together, or somebody says that she goes along no more.
    private mutating func goTogether() throws {
        let all = (1...formed + 1).map { CrewID("kerb-crew-\($0)") ?? .example }
        let standing = all.compactMap { market.room.state(of: StreamID("crew", $0.text)).crew }.filter { !$0.isOver }
        if standing.count > 3, let crew = pick(standing), let worker = pick(crew.members) {
            return try give(LeaveCrew(crew: crew.id, worker: worker))
        }
        let taken = Set(standing.flatMap(\.members))
        let busy = Set(try seats().keys.map(\.worker))
        let people = (1...Kerb.people).filter {
            !taken.contains(Market.worker($0)) && !busy.contains(Market.worker($0)) && !seeking.contains($0)
        }.shuffled(using: &random)
        guard people.count > 2 else { return }
        let mine = people.prefix(Int.random(in: 2...3, using: &random))
        formed += 1
        try give(
            FormCrew(
                crew: all.last, place: Market.village, leader: Market.worker(mine[0]),
                members: mine.map(Market.worker), hasConsented: true))
        for number in mine {
            seeking.insert(number)
            try give(SeekWork(worker: Market.worker(number), isSeeking: true))
        }
        // A large order, as for a harvest.
        let start = market.room.now.adding(seconds: 6 * 3_600)
        try market.room.give(
            PostOrder(
                order: Market.order("harvest-\(formed)"),
                terms: Market.terms(seats: 8, start: start, hours: 5, yuan: 260, trade: .general)), by: Market.clerk)
        orders[Market.order("harvest-\(formed)")] = (start, start.adding(seconds: 5 * 3_600))
    }

    private mutating func wait() throws {
        let minutes = Int.random(in: 0..<12, using: &random) == 0 ? 200 : Int.random(in: 1...8, using: &random)
        try market.room.advance(to: market.room.now.adding(seconds: Int64(minutes) * 60), system: Market.system)
    }

    private mutating func changeSeats() throws {
        guard let order = pick(orders.keys.sorted()) else { return }
        try give(ChangeSeats(order: order, seats: Int64.random(in: 1...5, using: &random)))
    }

    private mutating func cancel() throws {
        guard let order = pick(orders.keys.sorted()) else { return }
        touched = Set(try seats().keys.filter { $0.order == order })
        orders[order] = nil
        try give(CancelOrder(order: order, reason: "下雨"))
    }

    private mutating func condition() throws {
        guard let number = pick(Array(1...Kerb.people)), let reach = pick(WorkReach.allCases),
            let yuan = pick([nil, 100, 180, Int64(240)] as [Int64?])
        else { return }
        try give(
            StateConditions(
                worker: Market.worker(number), reserve: yuan.map { Personal(Money(fen: $0 * 100), of: .example) },
                reach: reach))
    }

    private mutating func post() throws {
        guard orders.count < 10, let trade = pick([Trade.harvest, .loading, .kitchen, .general]) else { return }
        posted += 1
        let hours = Int64.random(in: 2...10, using: &random)
        let terms = Market.terms(
            seats: Int64.random(in: 1...4, using: &random), start: market.room.now.adding(seconds: hours * 3_600),
            hours: Int64.random(in: 4...9, using: &random), yuan: Int64.random(in: 160...260, using: &random),
            trade: trade)
        let order = Market.order("kerb-\(posted)")
        try market.room.give(PostOrder(order: order, terms: terms), by: Market.clerk)
        orders[order] = (terms.start, terms.end)
    }

    // MARK: What must hold

    /// Every seat that somebody has, or is being asked for, of shifts that are not long over.
    func seats() throws -> [Pair: Seat] {
        try market.room.database.read { tx in
            var found: [Pair: Seat] = [:]
            for row in try tx.rows(
                """
                SELECT order_id, worker, phase, starts, ends, until FROM labour_engagement
                WHERE day >= \(market.room.now.date.adding(days: -2)) AND phase IN ('offered', 'accepted')
                """)
            {
                found[Pair(order: try row.get(0), worker: try row.get(1))] = Seat(
                    phase: try row.get(2), start: try row.get(3), end: try row.get(4), until: try row.find(5))
            }
            return found
        }
    }

    /// Who had accepted has her seat still, and whom a seat was held for is asked still, unless the step was about her or
    /// her time is up.
    mutating func checkKept(_ before: [Pair: Seat]) throws {
        let after = try seats()
        for (pair, seat) in before where !touched.contains(pair) && seat.end > market.room.now {
            let isUp = seat.phase == .offered && seat.until.map { $0 <= market.room.now } ?? true
            #expect(after[pair]?.phase == seat.phase || isUp, "\(pair)")
            kept[seat.phase, default: 0] += 1
        }
        let byWorker = Dictionary(grouping: after.filter { $0.value.end > market.room.now }) { $0.key.worker }
        for (worker, held) in byWorker {
            let shifts = held.map(\.value).sorted { $0.start < $1.start }
            #expect(zip(shifts, shifts.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(worker) sits twice")
        }
    }

    /// Each new round proves itself from its own rows, and another solver that went a change at a time fills as many seats
    /// for the same cost.
    mutating func checkRounds() throws {
        let rounds = market.room.all(RoundRun.self)
        defer { judged = rounds.count }
        for round in rounds[judged...] {
            #expect(round.book.judge(committed: commitment).finding == .ok)
            commitment = round.commitment
            for group in Dictionary(grouping: round.seekers.filter { $0.group != nil }, by: \.group).values {
                #expect(Set(group.map(\.seat)).count == 1, "a group is split")
                if group.allSatisfy({ $0.seat != nil }) { together += 1 }
            }
            guard round.isRefill else { continue }
            refills += 1
            refilled += round.seekers.count { $0.seat != nil }
            #expect(!round.following.isEmpty, "a refill is written only where somebody is next")
            let groups = round.book.groups
            let singles = round.book.apart(
                from: groups, at: groups.map { group in round.seekers[group.members[0]].seat.map { Int($0) - 1 } })
            let problem = try #require(singles.problem)
            var live = try LiveMatching(
                most: max(Int(problem.seats.reduce(0, +)), problem.workers), dearest: problem.dearest)
            let names = try problem.seats.map { seats throws in try live.post(Int(seats), [:]) }
            for worker in 0..<problem.workers {
                let mine = problem.pairs.filter { $0.worker == worker }
                _ = try live.arrive(
                    Dictionary(mine.map { (names[$0.order], $0.cost) }, uniquingKeysWith: { first, _ in first }))
            }
            let (again, matched, certificate) = try live.snapshot()
            #expect(again.judge(matched, certificate) == .ok)
            let costs = Dictionary(
                problem.pairs.map { ([$0.order, $0.worker], $0.cost) }, uniquingKeysWith: { first, _ in first })
            let given = singles.seekers.enumerated().compactMap { index, seeker in
                seeker.seat.flatMap { costs[[Int($0) - 1, index]] }
            }
            #expect(given.count == matched.count)
            #expect(given.reduce(0, +) == matched.reduce(0) { $0 + (costs[[$1.order, $1.worker]] ?? 0) })
        }
    }

    /// No seat that a round gave out stays free while somebody without a seat could have it. A second shift is given by the
    /// next round (record 0451).
    func checkFull() throws {
        let seated = Set(try seats().keys.map(\.worker))
        let hall = try market.hall
        let context = Context(
            now: market.room.now, principal: Market.system, calendar: .announced, sequence: 0, marks: .practice)
        let facts = try market.room.database.read {
            try FillSeats(hall: Market.village).facts(on: hall, context, in: $0)
        }
        let table = facts.table
        // Who goes with somebody that has a seat already looks on with her.
        let busy = Set(table.people.filter { seated.contains($0.id) }.compactMap(\.crew))
        for (at, order) in table.orders.enumerated() where order.start > market.room.now {
            let idle = table.people.indices.filter { person in
                table.verdicts[person][at] >= 0 && !seated.contains(table.people[person].id)
                    && table.people[person].crew.map { !busy.contains($0) } ?? true
            }
            #expect(idle.isEmpty, "\(order.id) has \(order.free) seats free")
        }
    }
}

extension Market {
    /// A verified employer, and what the house's policy does with a round.
    static func ready() throws -> Market {
        let market = try Market()
        try market.verify()
        market.room.follow = { event in (event as? RoundRun)?.following ?? [] }
        return market
    }

    /// What is due at this very moment.
    func settle() throws { try room.advance(to: room.now, system: Market.system) }

    /// The log as anybody sees it: of personal values, nothing.
    func leaves() throws -> [[UInt8]] {
        var leaves: [[UInt8]] = []
        for (event, entry) in room.events { leaves.append(try Market.leaf(event, entry)) }
        return leaves
    }

    private static func leaf<Kind: Event<Labour>>(_ event: Kind, _ entry: EntryHeader) throws -> [UInt8] {
        var fields = FieldWriter(personal: .setAside)
        event.write(to: &fields)
        return try Leaf(
            kind: Kind.fullName, stream: entry.stream, at: entry.at, division: event.division, office: entry.office,
            role: entry.role, fields: fields.members
        ).encoded()
    }

    static func audit(_ round: RoundRun, _ leaves: [[UInt8]]) throws -> RoundAudit.Result? {
        var audit = RoundAudit(of: "\(round.place)-\(round.number)")
        for (index, leaf) in leaves.enumerated() { try audit.take(leaf, at: Int64(index)) }
        return audit.result
    }
}
