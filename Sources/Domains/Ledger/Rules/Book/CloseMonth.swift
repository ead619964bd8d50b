package import Kernel
package import Registry
package import Storage

/// Locks a month that is over; months close in order.
package struct CloseMonth: LedgerCommand {
    package let organisation: OrganisationID
    package let month: AccountingMonth

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), month: pass.value("month", \.month))
    }

    package static let name = "closeMonth"
    package static var title: Message { LedgerText.closeMonth }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .monthNotNext, .monthNotOver, .draftsOpen, .notReviewed, .moneyBelowZero,
        .notReconciled, .notDepreciated, .notNil, .booksDamaged,
    ]

    package struct Facts: Sendable {
        let readiness: MonthReadiness
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        if let next = books.firstOpenMonth, next != month { throw LedgerRefusal.monthNotNext(next) }
        guard month.lastDay < context.now.date else { throw LedgerRefusal.monthNotOver(month) }
        try facts.readiness.check(month)
        return [
            MonthClosed(
                organisation: organisation, place: place, month: month,
                vouchers: books.voucherCounts[month, default: 0])
        ]
    }
}

/// A month is locked: no voucher can be dated in it any more.
package struct MonthClosed: LedgerEvent {
    package static let name = "monthClosed"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let month: AccountingMonth
    /// How many vouchers the month has; their numbers run from 1 to this.
    package let vouchers: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            month: pass.value("month", \.month), vouchers: pass.value("vouchers", \.vouchers))
    }

    package func change(_ books: inout Books, at instant: Instant) { books.closedThrough = month }
}
