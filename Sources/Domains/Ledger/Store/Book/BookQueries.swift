package import Kernel
package import Registry
package import Storage

/// The books of one organisation as the register of books shows them.
package struct BookHeading: Sendable, Hashable {
    package let organisation: OrganisationID
    package let division: DivisionID
    package let startDate: CivilDate
    package let chartVersion: Int64
    package let closedThrough: AccountingMonth?
}

/// An account as one village sees it: of the chart, or its own below one.
package struct BookAccount: Sendable, Hashable {
    package let code: AccountCode
    /// In both languages for the chart; a village's own name stands in both.
    package let name: Message
    package let side: BalanceSide
    package let accountClass: AccountClass
    /// Whether vouchers can be posted to it.
    package let isLeaf: Bool
}

package enum BookQueries {
    package static func find(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> BookHeading? {
        try tx.first(
            """
            SELECT organisation, division, start_date, chart_version, closed_through FROM books
            WHERE organisation = \(organisation)
            """
        ).map(heading)
    }

    /// All books, by organisation.
    package static func list(in tx: any ReadTransaction) throws -> [BookHeading] {
        try tx.rows(
            """
            SELECT organisation, division, start_date, chart_version, closed_through FROM books ORDER BY organisation
            """
        ).map(heading)
    }

    /// The chart with the village's own accounts in their places.
    package static func accounts(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> [BookAccount] {
        let own = try tx.rows(
            "SELECT code, name, parent FROM sub_account WHERE organisation = \(organisation) ORDER BY code"
        ).map { row in
            (
                code: try row.get(0, as: AccountCode.self), name: try row.get(1, as: String.self),
                parent: try row.get(2, as: AccountCode.self)
            )
        }
        let parents = Set(own.map(\.parent))
        let all =
            Chart.of2023.accounts.map { ($0.code, $0.name) } + own.map { ($0.code, Message(zh: $0.name, en: $0.name)) }
        return all.sorted { $0.0 < $1.0 }.compactMap { code, name in
            Chart.of2023.root(of: code).map {
                BookAccount(
                    code: code, name: name, side: $0.side, accountClass: $0.accountClass,
                    isLeaf: !parents.contains(code))
            }
        }
    }

    /// The books as rules see them, out of the tables; without the numbers of vouchers and what year ends have booked.
    static func state(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> Books {
        var books = Books(organisation: organisation)
        guard let heading = try find(organisation, in: tx) else { return books }
        books.place = heading.division
        books.startDate = heading.startDate
        books.closedThrough = heading.closedThrough
        try tx.each("SELECT code, name, parent FROM sub_account WHERE organisation = \(organisation)") { row in
            if let code = AccountCode(row.text(0)) { books.subAccounts[code] = row.text(1) }
            if let parent = AccountCode(row.text(2)) { books.parents.insert(parent) }
        }
        books.budgetedYears = Set(try BudgetQueries.years(organisation, in: tx))
        return books
    }

    private static func heading(_ row: Row) throws -> BookHeading {
        BookHeading(
            organisation: try row.get(0), division: try row.get(1), startDate: try row.get(2),
            chartVersion: try row.get(3), closedThrough: try row.find(4))
    }
}
