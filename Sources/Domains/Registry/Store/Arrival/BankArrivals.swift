import Kernel
package import Storage

extension Registry {
    /// What each entry of any room says came in. Written by the rooms whose events receive money, asked by their verbs.
    static let arrivalTables: [SQL] = [
        """
        CREATE TABLE bank_arrival (
            entry INTEGER NOT NULL PRIMARY KEY, reference TEXT NOT NULL, amount_fen INTEGER NOT NULL,
            account TEXT NOT NULL, place TEXT NOT NULL, kind TEXT NOT NULL, thing TEXT NOT NULL, part INTEGER NOT NULL,
            day TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX bank_arrival_by_reference ON bank_arrival (reference, entry)",
    ]
}

package enum BankArrivals {
    /// Keeps what the entry says came in.
    package static func note(_ arrival: BankArrival, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO bank_arrival (entry, reference, amount_fen, account, place, kind, thing, part, day)
            VALUES (\(entry.index), \(arrival.reference), \(arrival.amount), \(arrival.account), \(arrival.place),
                \(arrival.kind), \(arrival.thing), \(arrival.part), \(entry.at.date))
            """)
    }

    /// Where the same money was entered before; nil where it was not. Only what came on the same account, or for things
    /// of which one place lies within the other, is compared: two villages may count their receipts alike.
    package static func find(_ asked: BankArrival, in tx: any ReadTransaction) throws -> KnownArrival? {
        guard !asked.reference.isBlank else { return nil }
        let here = try DivisionQueries.findPath(asked.place, in: tx) ?? ""
        let earlier = try tx.rows(
            """
            SELECT a.amount_fen, a.account, a.place, a.kind, a.thing, a.part, a.day, coalesce(d.path, '')
            FROM bank_arrival a LEFT JOIN division d ON d.id = a.place
            WHERE a.reference = \(asked.reference) ORDER BY a.entry
            """
        ).compactMap { row -> KnownArrival? in
            let (account, path): (String, String) = (try row.get(1), try row.get(7))
            let isNear = !here.isEmpty && !path.isEmpty && (here.hasPrefix(path) || path.hasPrefix(here))
            guard account == asked.account || isNear else { return nil }
            let arrival = BankArrival(
                reference: asked.reference, amount: try row.get(0), account: account, place: try row.get(2),
                kind: try row.get(3), thing: try row.get(4), part: try row.get(5))
            return KnownArrival(arrival, on: try row.get(6))
        }
        return asked.same(among: earlier)
    }
}
