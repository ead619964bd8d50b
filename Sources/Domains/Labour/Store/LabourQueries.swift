import Kernel
import Registry
import Storage

/// An employer as pages show it.
struct EmployerLine: Sendable {
    let employer: Employer
    let name: String
}

/// An order as everyone may see it.
struct OrderLine: Sendable {
    let id: OrderID
    let place: DivisionID
    let terms: OrderTerms
    let employerName: String
    let taken: Int64
    let waiting: Int64
    let isCancelled: Bool

    var free: Int64 { isCancelled ? 0 : terms.seats - taken }
}

/// One person's work on one order, for the desk, the employer and herself.
struct EngagementLine: Sendable {
    let order: OrderID
    let worker: WorkerID
    let workerName: String
    let employer: EmployerID
    let employerName: String
    let phase: EngagementPhase
    let start: Instant
    let end: Instant
    let came: Instant?
    let minutes: Int64?
    let net: Money
    let paid: Money
    let dueOn: CivilDate?
    let arrear: ArrearStep?
    /// With whom she is being asked.
    let crew: CrewID?

    var owed: Money { net - paid }
}

/// A worker as the desk and she herself see her.
struct WorkerLine: Sendable {
    let id: WorkerID
    let place: DivisionID
    let name: String
    let trades: [Trade]
    let seekingSince: Instant?
    let crew: CrewID?
}

enum LabourQueries {
    static func figure(_ key: ParameterKey, at place: DivisionID, _ context: Context, in tx: any ReadTransaction) throws
        -> ParameterValue
    {
        try ParameterQueries.value(key, at: place, on: context.now.date, in: tx)
    }

    static func findEmployer(_ id: EmployerID, in tx: any ReadTransaction) throws -> EmployerLine? {
        try tx.first(
            """
            SELECT kind, place, organisation, is_verified, block, display_name, is_erased
            FROM labour_employer WHERE id = \(id)
            """
        ).map { row in
            var employer = Employer(
                id: id, kind: try row.get(0), place: try row.get(1), organisation: try row.find(2))
            employer.isVerified = try row.get(3, as: Int64.self) == 1
            employer.block = try row.find(4)
            employer.isErased = try row.get(6, as: Int64.self) == 1
            return EmployerLine(employer: employer, name: try row.get(5))
        }
    }

    static func countArrears(of employer: EmployerID, in tx: any ReadTransaction) throws -> Int64 {
        try tx.find("SELECT count(*) FROM labour_engagement WHERE employer = \(employer) AND arrear IS NOT NULL") ?? 0
    }

    static func findOrder(_ id: OrderID, in tx: any ReadTransaction) throws -> OrderLine? {
        try tx.first("\(orders) WHERE o.id = \(id)").map(order)
    }

    /// Those whose shift is not over, by their start.
    static func listOpen(at now: Instant, limit: Int, in tx: any ReadTransaction) throws -> [OrderLine] {
        try tx.rows(
            """
            \(orders) WHERE o.starts > \(now.adding(seconds: -86_400)) AND o.ends > \(now) AND o.is_cancelled = 0
            ORDER BY o.starts, o.id LIMIT \(limit)
            """
        ).map(order)
    }

    /// The latest first.
    static func listOrders(of employer: EmployerID, limit: Int, in tx: any ReadTransaction) throws -> [OrderLine] {
        try tx.rows("\(orders) WHERE o.employer = \(employer) ORDER BY o.starts DESC, o.id LIMIT \(limit)").map(order)
    }

    static func listEngagements(on order: OrderID, in tx: any ReadTransaction) throws -> [EngagementLine] {
        try tx.rows("\(engagements) WHERE e.order_id = \(order) ORDER BY e.worker").map(engagement)
    }

    /// The latest first.
    static func listEngagements(of worker: WorkerID, limit: Int, in tx: any ReadTransaction) throws -> [EngagementLine]
    {
        try tx.rows("\(engagements) WHERE e.worker = \(worker) ORDER BY e.starts DESC, e.order_id LIMIT \(limit)")
            .map(engagement)
    }

    static func findEngagement(_ worker: WorkerID, on order: OrderID, in tx: any ReadTransaction) throws
        -> EngagementLine?
    {
        try tx.first("\(engagements) WHERE e.order_id = \(order) AND e.worker = \(worker)").map(engagement)
    }

    /// Wages past their day, the oldest first.
    static func listArrears(limit: Int, in tx: any ReadTransaction) throws -> [EngagementLine] {
        try tx.rows("\(engagements) WHERE e.arrear IS NOT NULL ORDER BY e.due_on, e.order_id, e.worker LIMIT \(limit)")
            .map(engagement)
    }

