package import Kernel
package import Registry
package import Storage

/// Takes the last step of a year end back, by red vouchers in reverse order: first the distribution, then the transfer.
/// A privileged act with a reason that everyone can read.
package struct UndoYearEnd: LedgerCommand {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "undoYearEnd"
    package static var title: Message { LedgerText.undoYearEnd }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .beforeBooks, .monthClosed, .nothingToUndo]

    package struct Facts: Sendable {
        /// The vouchers of the last step, in the order in which they were booked.
        let vouchers: [Voucher]
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let day = year.december.lastDay
        try books.check(day, today: max(context.now.date, day))
        guard let step = books.lastStep(of: year), !facts.vouchers.isEmpty else {
            throw LedgerRefusal.nothingToUndo(year)
        }
        var making = YearVouchers(
            books, YearBalances(accounts: [:]), organisation, place, day, context)
        for (position, voucher) in facts.vouchers.enumerated().reversed() {
            making.post(
                .undo, number: position + 1, LedgerText.reversalSummary(voucher, reason),
                voucher.lines.map(\.reversed), .reversal, reverses: voucher.id)
        }
        return making.events + [
            YearEndUndone(organisation: organisation, place: place, year: year, step: step, reason: reason)
        ]
    }
}

/// A step of the year end that can be taken back.
package enum YearStep: String, FieldChoice { case transfer, distribution }

extension Books {
    /// The step done last and not taken back.
    func lastStep(of year: AccountingYear) -> YearStep? {
        guard let done = yearEnds[year] else { return nil }
        if !done.distribution.isEmpty { return .distribution }
        return done.transfer.isEmpty ? nil : .transfer
    }

    func lastVouchers(of year: AccountingYear) -> [VoucherID] {
        switch lastStep(of: year) {
        case .distribution: yearEnds[year]?.distribution ?? []
        case .transfer: yearEnds[year]?.transfer ?? []
        case nil: []
        }
    }
}

/// A step of the year end was taken back; why stands in the log for everyone.
package struct YearEndUndone: LedgerEvent {
    package static let name = "yearEndUndone"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let step: YearStep
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), step: pass.value("step", \.step),
            reason: pass.value("reason", \.reason))
    }

    package func change(_ books: inout Books, at instant: Instant) {
        switch step {
        case .distribution: books.yearEnds[year]?.distribution = []
        case .transfer: books.yearEnds[year]?.transfer = []
        }
    }
}
