package import Kernel
package import Registry
package import Storage

extension RegisterInvoice {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let others = try buyerCode.map { code in
            try tx.first("SELECT id FROM organisation WHERE credit_code = \(code) AND id <> \(organisation)") != nil
        }
        return Facts(
            home: try OrganisationQueries.find(organisation, in: tx), known: try InvoiceQueries.find(number, in: tx),
            buyerIsAnother: others ?? false)
    }
}

extension InvoiceRegistered {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO invoice (number, organisation, issued, net_fen, tax_fen, gross_fen, digest, used_fen, reds, entry)
            VALUES (\(number), \(organisation), \(issued), \(net), \(tax), \(gross), \(digest), 0, \(reds),
                \(entry.index))
            """)
    }
}

extension UseInvoice {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let found = try voucher.map { voucher in
            try tx.first("SELECT number FROM voucher WHERE voucher = \(voucher) AND organisation = \(organisation)")
                != nil
        }
        return Facts(
            home: try OrganisationQueries.find(organisation, in: tx)?.division,
            known: try InvoiceQueries.find(number, in: tx), hasVoucher: found ?? true)
    }
}

extension InvoiceUsed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE invoice SET used_fen = used_fen + \(amount) WHERE number = \(number)")
        try tx.run(
            """
            INSERT INTO invoice_use (number, entry, amount_fen, voucher)
            VALUES (\(number), \(entry.index), \(amount), \(voucher))
            """)
    }
}

extension EraseSeller {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let home = try OrganisationQueries.find(organisation, in: tx)?.division
        let row = try tx.first("SELECT issued, is_erased FROM invoice WHERE number = \(number)")
        let issued: CivilDate? = try row?.get(0)
        return Facts(
            home: home, known: try InvoiceQueries.find(number, in: tx),
            isErased: try row?.get(1, as: Int64.self) == 1,
            claimed: try ClaimQueries.claimed(on: number, but: nil, in: tx),
            keepUntil: try issued.flatMap { try BookFiles.keptUntil($0, at: books.place ?? home, context, in: tx) })
    }
}

extension SellerErased {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE invoice SET is_erased = 1 WHERE number = \(number)")
    }
}

package enum InvoiceQueries {
    package static func find(_ number: InvoiceNumber, in tx: any ReadTransaction) throws -> InvoiceRecord? {
        let reds: Int64? = try tx.find("SELECT CAST(SUM(gross_fen) AS BIGINT) FROM invoice WHERE reds = \(number)")
        return try tx.first(
            """
            SELECT i.organisation, COALESCE(o.name, i.organisation), i.gross_fen, i.digest, i.used_fen, i.verdict
            FROM invoice i LEFT JOIN organisation o ON o.id = i.organisation WHERE i.number = \(number)
            """
        ).map { row in
            InvoiceRecord(
                number: number, organisation: try row.get(0), holder: try row.get(1), gross: try row.get(2),
                digest: try row.get(3), used: try row.get(4), reds: Money(fen: reds ?? 0), verdict: try row.find(5))
        }
    }

    /// The blue invoices of an organisation on which something is left, the newest first.
    static func listOpen(_ organisation: OrganisationID, limit: Int = 100, in tx: any ReadTransaction) throws
        -> [InvoiceRecord]
    {
        let numbers: [InvoiceNumber] = try tx.rows(
            """
            SELECT number FROM invoice WHERE organisation = \(organisation) AND gross_fen > used_fen
            ORDER BY issued DESC, number LIMIT \(limit)
            """
        ).map { try $0.get(0) }
        return try numbers.compactMap { try find($0, in: tx) }.filter { $0.left > .zero }
    }

    /// The bodies whose code or name the invoice gives for its buyer; the code goes before the name.
    package static func buyers(code: String?, name: String?, in tx: any ReadTransaction) throws -> [OrganisationID] {
        if let code {
            let found = try tx.rows("SELECT id FROM organisation WHERE credit_code = \(code)").map {
                try $0.get(0, as: OrganisationID.self)
            }
            if !found.isEmpty { return found }
        }
        guard let name else { return [] }
        return try tx.rows("SELECT id FROM organisation WHERE name = \(name)").map { try $0.get(0) }
    }
}
