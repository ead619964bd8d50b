package import Kernel
package import Registry

/// What the members planned for one account, and what the year has used of it.
package struct BudgetLine: FieldRecord, Hashable {
    package let account: AccountCode
    package let amount: Money

    package init(_ account: AccountCode, _ amount: Money) {
        self.account = account
        self.amount = amount
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(pass.value("account", \.account), pass.value("amountFen", \.amount))
    }
}

/// A row of the form: an account, and what is planned for it; nil where nothing is.
package struct PlannedLine: FieldRecord, Hashable {
    package let account: AccountCode
    package let amount: Money?

    package init(_ account: AccountCode, _ amount: Money?) {
        self.account = account
        self.amount = amount
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(pass.value("account", \.account), pass.optional("amountFen", \.amount))
    }
}

/// A line of the budget beside the books: in the direction of its account, income as credit and the rest as debit.
package struct BudgetUse: Sendable, Hashable {
    package let account: AccountCode
    /// As adopted, and as it stands after the amendments.
    package let adopted: Money
    package let planned: Money
    package internal(set) var used: Money

    package var left: Money { planned - used }
    /// Spent beyond the plan; income above it is nobody's fault.
    package var isOver: Bool { !Self.isIncome(account) && used > planned }

    /// Used of the plan in thousandths; a plan of nothing is used up by the first fen.
    package var share: Int64 {
        guard planned > .zero else { return used > .zero ? 1_000 : 0 }
        return Int64(clamping: Self.wide(used.fen, planned.fen))
    }

    private static func wide(_ used: Int64, _ planned: Int64) -> Int64 {
        guard used > 0 else { return 0 }
        let (quotient, rest) = used.quotientAndRemainder(dividingBy: planned)
        guard quotient < 1_000_000 else { return 1_000_000_000 }
        let part = planned.magnitude.dividingFullWidth(rest.magnitude.multipliedFullWidth(by: 1_000)).quotient
        return quotient * 1_000 + Int64(part)
    }

    package static func isIncome(_ account: AccountCode) -> Bool {
        Chart.of2023.root(of: account)?.accountClass == .income
    }

    /// Accounts a plan may name: income, expense and cost, and what is bought (151) or built (153). Wear (152) and what
    /// leaves the books (154) are no plan of the members'.
    package static func mayPlan(_ account: AccountCode) -> Bool {
        switch Chart.of2023.root(of: account)?.accountClass {
        case .income, .expense, .cost: true
        case .asset: account.text.hasPrefix("151") || account.text.hasPrefix("153")
        default: false
        }
    }

    /// As a budget is read: what comes in, what goes out, and last what is bought or built.
    static func ordered<Line>(_ lines: [Line], by account: (Line) -> AccountCode) -> [Line] {
        func rank(_ line: Line) -> Int {
            switch Chart.of2023.root(of: account(line))?.accountClass {
            case .income: 0
            case .asset: 2
            default: 1
            }
        }
        return lines.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
            \.element)
    }
}

/// The budget of a year as it stands.
package struct Budget: Sendable, Hashable {
    package let year: AccountingYear
    package let adoptedOn: CivilDate
    package let resolution: ResolutionID
    package let lines: [BudgetUse]
    package let changes: [BudgetChange]

    /// The line an account counts on: its own, or that of an account above it.
    package func line(of account: AccountCode) -> BudgetUse? {
        lines.first { account.text.hasPrefix($0.account.text) }
    }

    /// The lines that something of `lines` counts on.
    package func touched(by lines: [VoucherLine]) -> [BudgetUse] {
        self.lines.filter { plan in lines.contains { $0.account.text.hasPrefix(plan.account.text) } }
    }

    /// The lines that are over their plan once `added` is booked; already over counts where something is added to it.
    package func over(adding added: [VoucherLine]) -> [BudgetUse] {
        lines.compactMap { line in
            let more = added.filter { $0.account.text.hasPrefix(line.account.text) }
                .reduce(Money.zero) { $0 + ($1.debit ?? .zero) - ($1.credit ?? .zero) }
            guard more > .zero else { return nil }
            var after = line
            after.used = line.used + more
            return after.isOver ? after : nil
        }
    }
}

extension Budget {
    /// Where the county holds vouchers to the budget: what goes beyond it is refused.
    func check(_ added: [VoucherLine]) throws(Rejection) {
        guard let over = over(adding: added).first else { return }
        throw LedgerRefusal.overBudget(over.account, over.planned, over.used)
    }
}

/// A change of one line, by a resolution of its own.
package struct BudgetChange: Sendable, Hashable {
    package let account: AccountCode
    package let before: Money
    package let after: Money
    package let date: CivilDate
    package let resolution: ResolutionID
    package let reason: String
}
