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
        let owed = books.leaf("213")
        let (debit, credit) =
            switch step {
            case .due: (books.leaf("511"), owed)
            case .paidByBank: (owed, books.posting(.bank))
            case .paidInCash: (owed, books.posting(.cash))
            }
        return try books.postedByProgram(
            organisation, on: date, amount, debit: debit, credit: credit, as: step == .due ? .accrual : .settlement,
            LedgerText.wagesSummary(step, order), origin: .wages, context)
    }
}

extension Books {
    /// The account below `code` that takes lines; `code` is one of the chart's own.
    func leaf(_ code: String) -> AccountCode {
        guard let account = AccountCode(code) else { preconditionFailure("\(code) is an account") }
        return leaf(account)
    }

    /// A voucher of two lines that an event of another room causes. Where no books are open here, nothing is booked.
    func postedByProgram(
        _ organisation: OrganisationID, on date: CivilDate, _ amount: Money, debit: AccountCode, credit: AccountCode,
        as kind: MadeName.Prefix, _ summary: Message, origin: VoucherOrigin, _ context: Context
    ) throws(Rejection) -> [any Event<Ledger>] {
        guard amount > .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        guard let place else { return [] }
        let day = bookingDate(date, today: context.now.date)
        return [
            VoucherPosted(
                voucher: context.derivedIdentifier(kind), organisation: organisation, place: place, date: day,
                number: nextNumber(in: AccountingMonth(day)), summary: summary.zh,
                lines: [VoucherLine(debit, debit: amount), VoucherLine(credit, credit: amount)],
                maker: context.principal.office, reviewer: ProgramDesk.office, origin: origin, review: .program)
        ]
    }
}

/// How far wages of casual labour have come.
package enum WageStep: String, FieldChoice { case due, paidByBank, paidInCash }
