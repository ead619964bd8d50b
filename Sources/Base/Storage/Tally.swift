/// A table of running sums by key, such as the balance of each account and month: what is added to it may be gathered.
///
///     static let balances = Tally("account_balance", key: ["organisation", "account", "month"], sums: ["debit_fen"])
///     try tx.add([100], at: [organisation.sqlValue, account.sqlValue, month.sqlValue], to: balances)
package final class Tally: Sendable, Hashable {
    package let table: String
    /// The columns of the primary key.
    package let key: [String]
    /// The columns that are added to; with the key they are all columns that have no default.
    package let sums: [String]
    private let updateText: String
    private let insertText: String

    package init(_ table: String, key: [String], sums: [String]) {
        self.table = table
        self.key = key
        self.sums = sums
        let set = sums.enumerated().map { "\($1) = \($1) + ?\($0 + 1)" }
        let match = key.enumerated().map { "\($1) = ?\(sums.count + $0 + 1)" }
        updateText =
            "UPDATE \(table) SET \(set.joined(separator: ", ")) WHERE \(match.joined(separator: " AND "))"
        let marks = (1...sums.count + key.count).map { "?\($0)" }
        insertText =
            "INSERT INTO \(table) (\((sums + key).joined(separator: ", "))) VALUES (\(marks.joined(separator: ", ")))"
    }

    /// Each is declared once, where its table is projected, so it is itself and no other.
    package static func == (left: Tally, right: Tally) -> Bool { left === right }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

    /// Adds to the row where there is one.
    package func update(_ amounts: [Int64], at key: [SQLValue]) -> SQL {
        SQL(trusted: updateText, values(amounts, key))
    }

    /// Makes the row where there was none. Not an upsert: that would hold the amount alone against the table's CHECKs.
    package func insert(_ amounts: [Int64], at key: [SQLValue]) -> SQL {
        SQL(trusted: insertText, values(amounts, key))
    }

    private func values(_ amounts: [Int64], _ key: [SQLValue]) -> [SQLValue] {
        precondition(amounts.count == sums.count && key.count == self.key.count, "\(table): not its columns")
        return amounts.map { .integer($0) } + key
    }
}

extension WriteTransaction {
    package func add(_ amounts: [Int64], at key: [SQLValue], to tally: Tally) throws(StorageError) {
        guard try run(tally.update(amounts, at: key)) == 0 else { return }
        try run(tally.insert(amounts, at: key))
    }
}
