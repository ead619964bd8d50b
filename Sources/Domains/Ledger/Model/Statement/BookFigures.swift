package import Kernel
package import Registry

/// What a statement is reckoned from: balances on a day, or what moved in a period without the year-end transfer.
package struct BookFigures: Sendable, Hashable {
    package struct Detail: Sendable, Hashable {
        package let account: AccountCode
        package let party: PartyID?
    }

    /// Debit above zero.
    package var accounts: [AccountCode: Money] = [:]
    /// The same, split by household and unit; what stands with nobody under nil.
    package var details: [Detail: Money] = [:]
    /// What the distribution of the result booked, both sides.
    package var distributed: [AccountCode: BookRecount.Turnover] = [:]
    /// 321 and 322 at the start of the year, credit above zero.
    package var undistributed = Money.zero

    package init() {}

    func balance(_ prefix: String) -> Money {
        accounts.reduce(.zero) { $1.key.text.hasPrefix(prefix) ? $0 + $1.value : $0 }
    }

    func value(_ term: ReportDefinition.Term) -> Money {
        switch term.kind {
        case .debit: balance(term.operand)
        case .credit: -balance(term.operand)
        case .debitDetails: parts(term.operand).filter { $0 > .zero }.reduce(.zero, +)
        case .creditDetails: -parts(term.operand).filter { $0 < .zero }.reduce(.zero, +)
        case .distributedDebit: distribution(term.operand).reduce(.zero) { $0 + $1.debit }
        case .distributedCredit: distribution(term.operand).reduce(.zero) { $0 + $1.credit }
        case .distributed: distribution("").reduce(.zero) { $0 + $1.credit - $1.debit }
        case .opening: undistributed
        case .row: .zero
        }
    }

    private func parts(_ prefix: String) -> [Money] {
        details.filter { $0.key.account.text.hasPrefix(prefix) }.map(\.value)
    }

    /// Movements between 321 and 322 are the transfer itself.
    private func distribution(_ prefix: String) -> [BookRecount.Turnover] {
        distributed.filter { $0.key.text.hasPrefix(prefix) && !$0.key.text.hasPrefix("32") }.map(\.value)
    }
}
