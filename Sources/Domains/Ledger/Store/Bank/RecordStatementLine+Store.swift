package import Kernel
package import Storage

extension RecordStatementLine {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let other = try serial.flatMap { serial in
            try tx.first(
                """
                SELECT date, amount_fen FROM statement_line
                WHERE organisation = \(organisation) AND account = \(account) AND serial = \(serial) AND line <> \(line)
                """)
        }
        return Facts(
            isKnown: try StatementLineQueries.exists(line, in: tx),
            other: try other.map { (try $0.get(0), try $0.get(1)) })
    }
}

extension StatementLineRecorded {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                line.sqlValue, organisation.sqlValue, account.sqlValue, date.sqlValue,
                serial.map { .text($0) } ?? .null, amount.sqlValue, balance?.sqlValue ?? .null, entry.index.sqlValue,
            ], to: "statement_line")
    }
}

package enum StatementLineQueries {
    package static func exists(_ line: StatementLineID, in tx: any ReadTransaction) throws -> Bool {
        try tx.first("SELECT entry FROM statement_line WHERE line = \(line)") != nil
    }
}
