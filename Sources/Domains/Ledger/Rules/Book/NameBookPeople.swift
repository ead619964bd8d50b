package import Kernel
package import Registry
package import Storage

/// Says who is chief accountant and who is cashier of these books from a day on: their names stand on vouchers, books and
/// statements (Order 98, arts. 51(1), 58, 69).
package struct NameBookPeople: LedgerCommand {
    package let organisation: OrganisationID
    package let from: CivilDate
    package let chief: OfficeID
    package let cashier: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), from: pass.value("from", \.from),
            chief: pass.value("chief", \.chief), cashier: pass.value("cashier", \.cashier))
    }

    package static let name = "nameBookPeople"
    package static var title: Message { LedgerText.nameBookPeople }
    package static let access: Access = [.own(.villageClerk, .villageAccountant, .stationAgent, .stationReviewer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .deskUnknown, .cashierIsChief, .peopleNamedLater,
    ]

    package struct Facts: Sendable {
        /// The persons of the desks named; nil where no such open desk answers for the place.
        let chief: PersonID?
        let cashier: PersonID?
        /// The last day from which people were named.
        let last: CivilDate?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        if let start = books.startDate, from < start { throw LedgerRefusal.beforeBooks(start) }
        guard let first = facts.chief else { throw LedgerRefusal.deskUnknown.at("chief", chief) }
        guard let second = facts.cashier else { throw LedgerRefusal.deskUnknown.at("cashier", cashier) }
        guard first != second else { throw LedgerRefusal.cashierIsChief() }
        // What was printed with a name keeps it: only later days get other people.
        if let last = facts.last, from <= last { throw LedgerRefusal.peopleNamedLater(last) }
        return [
            BookPeopleNamed(organisation: organisation, place: place, from: from, chief: chief, cashier: cashier)
        ]
    }
}

/// Two people answer for the books and the cash.
package struct BookPeopleNamed: LedgerEvent {
    package static let name = "bookPeopleNamed"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let from: CivilDate
    package let chief: OfficeID
    package let cashier: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            from: pass.value("from", \.from), chief: pass.value("chief", \.chief),
            cashier: pass.value("cashier", \.cashier))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
