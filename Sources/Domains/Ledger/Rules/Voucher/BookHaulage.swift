package import Kernel
package import Registry
package import Storage

/// Books what a collective owes its hauler for a month of waste: 514 against 211, on the day the township confirmed it. Where
/// the payer keeps no books here, nothing is booked.
package struct BookHaulage: LedgerCommand {
    package let organisation: OrganisationID
    package let date: CivilDate
    package let amount: Money
    /// The hauler's contract.
    package let haulage: String
    package let month: AccountingMonth

    package init(
        organisation: OrganisationID, date: CivilDate, amount: Money, haulage: String, month: AccountingMonth
    ) {
        self.organisation = organisation
        self.date = date
        self.amount = amount
        self.haulage = haulage
        self.month = month
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), date: pass.value("date", \.date),
            amount: pass.value("amountFen", \.amount), haulage: pass.value("haulage", \.haulage),
            month: pass.value("month", \.month))
    }

    package static let name = "bookHaulage"
    package static var title: Message { LedgerText.bookHaulage }
    package static let access: Access = [.installation]
    package static let refusals: [LedgerRefusal] = [.notPositive]

    package func decide(_ books: Books, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Ledger>] {
        guard amount > .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        guard let place = books.place else { return [] }
        let day = books.bookingDate(date, today: context.now.date)
        let lines = [
            VoucherLine(books.leaf(Self.code("514")), debit: amount),
            VoucherLine(books.leaf(Self.code("211")), credit: amount),
        ]
        return [
            VoucherPosted(
                voucher: context.derivedIdentifier(.accrual), organisation: organisation, place: place, date: day,
                number: books.nextNumber(in: AccountingMonth(day)),
                summary: LedgerText.haulageSummary(haulage, month).zh, lines: lines, maker: context.principal.office,
                reviewer: ProgramDesk.office, origin: .haulage, review: .program)
        ]
    }

    private static func code(_ text: String) -> AccountCode {
        guard let code = AccountCode(text) else { preconditionFailure("\(text) is an account") }
        return code
    }
}
