import Kernel
import Registry
package import Storage

extension ContactPublished {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO station_contact (division, office, phone, address, hours, payee, bank, account)
            VALUES (\(place), \(office), \(phone), \(address), \(hours), \(payee), \(bank), \(account))
            ON CONFLICT (division) DO UPDATE SET office = excluded.office, phone = excluded.phone,
                address = excluded.address, hours = excluded.hours, payee = excluded.payee, bank = excluded.bank,
                account = excluded.account
            """)
    }
}

/// How the station of a place is reached, and where deposits go.
struct StationContact: Sendable, Hashable {
    let office: String
    let phone: String
    let address: String
    let hours: String?
    let deposit: Deposit?

    /// The account deposits are paid into.
    struct Deposit: Sendable, Hashable {
        let payee: String
        let bank: String
        let account: String
    }
}

enum ContactQueries {
    /// The contact of the nearest place at or above `place` that has one; its account is that of the nearest that has one.
    static func find(for place: DivisionID, in tx: any ReadTransaction) throws -> StationContact? {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return nil }
        let above = path.split(separator: "/").map { String($0) }
        let rows = try tx.rows(
            """
            SELECT c.office, c.phone, c.address, c.hours, c.payee, c.bank, c.account FROM station_contact c
            JOIN division d ON d.id = c.division WHERE c.division IN \(list: above) ORDER BY length(d.path) DESC
            """)
        guard let nearest = rows.first else { return nil }
        let deposit = try rows.lazy.compactMap { row -> StationContact.Deposit? in
            guard let payee: String = try row.find(4), let bank: String = try row.find(5),
                let account: String = try row.find(6)
            else { return nil }
            return StationContact.Deposit(payee: payee, bank: bank, account: account)
        }.first
        return StationContact(
            office: try nearest.get(0), phone: try nearest.get(1), address: try nearest.get(2),
            hours: try nearest.find(3), deposit: deposit)
    }
}
