import Kernel
import Registry
import Storage

/// A round on a list: where it stands.
struct RoundLine: Sendable {
    let id: WasteRoundID
    let place: DivisionID
    let day: CivilDate
    let vehicle: VehicleID
    let plate: String
    let driver: OfficeID
    let driverName: String
    /// Whose account it is.
    let person: PersonID
    let isCancelled: Bool
    let stops: Int64
    let done: Int64
    /// Stops of which it was said why they were not emptied.
    let missed: Int64
}

/// One stop of a round.
struct StopLine: Sendable {
    let site: SiteID
    let name: String
    let mark: StopMark?
}

enum WasteRoundQueries {
    private static let rounds: SQL = """
        SELECT r.id, r.division, r.day, r.vehicle, v.plate, r.driver, f.title, f.person, r.is_cancelled,
            (SELECT count(*) FROM waste_stop s WHERE s.round = r.id),
            (SELECT count(*) FROM waste_stop s WHERE s.round = r.id AND s.outcome = 'done'),
            (SELECT count(*) FROM waste_stop s WHERE s.round = r.id AND s.outcome <> 'done')
        FROM waste_round r JOIN waste_vehicle v ON v.id = r.vehicle JOIN office f ON f.id = r.driver
        """

    private static func line(_ row: Row) throws -> RoundLine {
        RoundLine(
            id: try row.get(0), place: try row.get(1), day: try row.get(2), vehicle: try row.get(3),
            plate: try row.get(4), driver: try row.get(5), driverName: try row.get(6), person: try row.get(7),
            isCancelled: try row.get(8), stops: try row.get(9), done: try row.get(10), missed: try row.get(11))
    }

    static func find(_ id: WasteRoundID, in tx: any ReadTransaction) throws -> RoundLine? {
        try tx.first("\(rounds) WHERE r.id = \(id)").map(line)
    }

    /// Of a place and below, from a day on, in order of the day.
    static func list(within place: DivisionID, from day: CivilDate, in tx: any ReadTransaction) throws -> [RoundLine] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        return try tx.rows(
            """
            \(rounds) WHERE r.day >= \(day)
                AND r.division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
            ORDER BY r.day, v.plate, r.id LIMIT 1000
            """
        ).map(line)
    }

    /// A driver's, from a day on.
    static func list(of driver: OfficeID, from day: CivilDate, in tx: any ReadTransaction) throws -> [RoundLine] {
        try tx.rows("\(rounds) WHERE r.driver = \(driver) AND r.day >= \(day) ORDER BY r.day, r.id LIMIT 100").map(line)
    }

    /// The last round of each vehicle of a place and below from a day on, the latest first: what a new one may be planned like.
    static func listLast(within place: DivisionID, from day: CivilDate, limit: Int, in tx: any ReadTransaction) throws
        -> [RoundLine]
    {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        return try tx.rows(
            """
            \(rounds) WHERE r.day >= \(day) AND r.is_cancelled = 0
                AND r.division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
                AND NOT EXISTS (SELECT 1 FROM waste_round n WHERE n.vehicle = r.vehicle AND n.is_cancelled = 0
                    AND (n.day > r.day OR (n.day = r.day AND n.id > r.id)))
            ORDER BY r.day DESC, v.plate, r.id LIMIT \(limit)
            """
        ).map(line)
    }

    /// Until this hour of the next morning a load is one of the day before.
    private static let nightSeconds: Int64 = 6 * 3_600

    /// What the round's vehicle was weighed with on the round's day, in order of time.
    static func listTickets(of line: RoundLine, in tx: any ReadTransaction) throws -> [RoundTicket] {
        let (from, until) = (line.day.start, line.day.adding(days: 1).start.adding(seconds: nightSeconds))
        let rows = try tx.rows(
            """
            SELECT t.id, t.gross_kg - t.tare_kg, o.site FROM waste_ticket t JOIN waste_origin o ON o.ticket = t.id
            WHERE t.vehicle = \(line.plate) AND t.weighed_at >= \(from) AND t.weighed_at < \(until)
                AND t.kind = \(TicketKind.collect) AND t.void_reason IS NULL ORDER BY t.weighed_at, t.id, o.position
            """
        ).map { (id: try $0.get(0) as TicketID, net: try $0.get(1) as Int64, site: try $0.get(2) as SiteID) }
        return rows.reduce(into: [RoundTicket]()) { tickets, row in
            let points = tickets.last?.id == row.id ? tickets.removeLast().points : []
            tickets.append(RoundTicket(id: row.id, net: row.net, points: points.union([row.site])))
        }
    }

    /// In the order they are called at.
    static func listStops(of id: WasteRoundID, in tx: any ReadTransaction) throws -> [StopLine] {
        try tx.rows(
            """
            SELECT s.site, w.name, s.outcome, s.kilograms, s.marked_at FROM waste_stop s JOIN waste_site w ON w.id = s.site
            WHERE s.round = \(id) ORDER BY s.position
            """
        ).map { row in
            let outcome: StopOutcome? = try row.find(2)
            let (kilograms, at): (Int64?, Instant?) = (try row.find(3), try row.find(4))
            let mark = outcome.flatMap { outcome in
                at.map { StopMark(outcome: outcome, kilograms: kilograms, at: $0) }
            }
            return StopLine(site: try row.get(0), name: try row.get(1), mark: mark)
        }
    }
}
