package import Kernel
import Registry
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

extension EraseCounterparty {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let known = try BankQueries.find(line, organisation, in: tx)
        return Facts(
            line: known,
            keepUntil: try known.flatMap { try BookFiles.keptUntil($0.date, at: books.place, context, in: tx) })
    }
}

extension CounterpartyErased {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("INSERT INTO statement_line_erased (line, entry) VALUES (\(line), \(entry.index))")
    }
}

/// How long the files of the books are kept.
enum BookFiles {
    /// The years of a file run from the end of its accounting year (Measures on Accounting Archives, art. 14).
    static func keptUntil(
        _ day: CivilDate, at place: DivisionID?, _ context: Context, in tx: any ReadTransaction
    ) throws -> CivilDate? {
        guard let place else { return nil }
        let years = try ParameterQueries.value(.retentionYears, at: place, on: context.now.date, in: tx).value
        return AccountingMonth(day).january.previous.lastDay.adding(years: Int(years) + 1)
    }
}

extension StatementImport.Line {
    /// Whether the books have it, under either name.
    package func isKnown(in tx: any ReadTransaction) throws -> Bool {
        if try StatementLineQueries.exists(command.line, in: tx) { return true }
        return try formerly.map { try StatementLineQueries.exists($0, in: tx) } ?? false
    }
}

package enum StatementLineQueries {
    package static func exists(_ line: StatementLineID, in tx: any ReadTransaction) throws -> Bool {
        try tx.first("SELECT entry FROM statement_line WHERE line = \(line)") != nil
    }
}
