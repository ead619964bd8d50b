import Kernel
import Registry
import Storage

/// A round as pages show it.
struct RoundLine: Sendable {
    let id: String
    let place: DivisionID
    let at: Instant
    let entry: Int64
    let seekers: Int64
    let seed: String
    let isRefill: Bool
}

/// An order in a round, for the public.
struct RoundOrderLine: Sendable {
    let order: OrderID
    let work: String
    let seats: Int64
    let placed: Int64
}

/// What a round said to somebody.
struct RoundAnswer: Sendable {
    let round: String
    let at: Instant
    let number: Int64
    let seat: OrderID?
    let kind: RoundReason.Kind?
    let work: String?
    let rule: RoundRule?
    let amount: Int64
    let isRefill: Bool
    /// Whether the seat is still held for her, or hers.
    let hasSeat: Bool
    /// With whom she was to go, as a number of the round.
    let group: Int64?
}

/// What a round said to somebody, for the desk that tells her.
struct RoundPersonLine: Sendable {
    let worker: WorkerID?
    let name: String?
    let answer: RoundAnswer
    /// Of the order she was offered a seat of.
    let offered: String?
}

/// An open hall.
struct HallLine: Sendable {
    let place: DivisionID
    let name: String
    let times: String
    let next: Instant?
}

enum RoundQueries {
    /// How far ahead a round looks: the shifts of today and tomorrow.
    private static let horizonSeconds: Int64 = 36 * 3_600

    /// Every open seat of the place.
    static func listOffers(within path: String, at now: Instant, in tx: any ReadTransaction) throws -> [RoundOffer] {
        try offers("o.starts > \(now) AND \(DivisionQueries.within(path))", at: now, in: tx)
    }

    /// Open seats of the orders that a hall's rounds gave out; those of a shift that has begun from `start` on.
    static func listOffers(
        givenOutBy hall: DivisionID, from start: Instant, at now: Instant, in tx: any ReadTransaction
    ) throws -> [RoundOffer] {
        try offers(
            """
            o.starts > \(start) AND o.ends > \(now) AND EXISTS (
                SELECT 1 FROM labour_round_order r JOIN labour_round h ON h.id = r.round
                WHERE r.order_id = o.id AND h.place = \(hall))
            """, at: now, in: tx)
    }

    private static func offers(_ condition: SQL, at now: Instant, in tx: any ReadTransaction) throws -> [RoundOffer] {
        try tx.rows(
            """
            SELECT o.id, path, o.trade, o.starts, o.ends, o.seats - o.taken, m.block,
                o.unit, o.rate_fen
            FROM labour_order o JOIN division d ON d.id = o.place JOIN labour_employer m ON m.id = o.employer
            WHERE o.starts <= \(now.adding(seconds: horizonSeconds)) AND o.is_cancelled = 0
                AND o.seats > o.taken AND \(condition)
            ORDER BY o.starts, o.id LIMIT \(RoundBook.mostOrders)
            """
        ).map { row in
            let (start, end): (Instant, Instant) = (try row.get(3), try row.get(4))
            return RoundOffer(
                id: try row.get(0), path: try row.get(1), trade: try row.get(2), start: start, end: end,
                free: try row.get(5), isBlocked: try row.find(6, as: BlockGround.self) != nil,
                dayPay: RoundOffer.dayPay(try row.get(7), try row.get(8), start, end))
        }
    }

