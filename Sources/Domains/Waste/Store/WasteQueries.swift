import Kernel
import Registry
import Storage
import Weighing

/// A ticket as everyone may see it.
struct TicketLine: Sendable {
    let id: TicketID
    let place: DivisionID
    let kind: TicketKind
    let vehicle: String
    /// Names of the sites it comes from.
    let origin: String
    let to: SiteID
    let toName: String
    let stream: WasteStream
    let gross: Int64
    let tare: Int64
    let scale: ScaleID
    let scaleName: String
    let onBoard: Int64?
    let departure: TicketID?
    let weighedAt: Instant
    let voidReason: String?
    let photo: String?

    var net: Int64 { gross - tare }
}

struct StockLine: Sendable {
    let site: SiteID
    let day: CivilDate
    let kilograms: Int64
}

enum WasteQueries {
    private static let sites: SQL = "SELECT id, division, name, kind FROM waste_site"

    private static func site(_ row: Row) throws -> Site {
        Site(id: try row.get(0), place: try row.get(1), name: try row.get(2), kind: try row.get(3))
    }

    /// By name.
    static func listSites(in tx: any ReadTransaction) throws -> [Site] {
        try tx.rows("\(sites) ORDER BY name, id LIMIT 1000").map(site)
    }

    /// Of a place and below, whose names hold the words.
    static func findSites(
        _ words: String, within place: DivisionID, kind: SiteKind? = nil, limit: Int, in tx: any ReadTransaction
    ) throws -> [Site] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        let ofKind: SQL = kind.map { "kind = \($0)" } ?? "1 = 1"
        let found = try tx.rows(
            """
            \(sites) WHERE \(ofKind) AND division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
            ORDER BY name, id LIMIT 1000
            """
        ).map(site)
        return Array(found.filter { words.isEmpty || $0.name.contains(words) }.prefix(limit))
    }

    static func findSite(_ id: SiteID, in tx: any ReadTransaction) throws -> Site? {
        try tx.first("\(sites) WHERE id = \(id)").map(site)
    }

    private static let scales: SQL = "SELECT id, site, division, name, until_day FROM waste_scale"

    private static func scale(_ row: Row) throws -> Scale {
        Scale(
            id: try row.get(0), site: try row.get(1), place: try row.get(2), name: try row.get(3),
            until: try row.get(4))
    }

    static func findScale(_ id: ScaleID, in tx: any ReadTransaction) throws -> Scale? {
        try tx.first("\(scales) WHERE id = \(id)").map(scale)
    }

    static func listScales(of site: SiteID, in tx: any ReadTransaction) throws -> [Scale] {
        try tx.rows("\(scales) WHERE site = \(site) ORDER BY name, id").map(scale)
    }

    static func listScales(within place: DivisionID, in tx: any ReadTransaction) throws -> [Scale] {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return [] }
        return try tx.rows(
            """
            \(scales) WHERE division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))
            ORDER BY name, id LIMIT 200
            """
        ).map(scale)
    }

    static func hasStock(_ site: SiteID, on day: CivilDate, in tx: any ReadTransaction) throws -> Bool {
        try tx.first("SELECT day FROM waste_stock WHERE site = \(site) AND day = \(day)") != nil
    }

    /// Readings from `from` to `until` and the last one before, of one site or of all, in order of site and day.
    static func listStocks(of site: SiteID? = nil, from: CivilDate, until: CivilDate, in tx: any ReadTransaction) throws
        -> [StockLine]
    {
        let ofSite: SQL = site.map { "s.site = \($0)" } ?? "1 = 1"
        return try tx.rows(
            """
            SELECT s.site, s.day, s.kilograms FROM waste_stock s
            WHERE \(ofSite) AND s.day <= \(until) AND s.day >= coalesce(
                (SELECT max(e.day) FROM waste_stock e WHERE e.site = s.site AND e.day < \(from)), \(from))
            ORDER BY s.site, s.day
            """
        ).map { StockLine(site: try $0.get(0), day: try $0.get(1), kilograms: try $0.get(2)) }
    }
}

extension WasteQueries {
    private static let tickets: SQL = """
        SELECT t.id, t.division, t.kind, t.vehicle, t.origin, t.to_site, s.name, t.stream, t.gross_kg, t.tare_kg, t.scale,
            c.name, t.on_board_kg, t.departure, t.weighed_at, t.void_reason, t.photo
        FROM waste_ticket t JOIN waste_site s ON s.id = t.to_site JOIN waste_scale c ON c.id = t.scale
        """

