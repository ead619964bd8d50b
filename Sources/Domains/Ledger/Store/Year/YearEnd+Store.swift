package import Kernel
import Registry
package import Storage

extension TransferResult {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let december = year.december
        return Facts(
            readiness: try MonthReadiness(organisation, december, in: tx),
            balances: try YearBalances(organisation, through: december, in: tx))
    }
}

extension DistributeResult {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let december = year.december
        let lines = members.compactMap { share in
            share.party.map { VoucherLine(StandardAccount.members.code, credit: share.amount, party: $0) }
        }
        return Facts(
            balances: try YearBalances(organisation, through: december, in: tx),
            references: try LineReferences(lines, in: tx),
            unchecked: try YearCheckQueries.missing(
                organisation, year, books.place, on: context.now.date, in: tx))
    }
}

extension UndoYearEnd {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(vouchers: try books.lastVouchers(of: year).compactMap { try VoucherQueries.find($0, in: tx) })
    }
}

extension ResultTransferred {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO year_end (organisation, year, step, entry)
            VALUES (\(organisation), \(year), 'transfer', \(entry.index))
            """)
    }
}

extension ResultDistributed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO year_end (organisation, year, step, entry, resolution)
            VALUES (\(organisation), \(year), 'distribution', \(entry.index), \(resolution))
            """)
    }
}

extension YearEndUndone {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "DELETE FROM year_end WHERE organisation = \(organisation) AND year = \(year) AND step = \(step.rawValue)")
    }
}

/// Reading how far a year end has come.
enum YearEndQueries {
    static func steps(_ organisation: OrganisationID, _ year: AccountingYear, in tx: any ReadTransaction) throws -> Set<
        YearStep
    > {
        let names = try tx.rows("SELECT step FROM year_end WHERE organisation = \(organisation) AND year = \(year)")
            .map { try $0.get(0, as: String.self) }
        return Set(names.compactMap { YearStep(rawValue: $0) })
    }
}