    /// How often she did not come who had said yes; what an employer took back is none of it.
    static func countNoShows(of worker: WorkerID, since: Instant, in tx: any ReadTransaction) throws -> Int64 {
        try tx.find(
            """
            SELECT count(*) FROM labour_engagement
            WHERE worker = \(worker) AND phase = 'noShow' AND starts >= \(since)
            """) ?? 0
    }

    /// What somebody said of pay and way.
    static func conditions(of worker: WorkerID, in tx: any ReadTransaction) throws -> (
        reserve: Money?, reach: WorkReach
    ) {
        let row = try tx.first("SELECT reserve_fen, reach FROM labour_worker WHERE id = \(worker)")
        return (try row?.find(0), try row?.find(1) ?? .anywhere)
    }

    static func findWorker(_ id: WorkerID, in tx: any ReadTransaction) throws -> WorkerLine? {
        try tx.first("\(workers) WHERE id = \(id)").map(worker)
    }

    /// Who looks for work, whoever waits longest first.
    static func listSeeking(limit: Int, in tx: any ReadTransaction) throws -> [WorkerLine] {
        try tx.rows("\(workers) WHERE seeking_since IS NOT NULL ORDER BY seeking_since, id LIMIT \(limit)").map(worker)
    }

    private static let workers: SQL = """
        SELECT id, place, display_name, trades, seeking_since, crew
        FROM labour_worker LEFT JOIN labour_crew_member ON worker = id
        """

    private static func worker(_ row: Row) throws -> WorkerLine {
        let trades = try row.get(3, as: String.self).split(separator: " ").compactMap { Trade(rawValue: String($0)) }
        return WorkerLine(
            id: try row.get(0), place: try row.get(1), name: try row.get(2), trades: trades,
            seekingSince: try row.find(4), crew: try row.find(5))
    }

    private static let orders: SQL = """
        SELECT o.id, o.employer, o.place, o.trade, o.work, o.address, o.conditions, o.starts, o.ends, o.seats, o.unit,
            o.rate_fen, o.cycle, o.short_day, o.work_kind, o.insurance, o.policy, o.taken, o.waiting, o.is_cancelled,
            m.display_name
        FROM labour_order o JOIN labour_employer m ON m.id = o.employer
        """

    private static func order(_ row: Row) throws -> OrderLine {
        let terms = OrderTerms(
            employer: try row.get(1), trade: try row.get(3), work: try row.get(4), address: try row.get(5),
            conditions: try row.get(6), start: try row.get(7), end: try row.get(8), seats: try row.get(9),
            unit: try row.get(10), rate: try row.get(11), cycle: try row.get(12), shortDay: try row.get(13),
            workKind: try row.get(14), insurance: try row.get(15), policy: try row.find(16))
        return OrderLine(
            id: try row.get(0), place: try row.get(2), terms: terms, employerName: try row.get(20),
            taken: try row.get(17), waiting: try row.get(18), isCancelled: try row.get(19, as: Int64.self) == 1)
    }

    private static let engagements: SQL = """
        SELECT e.order_id, e.worker, w.display_name, e.employer, m.display_name, e.phase, e.starts, e.ends, e.came,
            e.minutes, e.net_fen, e.paid_fen, e.due_on, e.arrear, e.crew
        FROM labour_engagement e JOIN labour_worker w ON w.id = e.worker JOIN labour_employer m ON m.id = e.employer
        """

    /// The latest pay day first.
    static func listWages(_ condition: SQL, limit: Int, in tx: any ReadTransaction) throws -> [WageRow] {
        var orders: [OrderID: OrderTerms] = [:]
        return try tx.rows(
            """
            SELECT e.order_id, e.worker, w.display_name, e.employer, m.display_name, e.phase, e.starts, e.ends, e.came,
                e.minutes, e.net_fen, e.paid_fen, e.due_on, e.arrear, e.crew, e.gross_fen, e.paid_on
            FROM labour_engagement e JOIN labour_worker w ON w.id = e.worker
                JOIN labour_employer m ON m.id = e.employer
            WHERE \(condition) ORDER BY e.due_on DESC, e.order_id, e.worker LIMIT \(limit)
            """
        ).compactMap { row in
            let work = try engagement(row)
            guard let terms = try orders[work.order] ?? findOrder(work.order, in: tx)?.terms else { return nil }
            orders[work.order] = terms
            return WageRow(work: work, terms: terms, gross: try row.get(15), paidOn: try row.find(16))
        }
    }

    private static func engagement(_ row: Row) throws -> EngagementLine {
        EngagementLine(
            order: try row.get(0), worker: try row.get(1), workerName: try row.get(2), employer: try row.get(3),
            employerName: try row.get(4), phase: try row.get(5), start: try row.get(6), end: try row.get(7),
            came: try row.find(8), minutes: try row.find(9), net: try row.get(10), paid: try row.get(11),
            dueOn: try row.find(12), arrear: try row.find(13), crew: try row.find(14))
    }
}
