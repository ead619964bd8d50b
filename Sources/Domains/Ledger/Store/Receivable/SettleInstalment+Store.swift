package import Storage

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
