package import Kernel
import Registry
package import Storage

extension BillHousehold {
    package func facts(on state: Cleanup.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            organisation: try OrganisationQueries.find(organisation, in: tx),
            resolution: try resolution.flatMap { try ResolutionQueries.find($0, in: tx) },
            rules: ChargeRules.holding(on: context.now.date))
    }
}

extension HouseholdBilled {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let rules = charge.rules
        try tx.run(
            """
            INSERT INTO land_bill (id, organisation, division, household, display_name, category, found, guide_price,
                months, is_hardship, free_area, hardship, discount_days, discount_first, discount_second,
                discount_third, price_basis, billed, billed_on)
            VALUES (\(bill), \(organisation), \(place), \(household), \(CleanupText.masked(name)),
                \(charge.category), \(charge.found.units), \(charge.guidePrice.fen), \(charge.months),
                \(charge.isHardship), \(rules.freeArea.units), \(rules.hardship), \(rules.days), \(rules.first),
                \(rules.second), \(rules.third), \(priceBasis), \(amount.fen), \(billedOn))
            """)
    }
}

extension PayBill {
    package func facts(on found: HouseholdBill, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard found.paid == nil, paidOn >= found.billedOn, let paid = try? paid(of: found) else { return Facts() }
        return Facts(known: try BankArrivals.find(paid.arrival, in: tx))
    }
}

extension BillPaid {
    package func project(
        from standing: Void, to state: Cleanup.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE land_bill SET paid = \(amount.fen), paid_on = \(paidOn), reference = \(reference)
            WHERE id = \(bill)
            """)
        try BankArrivals.note(arrival, entry, in: tx)
    }
}

/// A bill as everyone may see it.
struct BillLine: Sendable {
    let id: BillID
    let organisation: OrganisationID
    let division: DivisionID
    let household: String
    let displayName: String
    let charge: LandCharge
    let priceBasis: String
    let billed: Money
    let billedOn: CivilDate
    let paid: Money?
    let paidOn: CivilDate?
}

enum BillQueries {
    static func find(_ id: BillID, in tx: any ReadTransaction) throws -> BillLine? {
        try tx.first("\(columns) WHERE id = \(id)").map(read)
    }

    /// The newest first.
    static func list(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [BillLine] {
        try tx.rows("\(columns) WHERE \(inPlaces(path)) ORDER BY billed_on DESC, id LIMIT \(limit)").map(read)
    }

    static func sums(within path: String, in tx: any ReadTransaction) throws -> (billed: Money, paid: Money) {
        let row = try tx.first(
            "SELECT COALESCE(SUM(billed), 0), COALESCE(SUM(paid), 0) FROM land_bill WHERE \(inPlaces(path))")
        return try row.map { (Money(fen: try $0.get(0)), Money(fen: try $0.get(1))) } ?? (.zero, .zero)
    }

    private static let columns: SQL = """
        SELECT id, organisation, division, household, display_name, category, found, guide_price, months, is_hardship,
            free_area, hardship, discount_days, discount_first, discount_second, discount_third, price_basis, billed,
            billed_on, paid, paid_on FROM land_bill
        """

    private static func read(_ row: Row) throws -> BillLine {
        let rules = ChargeRules(
            freeArea: Area(units: try row.get(10)), hardship: try row.get(11), days: try row.get(12),
            first: try row.get(13), second: try row.get(14), third: try row.get(15))
        let hardship: Int64 = try row.get(9)
        let paid: Int64? = try row.find(19)
        return BillLine(
            id: try row.get(0), organisation: try row.get(1), division: try row.get(2), household: try row.get(3),
            displayName: try row.get(4),
            charge: LandCharge(
                category: try row.get(5), found: Area(units: try row.get(6)), guidePrice: Money(fen: try row.get(7)),
                months: try row.get(8), isHardship: hardship == 1, rules: rules),
            priceBasis: try row.get(16), billed: Money(fen: try row.get(17)), billedOn: try row.get(18),
            paid: paid.map { Money(fen: $0) }, paidOn: try row.find(20))
    }
}

/// The rows whose place lies within a path.
func inPlaces(_ path: String) -> SQL {
    "division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))"
}
