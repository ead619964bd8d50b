package import Kernel
package import Registry
package import Storage

extension OpenByTransition {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> OpenBooks.Facts {
        OpenBooks.Facts(
            home: try OrganisationQueries.find(organisation, in: tx)?.division,
            references: try LineReferences(
                parts.compactMap { part in
                    part.party.map { VoucherLine(part.new, debit: part.debit, credit: part.credit, party: $0) }
                }, in: tx))
    }
}

extension TransitionRecorded {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for (position, part) in parts.enumerated() {
            try tx.run(
                """
                INSERT INTO transition_part (organisation, part, old, detail, new, party, debit_fen, credit_fen, basis)
                VALUES (\(organisation), \(Int(first) + position + 1), \(part.old), \(part.detail), \(part.new),
                    \(part.party), \(part.debit ?? .zero), \(part.credit ?? .zero), \(part.basis))
                """)
        }
    }
}

package enum TransitionQueries {
    /// The working paper, in order; empty where the books were not opened out of old ones.
    package static func list(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> [TransferPart] {
        try tx.rows(
            """
            SELECT old, detail, new, party, debit_fen, credit_fen, basis FROM transition_part
            WHERE organisation = \(organisation) ORDER BY part
            """
        ).map { row in
            TransferPart(
                old: try row.find(0), detail: try row.find(1), new: try row.get(2), party: try row.find(3),
                debit: try row.get(4), credit: try row.get(5), basis: try row.get(6))
        }
    }
}
