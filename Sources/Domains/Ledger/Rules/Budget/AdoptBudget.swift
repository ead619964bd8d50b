package import Kernel
package import Registry
package import Storage

/// Enters the year's budget that the members have adopted (Caikuai 121 art. 8): once a year; later changes are amendments.
package struct AdoptBudget: BudgetVerb {
    package let organisation: OrganisationID
    package let year: AccountingYear
    package let resolution: ResolutionID
    /// Accounts without an amount are passed over: the form has a row for every account.
    package let lines: [PlannedLine]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), year: pass.value("year", \.year),
            resolution: pass.value("resolution", \.resolution), lines: pass.list("lines", \.lines, max: 200))
    }

    package static let name = "adoptBudget"
    package static var title: Message { LedgerText.adoptBudget }
    package static let access: Access = [.own(.villageClerk, .villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .budgetAdopted, .noBudgetResolution, .resolutionOfOtherYear, .budgetEmpty, .accountUnknown,
        .notBudgetAccount, .budgetOverlaps, .notPositive,
    ]

    package func decide(_ books: Books, _ facts: BudgetFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        if let adopted = facts.budget { throw LedgerRefusal.budgetAdopted(year, adopted.adoptedOn) }
        try check(facts)
        var planned: [BudgetLine] = []
        for (position, line) in lines.enumerated() {
            guard let amount = line.amount else { continue }
            let field = "lines[\(position)]"
            try books.checkPlanned(line.account, among: planned.map(\.account), field: field + ".account")
            guard amount > .zero else { throw LedgerRefusal.notPositive().under(field + ".amountFen") }
            planned.append(BudgetLine(line.account, amount))
        }
        guard !planned.isEmpty else { throw LedgerRefusal.budgetEmpty() }
        return [
            BudgetAdopted(
                organisation: organisation, place: place, year: year, resolution: resolution,
                date: context.now.date, lines: planned)
        ]
    }
}

/// The members' budget of a year stands.
package struct BudgetAdopted: LedgerEvent {
    package static let name = "budgetAdopted"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let year: AccountingYear
    package let resolution: ResolutionID
    package let date: CivilDate
    package let lines: [BudgetLine]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            year: pass.value("year", \.year), resolution: pass.value("resolution", \.resolution),
            date: pass.value("date", \.date), lines: pass.list("lines", \.lines))
    }

    package func change(_ books: inout Books, at instant: Instant) { books.budgetedYears.insert(year) }
}

/// A verb on the budget of a year.
package protocol BudgetVerb: LedgerCommand where Facts == BudgetFacts {
    var year: AccountingYear { get }
    var resolution: ResolutionID { get }
}

package struct BudgetFacts: Sendable {
    /// The budget of the year; nil before one is adopted.
    let budget: Budget?
    let resolution: Resolution?
    /// Another year whose budget the resolution has already decided.
    let otherYear: AccountingYear?
}

extension BudgetVerb {
    /// The members of this organisation decided about a budget, and about no other year's.
    func check(_ facts: BudgetFacts) throws(Rejection) {
        guard let found = facts.resolution, found.organisation == organisation, found.matter == .budget else {
            throw LedgerRefusal.noBudgetResolution(resolution)
        }
        if let other = facts.otherYear { throw LedgerRefusal.resolutionOfOtherYear(other) }
    }
}

extension Books {
    /// An account of these books that a plan may name, and none above or below another of the plan: a fen counts once.
    func checkPlanned(_ account: AccountCode, among others: [AccountCode], field: String) throws(Rejection) {
        guard exists(account) else { throw LedgerRefusal.accountUnknown(account).under(field) }
        guard BudgetUse.mayPlan(account) else { throw LedgerRefusal.notBudgetAccount.at(field, account) }
        if let other = others.first(where: { $0.text.hasPrefix(account.text) || account.text.hasPrefix($0.text) }) {
            throw LedgerRefusal.budgetOverlaps.at(field, account, other)
        }
    }
}