    /// Whoever waits longest first.
    static func listPeople(within path: String, at now: Instant, in tx: any ReadTransaction) throws -> [RoundPerson] {
        let busy = try engagements(at: now, in: tx)
        let certificates = try certificates(in: tx)
        return try tx.rows(
            """
            SELECT w.id, path, w.born, w.trades, w.seeking_since,
                (SELECT max(e.ends) FROM labour_engagement e WHERE e.worker = w.id AND e.phase = 'worked'),
                w.reserve_fen, w.reach, c.crew
            FROM labour_worker w JOIN division d ON d.id = w.place
                LEFT JOIN labour_crew_member c ON c.worker = w.id
            WHERE w.seeking_since IS NOT NULL AND w.is_erased = 0 AND \(DivisionQueries.within(path))
            ORDER BY w.seeking_since, w.id LIMIT \(RoundBook.mostSeekers)
            """
        ).map { row in
            let id: WorkerID = try row.get(0)
            let since: Instant = try row.get(4)
            let worked: Instant? = try row.find(5)
            let from = max(since, worked ?? since)
            let trades = try row.get(3, as: String.self).split(separator: " ")
            let mine = busy[id] ?? []
            return RoundPerson(
                id: id, path: try row.get(1), born: try row.find(2),
                trades: trades.compactMap { Trade(rawValue: String($0)) },
                waited: max(0, now.milliseconds - from.milliseconds) / 86_400_000,
                certificates: certificates[id] ?? [:],
                busy: mine.filter(\.phase.hasSeat).map { ($0.start, $0.end) },
                declined: Set(mine.filter { !$0.phase.hasSeat }.map(\.order)), reserve: try row.find(6),
                reach: try row.find(7) ?? .anywhere, crew: try row.find(8))
        }
    }

    private struct Shifted {
        let order: OrderID
        let phase: EngagementPhase
        let start: Instant
        let end: Instant
    }

    /// Of each worker what is not over yet.
    private static func engagements(at now: Instant, in tx: any ReadTransaction) throws -> [WorkerID: [Shifted]] {
        var found: [WorkerID: [Shifted]] = [:]
        for row in try tx.rows(
            """
            SELECT worker, order_id, phase, starts, ends FROM labour_engagement
            WHERE day >= \(now.date.adding(days: -1)) AND ends > \(now) ORDER BY worker, order_id
            """)
        {
            found[try row.get(0), default: []].append(
                Shifted(order: try row.get(1), phase: try row.get(2), start: try row.get(3), end: try row.get(4)))
        }
        return found
    }

    private static func certificates(in tx: any ReadTransaction) throws -> [WorkerID: [Trade: CivilDate]] {
        var found: [WorkerID: [Trade: CivilDate]] = [:]
        for row in try tx.rows("SELECT worker, trade, until FROM labour_certificate ORDER BY worker, trade") {
            found[try row.get(0), default: [:]][try row.get(1)] = try row.get(2, as: CivilDate.self)
        }
        return found
    }

    static func listHalls(in tx: any ReadTransaction) throws -> [HallLine] {
        try tx.rows(
            """
            SELECT h.place, d.name, h.times, h.next FROM labour_hall h JOIN division d ON d.id = h.place
            ORDER BY h.place
            """
        ).map { HallLine(place: try $0.get(0), name: try $0.get(1), times: try $0.get(2), next: try $0.find(3)) }
    }

    /// The latest first.
    static func listRounds(limit: Int, in tx: any ReadTransaction) throws -> [RoundLine] {
        try tx.rows("\(rounds) ORDER BY entry DESC LIMIT \(limit)").map(round)
    }

    static func findRound(_ id: RoundID, in tx: any ReadTransaction) throws -> RoundLine? {
        try tx.first("\(rounds) WHERE id = \(id)").map(round)
    }

    static func listOrders(of round: String, in tx: any ReadTransaction) throws -> [RoundOrderLine] {
        try tx.rows(
            """
            SELECT r.order_id, o.work, r.seats, r.placed FROM labour_round_order r JOIN labour_order o
                ON o.id = r.order_id
            WHERE r.round = \(round) ORDER BY r.order_id
            """
        ).map { RoundOrderLine(order: try $0.get(0), work: try $0.get(1), seats: try $0.get(2), placed: try $0.get(3)) }
    }

