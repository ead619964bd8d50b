package import Kernel
package import Registry
package import Storage

extension NameBookPeople {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            chief: try ReviewDesk.find(chief, over: books.place, in: tx)?.person,
            cashier: try ReviewDesk.find(cashier, over: books.place, in: tx)?.person,
            last: try tx.find("SELECT MAX(from_date) FROM book_people WHERE organisation = \(organisation)"))
    }
}

extension BookPeopleNamed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO book_people (organisation, from_date, chief, cashier, entry)
            VALUES (\(organisation), \(from), \(chief), \(cashier), \(entry.index))
            """)
    }
}

/// Who answers for the books and the cash from a day on, by the titles of their desks.
package struct BookPeople: Sendable, Hashable {
    package let from: CivilDate
    package let chief: String
    package let cashier: String
}

package enum BookPeopleQueries {
    /// All, the newest first.
    package static func list(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> [BookPeople] {
        try tx.rows(
            """
            SELECT p.from_date, COALESCE(c.title, p.chief), COALESCE(k.title, p.cashier) FROM book_people p
            LEFT JOIN office c ON c.id = p.chief LEFT JOIN office k ON k.id = p.cashier
            WHERE p.organisation = \(organisation) ORDER BY p.from_date DESC
            """
        ).map { BookPeople(from: try $0.get(0), chief: try $0.get(1), cashier: try $0.get(2)) }
    }
}

extension [BookPeople] {
    /// Those of a day; nil before anybody was named. The newest come first.
    func on(_ day: CivilDate) -> BookPeople? { first { $0.from <= day } }
}
