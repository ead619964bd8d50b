import Kernel
import Registry
import Storage

/// A hauler's contract on a list.
struct HaulageLine: Sendable {
    let id: HaulageID
    let place: DivisionID
    let placeName: String
    let haulerName: String
    let payerName: String
    let basis: HaulageBasis
    let price: Money
    let from: CivilDate
    let until: CivilDate
    /// Whose account the hauler agrees with.
    let person: PersonID
    let agentName: String
}

/// A month of a contract.
struct SettlementLine: Sendable {
    let month: WasteMonth
    let phase: SettlementPhase
    let weighed: WeighedMonth
    let due: Money
    let deducted: Money
    let dispute: DisputeReason?
    let draftedAt: Instant
    let agreedAt: Instant?
    let confirmedAt: Instant?

    var net: Money { due - deducted }
}

struct AssessmentLine: Sendable {
    let number: Int64
    let day: CivilDate
    let kind: AssessmentKind
    let amount: Money
    let isWithdrawn: Bool
}

enum HaulageQueries {
    private static let haulages: SQL = """
        SELECT waste_haulage.id, waste_haulage.division, \(DivisionQueries.called("d.id")), h.name, p.name, basis, price_fen, from_day, until_day,
            f.person, f.title
        FROM waste_haulage JOIN division d ON d.id = waste_haulage.division
            JOIN organisation h ON h.id = waste_haulage.hauler JOIN organisation p ON p.id = waste_haulage.payer
            JOIN office f ON f.id = waste_haulage.agent
        """

    private static func line(_ row: Row) throws -> HaulageLine {
        HaulageLine(
            id: try row.get(0), place: try row.get(1), placeName: try row.get(2), haulerName: try row.get(3),
            payerName: try row.get(4), basis: try row.get(5), price: try row.get(6), from: try row.get(7),
            until: try row.get(8), person: try row.get(9), agentName: try row.get(10))
    }

    static func find(_ id: HaulageID, in tx: any ReadTransaction) throws -> HaulageLine? {
        try tx.first("\(haulages) WHERE waste_haulage.id = \(id)").map(line)
    }

    /// Of a place and below, the latest first.
    static func list(within place: DivisionID, in tx: any ReadTransaction) throws -> [HaulageLine] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        return try tx.rows(
            """
            \(haulages) WHERE waste_haulage.division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
            ORDER BY from_day DESC, waste_haulage.id LIMIT 500
            """
        ).map(line)
    }

    /// Those a person agrees with, the latest first.
    static func list(of agent: OfficeID, in tx: any ReadTransaction) throws -> [HaulageLine] {
        try tx.rows(
            "\(haulages) WHERE waste_haulage.agent = \(agent) ORDER BY from_day DESC, waste_haulage.id LIMIT 500"
        ).map(line)
    }

    /// Another contract of the hauler that would pay for the same loads.
    static func other(than new: RegisterHaulage, in tx: any ReadTransaction) throws -> HaulageID? {
        guard let path = try DivisionQueries.findPath(new.place, in: tx) else { return nil }
        let found = try tx.rows(
            """
            SELECT waste_haulage.id, d.path FROM waste_haulage JOIN division d ON d.id = waste_haulage.division
            WHERE hauler = \(new.hauler) AND basis = \(new.basis) AND from_day <= \(new.until)
                AND until_day >= \(new.from) ORDER BY waste_haulage.id
            """
        ).map { (id: try $0.get(0) as HaulageID, path: try $0.get(1) as String) }
        return found.first { $0.path.hasPrefix(path) || path.hasPrefix($0.path) }?.id
    }

    private static let settlements: SQL = """
        SELECT month, phase, tickets, kilograms, due_fen, deducted_fen, dispute, drafted_at, agreed_at, confirmed_at
        FROM waste_settlement
        """

    private static func settlement(_ row: Row) throws -> SettlementLine {
        SettlementLine(
            month: WasteMonth(try row.get(0) as CivilDate), phase: try row.get(1),
            weighed: WeighedMonth(tickets: try row.get(2), kilograms: try row.get(3)), due: try row.get(4),
            deducted: try row.get(5), dispute: try row.find(6), draftedAt: try row.get(7), agreedAt: try row.find(8),
            confirmedAt: try row.find(9))
    }

    /// The latest first.
    static func listSettlements(of id: HaulageID, in tx: any ReadTransaction) throws -> [SettlementLine] {
        try tx.rows("\(settlements) WHERE haulage = \(id) ORDER BY month DESC LIMIT 120").map(settlement)
    }

    static func findSettlement(_ id: HaulageID, _ month: WasteMonth, in tx: any ReadTransaction) throws
        -> SettlementLine?
    {
        try tx.first("\(settlements) WHERE haulage = \(id) AND month = \(month.first)").map(settlement)
    }

    /// In order of their numbers.
    static func listAssessments(of id: HaulageID, _ month: WasteMonth, in tx: any ReadTransaction) throws
        -> [AssessmentLine]
    {
        try tx.rows(
            """
            SELECT number, day, kind, amount_fen, is_withdrawn FROM waste_assessment
            WHERE haulage = \(id) AND month = \(month.first) ORDER BY number
            """
        ).map {
            AssessmentLine(
                number: try $0.get(0), day: try $0.get(1), kind: try $0.get(2), amount: try $0.get(3),
                isWithdrawn: try $0.get(4))
        }
    }
}

