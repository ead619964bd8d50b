package import Kernel
package import Registry
package import Storage

/// One line of a list of vouchers.
package struct VoucherHeading: Sendable, Hashable {
    package let id: VoucherID
    package let month: AccountingMonth
    package let number: Int64
    package let date: CivilDate
    package let summary: String
    package let origin: VoucherOrigin
    /// What the voucher moves on the account asked for, or in sum when none was asked for.
    package let debit: Money
    package let credit: Money
}

/// Reading the vouchers.
package enum VoucherQueries {
    package static func find(_ voucher: VoucherID, in tx: any ReadTransaction) throws -> Voucher? {
        let head: SQL = """
            SELECT v.organisation, v.month, v.number, v.date, v.summary, v.attachments, v.maker, v.reviewer, v.origin,
                v.reverses, r.voucher, v.corrects, v.maker_person, v.reviewer_person, v.poster_person, v.review, w.number,
                v.without_papers, v.resolution, v.filing
            FROM voucher v LEFT JOIN voucher r ON r.reverses = v.voucher
                LEFT JOIN voucher_review w
                    ON w.organisation = v.organisation AND w.month = v.month AND w.number = v.number
            WHERE v.voucher = \(voucher)
            """
        guard let row = try tx.first(head) else { return nil }
        let organisation: OrganisationID = try row.get(0)
        let month: AccountingMonth = try row.get(1)
        let number: Int64 = try row.get(2)
        return Voucher(
            id: voucher, organisation: organisation, month: month, number: number, date: try row.get(3),
            summary: try row.get(4), lines: try lines(organisation, month, number, in: tx), attachments: try row.get(5),
            maker: try row.get(6), reviewer: try row.get(7), origin: try row.get(8), reverses: try row.find(9),
            reversedBy: try row.find(10), corrects: try row.find(11), withoutPapers: try row.find(17),
            resolution: try row.find(18), filing: try row.find(19), people: try people(row))
    }

    private static func people(_ row: Row) throws -> VoucherPeople {
        let review: ReviewKind? = try row.find(15)
        let confirmed: Int64? = try row.find(16)
        return VoucherPeople(
            maker: try row.find(12), reviewer: try row.find(13), poster: try row.find(14), review: review,
            isConfirmed: review == .act || confirmed != nil)
    }

    /// The lines of the differences booked to a voucher, all of them together.
    static func differences(to voucher: VoucherID, in tx: any ReadTransaction) throws -> [VoucherLine] {
        try tx.rows(
            """
            SELECT l.account, l.debit_fen, l.credit_fen, l.contract, l.party, l.project, l.asset, l.quantity
            FROM voucher v JOIN voucher_line l
                ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
            WHERE v.corrects = \(voucher) AND v.origin = 'difference' ORDER BY v.month, v.number, l.line
            """
        ).map(line)
    }

    /// How many vouchers wait for their review, by month, without those that `maker` made.
    static func unconfirmedMonths(
        _ organisation: OrganisationID, besides maker: PersonID? = nil, in tx: any ReadTransaction
    ) throws -> [AccountingMonth: Int] {
        let others: SQL = maker.map { "(v.maker_person IS NULL OR v.maker_person <> \($0))" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            SELECT v.month, COUNT(*) FROM voucher v LEFT JOIN voucher_review w
                ON w.organisation = v.organisation AND w.month = v.month AND w.number = v.number
            WHERE v.organisation = \(organisation) AND v.review = 'named' AND w.number IS NULL AND \(others)
            GROUP BY v.month
            """
        ).map { (try $0.get(0, as: AccountingMonth.self), try $0.get(1, as: Int.self)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// The vouchers of a month whose review was named and not yet done, with the person who made them.
    static func unconfirmed(_ organisation: OrganisationID, _ month: AccountingMonth, in tx: any ReadTransaction) throws
        -> [(number: Int64, maker: PersonID?)]
    {
        try tx.rows(
            """
            SELECT v.number, v.maker_person FROM voucher v LEFT JOIN voucher_review w
                ON w.organisation = v.organisation AND w.month = v.month AND w.number = v.number
            WHERE v.organisation = \(organisation) AND v.month = \(month) AND v.review = 'named' AND w.number IS NULL
            ORDER BY v.number
            """
        ).map { (number: try $0.get(0), maker: try $0.find(1)) }
    }

    /// The names of what contracts of the register let.
    static func things(of contracts: Set<ContractID>, in tx: any ReadTransaction) throws -> [ContractID: String] {
        var names: [ContractID: String] = [:]
        for contract in contracts {
            names[contract] = try tx.find(
                "SELECT a.name FROM contract c JOIN asset a ON a.id = c.asset WHERE c.id = \(contract)")
        }
        return names
    }

    package static func exists(_ voucher: VoucherID, in tx: any ReadTransaction) throws -> Bool {
        try tx.first("SELECT number FROM voucher WHERE voucher = \(voucher)") != nil
    }

    static func lines(
        _ organisation: OrganisationID, _ month: AccountingMonth, _ number: Int64, in tx: any ReadTransaction
    ) throws -> [VoucherLine] {
        try tx.rows(
            """
            SELECT account, debit_fen, credit_fen, contract, party, project, asset, quantity FROM voucher_line
            WHERE organisation = \(organisation) AND month = \(month) AND number = \(number) ORDER BY line
            """
        ).map(line)
    }

    /// From the columns account, debit, credit, contract, party, project, asset, quantity.
    static func line(_ row: Row) throws -> VoucherLine {
        let debit: Money = try row.get(1)
        let credit: Money = try row.get(2)
        return VoucherLine(
            try row.get(0), debit: debit == .zero ? nil : debit, credit: credit == .zero ? nil : credit,
            contract: try row.find(3), party: try row.find(4), project: try row.find(5), asset: try row.find(6),
            quantity: try row.find(7))
    }

    /// The vouchers of the months asked for, latest first; with `account` those that touch it or an account below it.
    package static func list(
        _ organisation: OrganisationID, from first: AccountingMonth, through last: AccountingMonth,
        account: AccountCode? = nil, limit: Int = 200, in tx: any ReadTransaction
    ) throws -> [VoucherHeading] {
        let touched: SQL = account.map { "AND l.account LIKE \($0.text + "%")" } ?? ""
        return try tx.rows(
            """
            SELECT v.voucher, v.month, v.number, v.date, v.summary, v.origin,
                CAST(SUM(l.debit_fen) AS BIGINT), CAST(SUM(l.credit_fen) AS BIGINT)
            FROM voucher v JOIN voucher_line l
                ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
            WHERE v.organisation = \(organisation) AND v.month >= \(first) AND v.month <= \(last) \(touched)
            GROUP BY v.voucher, v.month, v.number, v.date, v.summary, v.origin
            ORDER BY v.month DESC, v.number DESC LIMIT \(limit)
            """
        ).map { row in
            VoucherHeading(
                id: try row.get(0), month: try row.get(1), number: try row.get(2), date: try row.get(3),
                summary: try row.get(4), origin: try row.get(5), debit: try row.get(6), credit: try row.get(7))
        }
    }
}
