import Kernel
import Storage

/// Security events: written with what they tell of, in the same transaction; read newest first.
enum EventQueries {
    static func insert(
        _ kind: SecurityEventKind, of person: PersonID?, _ way: SignInWay? = nil, from whence: Whence, at now: Instant,
        detail: String? = nil, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO security_event (id, at, kind, person, way, by_person, by_office, address, detail)
            VALUES (\(Randomness.bytes(16)), \(now), \(kind), \(person), \(way), \(whence.person), \(whence.office),
                \(whence.address), \(detail))
            """)
    }

    /// Those before an instant, `person`'s only where one is given.
    static func list(of person: PersonID?, before: Instant, limit: Int64, in tx: any ReadTransaction) throws
        -> [SecurityEvent]
    {
        let columns: SQL = "at, kind, person, way, by_person, by_office, address, detail"
        let order: SQL = "ORDER BY at DESC, id LIMIT \(limit)"
        let rows =
            if let person {
                try tx.rows(
                    "SELECT \(columns) FROM security_event WHERE person = \(person) AND at < \(before) \(order)")
            } else {
                try tx.rows("SELECT \(columns) FROM security_event WHERE at < \(before) \(order)")
            }
        return try rows.map { row in
            SecurityEvent(
                at: try row.get(0), kind: try row.get(1), person: try row.find(2), way: try row.find(3),
                whence: Whence(address: try row.get(6), person: try row.find(4), office: try row.find(5)),
                detail: try row.find(7))
        }
    }

    static func deleteEnded(before: Instant, in tx: any WriteTransaction) throws {
        try tx.run("DELETE FROM security_event WHERE at < \(before)")
    }
}
