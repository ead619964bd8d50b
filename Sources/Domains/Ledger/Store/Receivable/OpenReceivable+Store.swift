package import Kernel
import Registry
package import Storage

extension OpenReceivable {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            home: try OrganisationQueries.find(organisation, in: tx)?.division,
            isTaken: try ReceivableQueries.isTaken(receivable, contract, in: tx))
    }
}

extension ReceivableOpened {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO receivable (receivable, organisation, division, contract, debtor, is_member, total_fen,
                start_date, end_date, billed_fen, earned_fen)
            VALUES (\(receivable), \(organisation), \(place), \(contract), \(debtor), \(isMember), \(total),
                \(start), \(end), 0, 0)
            """)
        let none: String? = nil
        for instalment in instalments {
            try tx.run(
                """
                INSERT INTO instalment (receivable, number, due, amount_fen, accrued_on, paid_fen, paid_on)
                VALUES (\(receivable), \(instalment.number), \(instalment.due), \(instalment.amount),
                    \(none), 0, \(none))
                """)
        }
    }
}