    /// What the last round said to her, and whatever filled seats since, the latest first; empty where none saw her.
    static func listAnswers(to worker: WorkerID, in tx: any ReadTransaction) throws -> [RoundAnswer] {
        let found = try tx.rows(
            "\(answers) WHERE s.worker = \(worker) ORDER BY s.at DESC, r.entry DESC LIMIT 10"
        ).map(answer)
        guard let whole = found.firstIndex(where: { !$0.isRefill }) else { return Array(found.prefix(3)) }
        return Array(found[..<whole].prefix(3)) + [found[whole]]
    }

    /// Of a round: who has a seat of it first, then by number.
    static func listPeople(of round: String, in tx: any ReadTransaction) throws -> [RoundPersonLine] {
        try tx.rows("\(answers) WHERE s.round = \(round) ORDER BY (s.seat IS NULL), s.number LIMIT 500").map { row in
            RoundPersonLine(
                worker: try row.find(10), name: try row.find(11), answer: try answer(row), offered: try row.find(12))
        }
    }

    /// The round that filled seats of an order last.
    static func findRefill(of order: OrderID, in tx: any ReadTransaction) throws -> RoundLine? {
        try tx.first(
            """
            \(rounds) WHERE is_refill = 1 AND id IN (SELECT round FROM labour_round_order WHERE order_id = \(order))
            ORDER BY entry DESC LIMIT 1
            """
        ).map(round)
    }

    /// The open hall that an order's free seats belong to: the one whose round gave it out last, otherwise its place's.
    static func findHall(of order: OrderID, at place: DivisionID, in tx: any ReadTransaction) throws -> DivisionID? {
        let given: DivisionID? = try tx.find(
            """
            SELECT n.place FROM labour_round_order r JOIN labour_round n ON n.id = r.round
                JOIN labour_hall h ON h.place = n.place
            WHERE r.order_id = \(order) AND h.next IS NOT NULL ORDER BY n.entry DESC LIMIT 1
            """)
        return try given ?? findHall(over: place, in: tx)
    }

    /// The nearest open hall that a place belongs to; nil where none is.
    static func findHall(over place: DivisionID, in tx: any ReadTransaction) throws -> DivisionID? {
        let path = try DivisionQueries.findPath(place, in: tx) ?? "/\(place)/"
        let ids = path.split(separator: "/").map { String($0) }
        let open = Set(
            try tx.rows("SELECT place FROM labour_hall WHERE next IS NOT NULL AND place IN \(list: ids)").map {
                try $0.get(0, as: DivisionID.self)
            })
        return ids.reversed().lazy.compactMap { DivisionID($0) }.first { open.contains($0) }
    }

    private static let answers: SQL = """
        SELECT s.round, s.at, s.number, s.seat, s.reason, o.work, s.rule, s.amount, r.is_refill,
            (SELECT count(*) FROM labour_engagement e WHERE e.order_id = s.seat AND e.worker = s.worker
                AND e.phase IN ('offered', 'accepted', 'arrived', 'worked')),
            s.worker, w.display_name, x.work, s.group_number
        FROM labour_round_seeker s JOIN labour_round r ON r.id = s.round
            LEFT JOIN labour_order o ON o.id = s.order_id LEFT JOIN labour_order x ON x.id = s.seat
            LEFT JOIN labour_worker w ON w.id = s.worker
        """

    private static func answer(_ row: Row) throws -> RoundAnswer {
        RoundAnswer(
            round: try row.get(0), at: try row.get(1), number: try row.get(2), seat: try row.find(3),
            kind: try row.find(4), work: try row.find(5), rule: try row.find(6), amount: try row.get(7),
            isRefill: try row.get(8, as: Int64.self) == 1, hasSeat: try row.get(9, as: Int64.self) == 1,
            group: try row.find(13))
    }

    private static let rounds: SQL = "SELECT id, place, at, entry, seekers, seed, is_refill FROM labour_round"

    private static func round(_ row: Row) throws -> RoundLine {
        RoundLine(
            id: try row.get(0), place: try row.get(1), at: try row.get(2), entry: try row.get(3),
            seekers: try row.get(4), seed: try row.get(5), isRefill: try row.get(6, as: Int64.self) == 1)
    }
}