/// What was weighed for a contract.
extension HaulageQueries {
    /// Tickets that count for a month: of the hauler's vehicles, within the contract's days and place, weighed before the
    /// month's end and counted in no other settlement.
    private static func counting(_ contract: Haulage, in month: WasteMonth, _ path: String) -> SQL {
        let kind: TicketKind = contract.basis == .collected ? .collect : .plantIn
        let end = min(month.next, contract.until.adding(days: 1)).start
        return """
            t.kind = \(kind) AND t.void_reason IS NULL AND t.weighed_at >= \(contract.from.start) AND t.weighed_at < \(end)
            AND EXISTS (SELECT 1 FROM division x WHERE x.id = coalesce(
                (SELECT left_with.division FROM waste_ticket left_with WHERE left_with.id = t.departure), t.division)
                AND \(DivisionQueries.within(path)))
            AND EXISTS (SELECT 1 FROM waste_vehicle v WHERE v.plate = t.vehicle AND v.owner = \(contract.hauler)
                AND (v.retired_at IS NULL OR v.retired_at >= t.weighed_at))
            AND NOT EXISTS (SELECT 1 FROM waste_settled z WHERE z.ticket = t.id
                AND NOT (z.haulage = \(contract.id) AND z.month = \(month.first)))
            """
    }

    static func weighed(_ contract: Haulage, in month: WasteMonth, in tx: any ReadTransaction) throws -> WeighedMonth {
        guard let path = try DivisionQueries.findPath(contract.place, in: tx),
            let row = try tx.first(
                """
                SELECT count(*), CAST(coalesce(sum(t.gross_kg - t.tare_kg), 0) AS BIGINT) FROM waste_ticket t
                WHERE \(counting(contract, in: month, path))
                """)
        else { return WeighedMonth(tickets: 0, kilograms: 0) }
        return WeighedMonth(tickets: try row.get(0), kilograms: try row.get(1))
    }

    /// Notes which tickets a month counts.
    static func keepTickets(of contract: Haulage, in month: WasteMonth, _ tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM waste_settled WHERE haulage = \(contract.id) AND month = \(month.first)")
        guard let path = try DivisionQueries.findPath(contract.place, in: tx) else { return }
        try tx.run(
            """
            INSERT INTO waste_settled (ticket, haulage, month)
            SELECT t.id, \(contract.id), \(month.first) FROM waste_ticket t WHERE \(counting(contract, in: month, path))
            """)
    }

    /// The month of a settlement that a hauler agreed with and that counts the ticket.
    static func findFixedMonth(of ticket: TicketID, in tx: any ReadTransaction) throws -> WasteMonth? {
        try tx.first(
            """
            SELECT z.month FROM waste_settled z
                JOIN waste_settlement s ON s.haulage = z.haulage AND s.month = z.month
            WHERE z.ticket = \(ticket) AND s.phase IN (\(SettlementPhase.agreed), \(SettlementPhase.confirmed))
            """
        ).map { WasteMonth(try $0.get(0) as CivilDate) }
    }
}
