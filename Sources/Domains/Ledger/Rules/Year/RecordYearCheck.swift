package import Kernel
package import Registry
package import Storage

/// Records that people made one of the year's checks, on which day and what they found.
package struct RecordYearCheck: LedgerCommand {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let kind: YearCheckKind
    package let date: CivilDate
    /// What was found, and what became of a difference. No names of persons.
    package let finding: String
    package var paper: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            kind: pass.value("kind", \.kind), date: pass.value("date", \.date),
            finding: pass.value("finding", \.finding), paper: pass.optionalPaper("paper", \.paper))
    }

    package static let name = "recordYearCheck"
    package static var title: Message { LedgerText.recordYearCheck }
    package static let access: Access = [
        .own(.villageClerk, .villageAccountant, .stationAgent, .stationReviewer)
    ]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .inTheFuture, .checkBeforeYear, .yearCheckKnown,
    ]

    package struct Facts: Sendable {
        /// When this check of the year was recorded before.
        let knownOn: CivilDate?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        if let start = books.startDate, date < start { throw LedgerRefusal.beforeBooks(start) }
        if date > context.now.date { throw LedgerRefusal.inTheFuture() }
        let first = year.december.january.firstDay
        if date < first { throw LedgerRefusal.checkBeforeYear(first) }
        if let known = facts.knownOn { throw LedgerRefusal.yearCheckKnown(known) }
        return [
            YearChecked(
                organisation: organisation, place: place, year: year, kind: kind, date: date, finding: finding,
                paper: paper, office: context.principal.office, person: context.principal.person)
        ]
    }
}

/// One of the year's checks was made.
package struct YearChecked: LedgerEvent {
    package static let name = "yearChecked"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let kind: YearCheckKind
    package let date: CivilDate
    package let finding: String
    package let paper: String?
    package let office: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), kind: pass.value("kind", \.kind), date: pass.value("date", \.date),
            finding: pass.value("finding", \.finding), paper: pass.optionalPaper("paper", \.paper),
            office: pass.value("office", \.office), person: pass.value("person", \.person))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
