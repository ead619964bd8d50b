package import Kernel
import Registry
package import Storage

extension VerifyInvoice {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            home: try OrganisationQueries.find(organisation, in: tx)?.division,
            known: try InvoiceQueries.find(number, in: tx))
    }
}

extension InvoiceVerified {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE invoice SET verdict = \(verdict), verified_on = \(date) WHERE number = \(number)")
    }
}

extension InvoiceQueries {
    /// The invoices of an organisation, the newest first.
    static func list(_ organisation: OrganisationID, limit: Int = 200, in tx: any ReadTransaction) throws
        -> [InvoiceLine]
    {
        try tx.rows(
            """
            SELECT i.number, i.issued, i.gross_fen, i.used_fen, i.reds, i.verdict, i.verified_on,
                (SELECT CAST(COALESCE(SUM(r.gross_fen), 0) AS BIGINT) FROM invoice r WHERE r.reds = i.number),
                i.is_erased
            FROM invoice i WHERE i.organisation = \(organisation) ORDER BY i.issued DESC, i.number LIMIT \(limit)
            """
        ).map { row in
            InvoiceLine(
                number: try row.get(0), issued: try row.get(1), gross: try row.get(2), used: try row.get(3),
                reds: try row.get(7), takesBack: try row.find(4), verdict: try row.find(5),
                verifiedOn: try row.find(6), isErased: try row.get(8, as: Int64.self) == 1)
        }
    }
}
