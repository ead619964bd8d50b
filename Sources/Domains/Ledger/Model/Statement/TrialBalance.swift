package import Kernel
package import Registry

/// What stands on each account: before the period, in it, and at its end. Debit is positive, credit negative.
package struct TrialBalance: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let account: AccountCode
        package let opening: Money
        package let debit: Money
        package let credit: Money

        package init(account: AccountCode, opening: Money, debit: Money, credit: Money) {
            self.account = account
            self.opening = opening
            self.debit = debit
            self.credit = credit
        }

        package var closing: Money { opening + debit - credit }
    }

    package let organisation: OrganisationID
    package let from: CivilDate
    package let through: CivilDate
    /// By account code; accounts without any movement are left out.
    package let lines: [Line]

    package init(organisation: OrganisationID, from: CivilDate, through: CivilDate, lines: [Line]) {
        self.organisation = organisation
        self.from = from
        self.through = through
        self.lines = lines
    }

    package var debit: Money { lines.reduce(.zero) { $0 + $1.debit } }
    package var credit: Money { lines.reduce(.zero) { $0 + $1.credit } }
    /// Always true of books this program kept: openings, movements and closings each add up to nothing.
    package var isBalanced: Bool {
        debit == credit && lines.reduce(Money.zero) { $0 + $1.opening } == .zero
    }

    /// What stands at the end on `account` and every account below it.
    package func closing(_ account: StandardAccount) -> Money { closing(prefix: account.rawValue) }

    func closing(prefix: String) -> Money {
        lines.reduce(.zero) { $1.account.text.hasPrefix(prefix) ? $0 + $1.closing : $0 }
    }

    func movement(prefix: String) -> Money {
        lines.reduce(.zero) { $1.account.text.hasPrefix(prefix) ? $0 + $1.debit - $1.credit : $0 }
    }
}
