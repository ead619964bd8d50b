package import Kernel
package import Registry
package import Storage

/// Books what a collective owes or paid for casual labour: 511 against 213, then 213 against 102 or 101 (templates E15 and
/// E15P). The market’s own events cause it; where the collective keeps no books here, nothing is booked.
package struct BookWages: LedgerCommand {
    package let organisation: OrganisationID
    /// The day the wages became due by, or were paid on.
    package let date: CivilDate
    package let amount: Money
    package let step: WageStep
    /// The market’s order.
    package let order: String

    package init(organisation: OrganisationID, date: CivilDate, amount: Money, step: WageStep, order: String) {
        self.organisation = organisation
        self.date = date
        self.amount = amount
        self.step = step
        self.order = order
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), date: pass.value("date", \.date),
            amount: pass.value("amountFen", \.amount), step: pass.value("step", \.step),
            order: pass.value("order", \.order))
    }

    package static let name = "bookWages"
    package static var title: Message { LedgerText.bookWages }
    package static let access: Access = [.installation]
    package static let refusals: [LedgerRefusal] = [.notPositive]

    package func decide(_ books: Books, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Ledger>] {
        guard amount > .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        guard let place = books.place else { return [] }
        let day = books.bookingDate(date, today: context.now.date)
        let owed = books.leaf(Self.code("213"))
        let (debit, credit) =
            switch step {
            case .due: (books.leaf(Self.code("511")), owed)
            case .paidByBank: (owed, books.posting(.bank))
            case .paidInCash: (owed, books.posting(.cash))
            }
        return [
            VoucherPosted(
                voucher: context.derivedIdentifier(step == .due ? .accrual : .settlement), organisation: organisation,
                place: place, date: day, number: books.nextNumber(in: AccountingMonth(day)),
                summary: LedgerText.wagesSummary(step, order).zh,
                lines: [VoucherLine(debit, debit: amount), VoucherLine(credit, credit: amount)],
                maker: context.principal.office, reviewer: ProgramDesk.office, origin: .wages, review: .program)
        ]
    }

    private static func code(_ text: String) -> AccountCode {
        guard let code = AccountCode(text) else { preconditionFailure("\(text) is an account") }
        return code
    }
}

/// How far wages of casual labour have come.
package enum WageStep: String, FieldChoice { case due, paidByBank, paidInCash }
