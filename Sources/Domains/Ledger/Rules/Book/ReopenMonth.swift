package import Kernel
package import Registry
package import Storage

/// Unlocks the last closed month, for a reason that everyone can read.
package struct ReopenMonth: LedgerCommand {
    package let organisation: OrganisationID
    package let month: AccountingMonth
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), month: pass.value("month", \.month),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "reopenMonth"
    package static var title: Message { LedgerText.reopenMonth }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .notLastClosed]

    package func decide(_ books: Books, _ facts: NoFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard books.closedThrough == month else {
            throw LedgerRefusal.notLastClosed(
                books.closedThrough.map { $0 as any RefusalDetail } ?? LedgerText.noMonthClosed)
        }
        return [
            MonthReopened(organisation: organisation, place: place, month: month, reason: reason)
        ]
    }
}

/// The last closed month takes vouchers again; why stands in the log for everyone.
package struct MonthReopened: LedgerEvent {
    package static let name = "monthReopened"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let month: AccountingMonth
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            month: pass.value("month", \.month), reason: pass.value("reason", \.reason))
    }

    package func change(_ books: inout Books, at instant: Instant) { books.closedThrough = month.previous }
}
