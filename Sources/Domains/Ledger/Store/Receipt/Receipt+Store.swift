package import Kernel
package import Registry
package import Storage

extension IssueReceipt {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let last = try tx.first(
            """
            SELECT number, date FROM receipt WHERE organisation = \(organisation) AND year = \(AccountingYear(AccountingMonth(date)))
            ORDER BY number DESC LIMIT 1
            """
        ).map { (number: try $0.get(0, as: Int64.self), date: try $0.get(1, as: CivilDate.self)) }
        return Facts(last: last, isPartyKnown: try party.map { try PartyQueries.find($0, in: tx) != nil } ?? true)
    }
}

extension VoidReceipt {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> ReceiptFacts {
        ReceiptFacts(receipt: try ReceiptQueries.find(organisation, year, number, in: tx))
    }
}

extension BookReceipt {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> ReceiptFacts {
        let found = try VoucherQueries.find(voucher, in: tx)
        return ReceiptFacts(
            receipt: try ReceiptQueries.find(organisation, year, number, in: tx),
            hasVoucher: found?.organisation == organisation)
    }
}

extension ReceiptIssued {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO receipt (organisation, year, number, date, party, matter, amount_fen, method, entry)
            VALUES (\(organisation), \(AccountingYear(AccountingMonth(date))), \(number), \(date), \(party), \(matter),
                \(amount), \(method), \(entry.index))
            """)
    }
}

extension ReceiptVoided {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE receipt SET voided_on = \(date), reason = \(reason)
            WHERE organisation = \(organisation) AND year = \(year) AND number = \(number)
            """)
    }
}

extension ReceiptBooked {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE receipt SET voucher = \(voucher)
            WHERE organisation = \(organisation) AND year = \(year) AND number = \(number)
            """)
    }
}

package enum ReceiptQueries {
    package static func find(
        _ organisation: OrganisationID, _ year: AccountingYear, _ number: Int64, in tx: any ReadTransaction
    ) throws -> Receipt? {
        try list(where: "organisation = \(organisation) AND year = \(year) AND number = \(number)", in: tx).first
    }

    /// The receipts of a year, the newest first.
    package static func list(_ organisation: OrganisationID, _ year: AccountingYear, in tx: any ReadTransaction) throws
        -> [Receipt]
    {
        try list(where: "organisation = \(organisation) AND year = \(year)", in: tx)
    }

    private static func list(where condition: SQL, in tx: any ReadTransaction) throws -> [Receipt] {
        try tx.rows(
            """
            SELECT organisation, year, number, date, party, matter, amount_fen, method, voucher, voided_on, reason, entry
            FROM receipt WHERE \(condition) ORDER BY number DESC
            """
        ).map { row in
            Receipt(
                organisation: try row.get(0), year: try row.get(1), number: try row.get(2), date: try row.get(3),
                party: try row.find(4), matter: try row.get(5), amount: try row.get(6), method: try row.get(7),
                voucher: try row.find(8), voidedOn: try row.find(9), reason: try row.find(10), entry: try row.get(11))
        }
    }
}
