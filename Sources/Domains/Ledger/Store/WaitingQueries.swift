package import Kernel
import Registry
package import Storage

extension Ledger {
    /// What waits for who keeps the books or looks at them: vouchers on their way, months that are over, instalments in
    /// arrears. Of one set of books it leads straight to the page where it is done.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        let path = try DivisionQueries.findPath(principal.division, in: tx) ?? "/"
        let role = principal.role
        // A county keeps no books and has hundreds: its officer finds them on their own page.
        let isNear = role != .countyOfficer
        var waiting: [Waiting?] = []
        if ReviewDraft.access.roles.contains(role), isNear {
            waiting.append(
                wait(BookText.vouchersWait, try vouchers(within: path, for: principal, in: tx), page: "/drafts"))
        }
        if CloseMonth.access.roles.contains(role), isNear {
            let months = try unclosed(within: path, through: AccountingMonth(now.date).previous, in: tx)
            waiting.append(wait(BookText.booksToClose, months, page: "/month"))
        }
        if SettleInstalment.access.roles.contains(role) {
            let overdue = try overdue(within: path, on: now.date, in: tx)
            waiting.append(wait(BookText.overdueInstalments, overdue, page: "/receivables", isLate: true))
        }
        return waiting.compactMap(\.self)
    }

    private static func wait(
        _ title: Message, _ found: [(organisation: OrganisationID, count: Int)], page: String, isLate: Bool = false
    ) -> Waiting? {
        guard let first = found.first else { return nil }
        return Waiting(
            title, found.reduce(0) { $0 + $1.count },
            path: found.count == 1 ? BookDesk.path(first.organisation, page) : "/books", isLate: isLate)
    }

    /// Drafts that another made or reviewed, and vouchers of open months that name a reviewer and have no review yet.
    private static func vouchers(within path: String, for principal: Principal, in tx: any ReadTransaction) throws
        -> [(organisation: OrganisationID, count: Int)]
    {
        let person = principal.person
        let books: SQL = "FROM books k JOIN division d ON d.id = k.division"
        return try tx.rows(
            """
            SELECT t.organisation, COUNT(*) FROM (
                SELECT k.organisation \(books) JOIN voucher_draft f ON f.organisation = k.organisation
                WHERE \(DivisionQueries.within(path)) AND f.maker_person <> \(person)
                    AND (f.state = 'made' OR f.state = 'reviewed' AND f.reviewer_person <> \(person))
                UNION ALL
                SELECT k.organisation \(books) JOIN voucher v
                    ON v.organisation = k.organisation AND v.month > COALESCE(k.closed_through, 0)
                LEFT JOIN voucher_review w
                    ON w.organisation = v.organisation AND w.month = v.month AND w.number = v.number
                WHERE \(DivisionQueries.within(path)) AND v.review = 'named' AND w.number IS NULL
                    AND (v.maker_person IS NULL OR v.maker_person <> \(person))
            ) t GROUP BY t.organisation ORDER BY t.organisation
            """
        ).map { (organisation: try $0.get(0), count: try $0.get(1)) }
    }

    /// Books whose last month is over and not closed.
    private static func unclosed(within path: String, through month: AccountingMonth, in tx: any ReadTransaction) throws
        -> [(organisation: OrganisationID, count: Int)]
    {
        try tx.rows(
            """
            SELECT k.organisation FROM books k JOIN division d ON d.id = k.division
            WHERE \(DivisionQueries.within(path)) AND (k.closed_through < \(month)
                OR k.closed_through IS NULL AND k.start_date < \(month.next.firstDay))
            ORDER BY k.organisation
            """
        ).map { (organisation: try $0.get(0), count: 1) }
    }

    private static func overdue(within path: String, on day: CivilDate, in tx: any ReadTransaction) throws
        -> [(organisation: OrganisationID, count: Int)]
    {
        try tx.rows(
            """
            SELECT r.organisation, COUNT(*) FROM instalment i JOIN receivable r ON r.receivable = i.receivable
                JOIN division d ON d.id = r.division
            WHERE i.due < \(day) AND i.paid_fen < i.amount_fen AND \(DivisionQueries.within(path))
            GROUP BY r.organisation ORDER BY r.organisation
            """
        ).map { (organisation: try $0.get(0), count: try $0.get(1)) }
    }
}
