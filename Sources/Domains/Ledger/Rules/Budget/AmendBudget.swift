package import Kernel
package import Registry
package import Storage

/// Changes one line of the budget by a resolution: a new amount, or a line that was not planned.
package struct AmendBudget: BudgetVerb {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let resolution: ResolutionID
    package let account: AccountCode
    /// The whole plan of the line from now on; zero takes the line back.
    package let amount: Money
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            resolution: pass.value("resolution", \.resolution), account: pass.value("account", \.account),
            amount: pass.value("amountFen", \.amount), reason: pass.value("reason", \.reason))
    }

    package static let name = "amendBudget"
    package static var title: Message { LedgerText.amendBudget }
    package static let access: Access = [.own(.villageClerk, .villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noBudget, .noBudgetResolution, .resolutionOfOtherYear, .accountUnknown, .notBudgetAccount,
        .budgetOverlaps, .notPositive, .budgetUnchanged,
    ]

    package func decide(_ books: Books, _ facts: BudgetFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let budget = facts.budget else { throw LedgerRefusal.noBudget(year) }
        try check(facts)
        let known = budget.lines.first { $0.account == account }
        let others = budget.lines.map(\.account).filter { $0 != account }
        try books.checkPlanned(account, among: others, field: "account")
        guard amount >= .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        let before = known?.planned ?? .zero
        guard amount != before else { throw LedgerRefusal.budgetUnchanged(account, before) }
        return [
            BudgetAmended(
                organisation: organisation, place: place, year: year, resolution: resolution, date: context.now.date,
                account: account, before: before, after: amount, reason: reason)
        ]
    }
}

/// One line of the budget stands anew.
package struct BudgetAmended: LedgerEvent {
    package static let name = "budgetAmended"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let resolution: ResolutionID
    package let date: CivilDate
    package let account: AccountCode
    package let before: Money
    package let after: Money
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), resolution: pass.value("resolution", \.resolution),
            date: pass.value("date", \.date), account: pass.value("account", \.account),
            before: pass.value("beforeFen", \.before), after: pass.value("afterFen", \.after),
            reason: pass.value("reason", \.reason))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
