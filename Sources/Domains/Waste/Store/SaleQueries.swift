import Kernel
import Registry
import Storage

/// A sale of recyclables as everyone may see it.
struct SaleLine: Sendable {
    let id: SaleID
    let site: SiteID
    let siteName: String
    let place: DivisionID
    let material: Recyclable
    let kilograms: Int64
    let sellerName: String
    let reserve: Money
    let fetchBy: CivilDate
    let phase: SalePhase
    let contract: ContractID?
    let total: Money?
    /// Why it ended with another weight than was sold.
    let reason: String?
    let offeredAt: Instant
    /// What its tickets weigh, without those that are void.
    let handed: Int64

    var sale: Sale {
        var sale = Sale(id: id, site: site, place: place, material: material, kilograms: kilograms)
        sale.phase = phase
        return sale
    }

    /// What of the heap it still holds.
    var held: Int64 {
        switch phase {
        case .offered: kilograms
        case .sold: max(0, kilograms - handed)
        case .handedOver, .ended: 0
        }
    }
}

/// What a month did to the heaps of a material.
struct HeapMonth: Sendable {
    let material: Recyclable
    let sorted: Int64
    let counted: Int64
    let handed: Int64
}

enum SaleQueries {
    private static let handed: SQL = """
        (SELECT CAST(coalesce(sum(h.kilograms), 0) AS BIGINT) FROM waste_handover h
            JOIN waste_ticket t ON t.id = h.ticket WHERE h.sale = z.id AND t.void_reason IS NULL)
        """

    private static let sales: SQL = """
        SELECT z.id, z.site, s.name, z.division, z.material, z.kilograms, o.name, z.reserve_fen, z.fetch_by, z.phase,
            z.contract, z.total_fen, z.reason, z.offered_at, \(handed)
        FROM waste_sale z JOIN waste_site s ON s.id = z.site JOIN organisation o ON o.id = z.seller
        """

    private static func line(_ row: Row) throws -> SaleLine {
        SaleLine(
            id: try row.get(0), site: try row.get(1), siteName: try row.get(2), place: try row.get(3),
            material: try row.get(4), kilograms: try row.get(5), sellerName: try row.get(6), reserve: try row.get(7),
            fetchBy: try row.get(8), phase: try row.get(9), contract: try row.find(10), total: try row.find(11),
            reason: try row.find(12), offeredAt: try row.get(13), handed: try row.get(14))
    }

    static func find(_ id: SaleID, in tx: any ReadTransaction) throws -> SaleLine? {
        try tx.first("\(sales) WHERE z.id = \(id)").map(line)
    }

    /// The latest first.
    static func list(limit: Int, in tx: any ReadTransaction) throws -> [SaleLine] {
        try tx.rows("\(sales) ORDER BY z.offered_at DESC, z.id LIMIT \(limit)").map(line)
    }

    /// Of a site, the latest first.
    static func list(of site: SiteID, in tx: any ReadTransaction) throws -> [SaleLine] {
        try tx.rows("\(sales) WHERE z.site = \(site) ORDER BY z.offered_at DESC, z.id LIMIT 200").map(line)
    }

    /// Those that are signed for and not fetched yet, the oldest first.
    static func listToFetch(in tx: any ReadTransaction) throws -> [SaleLine] {
        try tx.rows("\(sales) WHERE z.phase = \(SalePhase.sold) ORDER BY z.offered_at, z.id LIMIT 200").map(line)
    }

    /// What lies sorted at a site, in the order of the materials; those of which nothing ever lay there are left out.
    static func heaps(of site: SiteID, in tx: any ReadTransaction) throws -> [Heap] {
        var lies: [Recyclable: Int64] = [:]
        for row in try tx.rows(
            """
            SELECT material, CAST(sum(kilograms) AS BIGINT) FROM waste_heap WHERE site = \(site)
            GROUP BY material ORDER BY material
            """)
        { lies[try row.get(0)] = try row.get(1) }
        guard !lies.isEmpty else { return [] }
        var held: [Recyclable: Int64] = [:]
        for sale in try tx.rows("\(sales) WHERE z.site = \(site) ORDER BY z.id").map(line) {
            held[sale.material, default: 0] += sale.held
            lies[sale.material, default: 0] -= sale.handed
        }
        return Recyclable.allCases.compactMap { material in
            lies[material].map { Heap(material: material, lies: $0, held: held[material] ?? 0) }
        }
    }

    static func heap(_ material: Recyclable, of site: SiteID, in tx: any ReadTransaction) throws -> Heap? {
        try heaps(of: site, in: tx).first { $0.material == material }
    }

    static func stock(of sale: SaleID, in tx: any ReadTransaction) throws -> IssueTicket.SaleStock? {
        guard let line = try find(sale, in: tx) else { return nil }
        return IssueTicket.SaleStock(
            sale: line.sale, handed: line.handed, lies: try heap(line.material, of: line.site, in: tx)?.lies ?? 0)
    }

    /// The tickets a sale was fetched with, in order of time.
    static func listTickets(of sale: SaleID, in tx: any ReadTransaction) throws -> [TicketLine] {
        let tickets = try tx.rows("SELECT ticket FROM waste_handover WHERE sale = \(sale) ORDER BY ticket")
        return try tickets.compactMap { try WasteQueries.findTicket(try $0.get(0), in: tx) }
            .sorted { ($0.weighedAt, $0.id) < ($1.weighedAt, $1.id) }
    }

    /// What was sorted out of mixed waste, crate by crate.
    static func listFromMixed(from: CivilDate, until: CivilDate, in tx: any ReadTransaction) throws -> [StockLine] {
        try tx.rows(
            """
            SELECT site, day, kilograms FROM waste_heap WHERE day >= \(from) AND day <= \(until) AND is_mixed = 1
            ORDER BY day, entry
            """
        ).map { StockLine(site: try $0.get(0), day: try $0.get(1), kilograms: try $0.get(2)) }
    }

    /// What a month sorted, counted off and handed over, by material; those of which nothing moved are left out.
    static func month(from: CivilDate, until: CivilDate, in tx: any ReadTransaction) throws -> [HeapMonth] {
        var (sorted, counted): ([Recyclable: Int64], [Recyclable: Int64]) = ([:], [:])
        for row in try tx.rows(
            """
            SELECT material, CAST(sum(CASE WHEN scale IS NULL THEN 0 ELSE kilograms END) AS BIGINT),
                CAST(sum(CASE WHEN scale IS NULL THEN kilograms ELSE 0 END) AS BIGINT)
            FROM waste_heap WHERE day >= \(from) AND day <= \(until) GROUP BY material ORDER BY material
            """)
        {
            let material: Recyclable = try row.get(0)
            (sorted[material], counted[material]) = (try row.get(1), try row.get(2))
        }
        let handed = try tx.rows(
            """
            SELECT z.material, CAST(sum(h.kilograms) AS BIGINT) FROM waste_ticket t
            JOIN waste_handover h ON h.ticket = t.id JOIN waste_sale z ON z.id = h.sale
            WHERE t.weighed_at >= \(from.start) AND t.weighed_at < \(until.adding(days: 1).start)
                AND t.void_reason IS NULL GROUP BY z.material ORDER BY z.material
            """
        ).reduce(into: [Recyclable: Int64]()) { $0[try $1.get(0)] = try $1.get(1) }
        return Recyclable.allCases.compactMap { material in
            guard sorted[material] != nil || counted[material] != nil || handed[material] != nil else { return nil }
            return HeapMonth(
                material: material, sorted: sorted[material] ?? 0, counted: counted[material] ?? 0,
                handed: handed[material] ?? 0)
        }
    }
}
