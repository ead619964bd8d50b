package import Kernel
package import Storage

extension SettleInstalment {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> ReceivableFacts {
        let known = try tx.first(
            """
            SELECT entry FROM settlement
            WHERE receivable = \(receivable) AND number = \(number) AND bank_reference = \(bankReference)
                AND amount_fen = \(amount)
            """)
        return ReceivableFacts(
            receivable: try ReceivableQueries.find(receivable, in: tx), isReceiptKnown: known != nil)
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
    }
}
