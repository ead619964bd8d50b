package import Kernel
package import Registry
package import Storage

/// The reviewer's own act on the vouchers that name its desk: all of one month that still wait for it.
package struct ConfirmVouchers: LedgerCommand {
    package let organisation: OrganisationID
    package let month: AccountingMonth

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), month: pass.value("month", \.month))
    }

    package static let name = "confirmVouchers"
    package static var title: Message { LedgerText.confirmVouchers }
    package static let access: Access = [.own(.villageAccountant, .stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .nothingToConfirm]

    package struct Facts: Sendable {
        /// The numbers of the month's vouchers that wait for a review and were not made by the person who asks.
        let numbers: [Int64]
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard !facts.numbers.isEmpty else { throw LedgerRefusal.nothingToConfirm(month) }
        return stride(from: 0, to: facts.numbers.count, by: 1_000).map { first in
            VouchersConfirmed(
                organisation: organisation, place: place, month: month,
                numbers: Array(facts.numbers[first..<min(first + 1_000, facts.numbers.count)]),
                office: context.principal.office, person: context.principal.person)
        }
    }
}

/// Somebody other than their maker has looked at these vouchers and answers for it.
package struct VouchersConfirmed: LedgerEvent {
    package static let name = "vouchersConfirmed"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let month: AccountingMonth
    package let numbers: [Int64]
    package let office: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            month: pass.value("month", \.month), numbers: pass.values("numbers", \.numbers),
            office: pass.value("office", \.office), person: pass.value("person", \.person))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
