package import Kernel
import Registry
package import Storage

/// A found contract as everyone may see it.
struct CaseLine: Sendable {
    let id: CaseID
    let organisation: OrganisationID
    let division: DivisionID
    let row: Int64
    let number: String
    let object: String
    let displayName: String
    let category: String
    let area: Area?
    let measured: Area?
    let start: CivilDate?
    let end: CivilDate?
    let annual: Money?
    let annualAfter: Money?
    let plan: CasePlan?
    let due: CivilDate?
    let isClosed: Bool
    let unread: String
}

/// How far the clean-up of a place is: sums over its events, never typed.
package struct CleanupFigures: Sendable, Hashable {
    package var contracts: Int64 = 0
    package var withProblems: Int64 = 0
    package var planned: Int64 = 0
    package var closed: Int64 = 0
    package var area: Area = .zero
    package var annualBefore: Money = .zero
    /// What the same contracts bring in a year now.
    package var annualAfter: Money = .zero
    package var collected: Money = .zero
    package var byCode: [ProblemCode: Int64] = [:]
}

package enum CaseQueries {
    static func find(_ id: CaseID, in tx: any ReadTransaction) throws -> CaseLine? {
        try tx.first("\(columns) WHERE id = \(id)").map(read)
    }

    /// In the order of places and rows.
    static func list(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [CaseLine] {
        try tx.rows("\(columns) WHERE \(inPlaces(path)) ORDER BY problems = 0, division, sheet_row, id LIMIT \(limit)")
            .map(read)
    }

    /// The places themselves, each with its figures: a county's townships, a township's villages.
    static func codes(of id: CaseID, in tx: any ReadTransaction) throws -> [(code: ProblemCode, reason: String?)] {
        try tx.rows("SELECT code, reason FROM found_problem WHERE found = \(id) ORDER BY code").map {
            (try $0.get(0), try $0.find(1))
        }
    }

    package static func figures(within path: String, in tx: any ReadTransaction) throws -> CleanupFigures {
        var figures = CleanupFigures()
        if let row = try tx.first(
            """
            SELECT COUNT(*), COALESCE(SUM(CASE WHEN problems > 0 THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN plan IS NOT NULL AND is_closed = 0 THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(is_closed), 0), COALESCE(SUM(COALESCE(area, 0)), 0), COALESCE(SUM(COALESCE(annual, 0)), 0),
                COALESCE(SUM(COALESCE(annual_after, annual, 0)), 0), COALESCE(SUM(collected), 0)
            FROM found_contract WHERE \(inPlaces(path))
            """)
        {
            figures.contracts = try row.get(0)
            figures.withProblems = try row.get(1)
            figures.planned = try row.get(2)
            figures.closed = try row.get(3)
            figures.area = Area(units: try row.get(4))
            figures.annualBefore = Money(fen: try row.get(5))
            figures.annualAfter = Money(fen: try row.get(6))
            figures.collected = Money(fen: try row.get(7))
        }
        for row in try tx.rows(
            """
            SELECT p.code, COUNT(*) FROM found_problem p JOIN found_contract c ON c.id = p.found
            WHERE \(inPlaces(path)) GROUP BY p.code
            """)
        {
            figures.byCode[try row.get(0)] = try row.get(1)
        }
        return figures
    }

    private static func inPlaces(_ path: String) -> SQL {
        "division IN (SELECT id FROM division WHERE \(DivisionQueries.within(path)))"
    }

    private static let columns: SQL = """
        SELECT id, organisation, division, sheet_row, number, object, display_name, category, area, measured, starts,
            ends, annual, annual_after, plan, due, is_closed, unread FROM found_contract
        """

    private static func read(_ row: Row) throws -> CaseLine {
        CaseLine(
            id: try row.get(0), organisation: try row.get(1), division: try row.get(2), row: try row.get(3),
            number: try row.get(4), object: try row.get(5), displayName: try row.get(6), category: try row.get(7),
            area: try row.find(8, as: Int64.self).map { Area(units: $0) },
            measured: try row.find(9, as: Int64.self).map { Area(units: $0) }, start: try row.find(10),
            end: try row.find(11), annual: try row.find(12, as: Int64.self).map { Money(fen: $0) },
            annualAfter: try row.find(13, as: Int64.self).map { Money(fen: $0) }, plan: try row.find(14),
            due: try row.find(15), isClosed: try row.get(16), unread: try row.get(17))
    }
}
