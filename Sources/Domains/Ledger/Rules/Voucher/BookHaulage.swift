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
        try books.postedByProgram(
            organisation, on: date, amount, debit: books.leaf("514"), credit: books.leaf("211"), as: .accrual,
            LedgerText.haulageSummary(haulage, month), origin: .haulage, context)
    }
}
