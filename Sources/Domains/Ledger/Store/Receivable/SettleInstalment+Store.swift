package import Kernel
import Registry
package import Storage

extension SettleInstalment {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> ReceivableFacts {
        var facts = ReceivableFacts(receivable: try ReceivableQueries.find(receivable, in: tx))
        // What the house books itself is the payment that its cause recorded.
        if let claim = facts.receivable, context.principal.role != .system {
            facts.known = try BankArrivals.find(
                .instalment(
                    number, of: claim.contract, reference: bankReference, amount: amount, to: claim.organisation,
                    in: claim.division),
                in: tx)
        }
        return facts
    }
}

extension InstalmentSettled {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE instalment SET paid_fen = \(paid), paid_on = \(date)
            WHERE receivable = \(receivable) AND number = \(number)
            """)
        try tx.run(
            """
            INSERT INTO settlement (receivable, number, entry, amount_fen, date, bank_reference, voucher)
            VALUES (\(receivable), \(number), \(entry.index), \(amount), \(date), \(bankReference), \(voucher))
            """)
        try BankArrivals.note(arrival, entry, in: tx)
    }
}
