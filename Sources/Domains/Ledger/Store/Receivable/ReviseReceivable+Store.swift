import Kernel
import Registry
package import Storage

extension ReceivableRevised {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE receivable SET total_fen = \(total), end_date = \(end) WHERE receivable = \(receivable)")
        for part in parts {
            try tx.run(
                """
                UPDATE instalment SET closed_fen = \(part.closed)
                WHERE receivable = \(receivable) AND number = \(part.number)
                """)
        }
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
