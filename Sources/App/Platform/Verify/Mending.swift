package import Storage

/// Makes the tables again what the log says, where an older program wrote them by other rules or a hand changed them.
/// Only the tables: whatever else `verify` looks at must be whole, since nothing but the log can tell what they should say.
extension Verifier {
    /// The tables of which rows differ, with how many; none when `verify` finds nothing. Throws the first `Finding`
    /// outside the tables.
    package func differences() throws -> [TableMending.Rows] {
        let signed = try begin()
        return try database.read { tx in
            let replayed = try replayedWhole(signed, in: tx)
            return try scratch.read { wanted in try count(replayed, found: tx, wanted: wanted) }
        }
    }

    /// Mends every row that differs, in one transaction; answers what was done. Nobody else may be writing.
    package func mend() throws -> [TableMending.Rows] {
        let signed = try begin()
        return try database.write { tx in
            let replayed = try replayedWhole(signed, in: tx)
            return try scratch.read { wanted in
                let rows = try count(replayed, found: tx, wanted: wanted)
                let names = Set(rows.map(\.table))
                let tables = replayed.tables.filter { names.contains($0.name) }
                for table in tables.reversed().map({ TableMending($0) }) {
                    try table.withoutTriggers(in: tx) { try table.removeSurplus(in: tx, wanted: wanted) }
                }
                for table in tables.map({ TableMending($0) }) {
                    try table.withoutTriggers(in: tx) { try table.writeWanted(in: tx, wanted: wanted) }
                }
                if let left = try count(replayed, found: tx, wanted: wanted).first {
                    throw Finding(left.table, key: "", .changed)
                }
                return rows
            }
        }
    }

    private func replayedWhole(_ signed: SignerFile.Signed?, in tx: any ReadTransaction) throws -> Replayed {
        let replayed = try replay(signed, in: tx)
        try writeSummed(replayed, in: tx)
        return replayed
    }

    private func count(_ replayed: Replayed, found: any ReadTransaction, wanted: any ReadTransaction) throws
        -> [TableMending.Rows]
    {
        try replayed.tables.map { try TableMending($0).count(found: found, wanted: wanted) }.filter { !$0.isNone }
    }
}