    private static func ticket(_ row: Row) throws -> TicketLine {
        TicketLine(
            id: try row.get(0), place: try row.get(1), kind: try row.get(2), vehicle: try row.get(3),
            origin: try row.get(4), to: try row.get(5), toName: try row.get(6), stream: try row.get(7),
            gross: try row.get(8), tare: try row.get(9), scale: try row.get(10), scaleName: try row.get(11),
            onBoard: try row.find(12), departure: try row.find(13), weighedAt: try row.get(14),
            voidReason: try row.find(15), photo: try row.find(16))
    }

    static func findTicket(_ id: TicketID, in tx: any ReadTransaction) throws -> TicketLine? {
        try tx.first("\(tickets) WHERE t.id = \(id)").map(ticket)
    }

    /// The latest first.
    static func listTickets(limit: Int, in tx: any ReadTransaction) throws -> [TicketLine] {
        try tx.rows("\(tickets) ORDER BY t.weighed_at DESC, t.id LIMIT \(limit)").map(ticket)
    }

    /// Weighed from `from` and before `until`, in order of time.
    static func listTickets(from: Instant, until: Instant, in tx: any ReadTransaction) throws -> [TicketLine] {
        try tx.rows(
            "\(tickets) WHERE t.weighed_at >= \(from) AND t.weighed_at < \(until) ORDER BY t.weighed_at, t.id LIMIT 50000"
        ).map(ticket)
    }

    /// Those a settlement counts, in order of time.
    static func listTickets(of haulage: HaulageID, _ month: WasteMonth, limit: Int, in tx: any ReadTransaction) throws
        -> [TicketLine]
    {
        try tx.rows(
            """
            \(tickets) JOIN waste_settled z ON z.ticket = t.id
            WHERE z.haulage = \(haulage) AND z.month = \(month.first) ORDER BY t.weighed_at, t.id LIMIT \(limit)
            """
        ).map(ticket)
    }

    /// The first site each ticket of a span comes from.
    static func listOrigins(from: Instant, until: Instant, in tx: any ReadTransaction) throws -> [TicketID: SiteID] {
        let rows = try tx.rows(
            """
            SELECT o.ticket, o.site FROM waste_ticket t JOIN waste_origin o ON o.ticket = t.id AND o.position = 0
            WHERE t.weighed_at >= \(from) AND t.weighed_at < \(until)
            """)
        return Dictionary(try rows.map { (try $0.get(0), try $0.get(1)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The ticket a load arrived with, of the ticket it left with.
    static func findArrival(of departure: TicketID, in tx: any ReadTransaction) throws -> TicketLine? {
        try tx.first("\(tickets) WHERE t.departure = \(departure) AND t.void_reason IS NULL").map(ticket)
    }

    /// Loads that left a station and have not arrived, the oldest first.
    static func listUnderway(in tx: any ReadTransaction) throws -> [TicketLine] {
        try tx.rows(
            """
            \(tickets) WHERE t.kind = 'transferOut' AND t.void_reason IS NULL AND NOT EXISTS (
                SELECT 1 FROM waste_ticket a WHERE a.departure = t.id AND a.void_reason IS NULL)
            ORDER BY t.weighed_at LIMIT 200
            """
        ).map(ticket)
    }

    static func isUnderway(_ departure: TicketID, to: SiteID, by at: Instant, in tx: any ReadTransaction) throws
        -> Bool
    {
        guard let left = try findTicket(departure, in: tx), left.kind == .transferOut, left.to == to,
            left.voidReason == nil, left.weighedAt <= at
        else { return false }
        return try findArrival(of: departure, in: tx) == nil
    }

    /// The same vehicle with the same two weights on the same scale within two hours.
    static func twin(of load: Load, at: Instant, in tx: any ReadTransaction) throws -> TicketID? {
        let seconds = Int64(WeighingLimits().double) * 60
        return try tx.first(
            """
            SELECT id FROM waste_ticket
            WHERE vehicle = \(load.vehicle) AND weighed_at > \(at.adding(seconds: -seconds))
                AND weighed_at < \(at.adding(seconds: seconds)) AND gross_kg = \(load.gross)
                AND tare_kg = \(load.tare) AND scale = \(load.scale) AND void_reason IS NULL
            """
        ).map { try $0.get(0) }
    }
}
