package import Kernel
import Registry

/// What is held against what at least once a year (Order 98, art. 62), and cleared before a distribution (Cainong 2021
/// no. 121, art. 29).
package enum YearCheckKind: String, FieldChoice, CaseIterable {
    /// Books against their vouchers.
    case vouchers
    /// Ledgers against each other.
    case ledgers
    /// Books against cash, bank, stock and assets.
    case things
    /// Claims and debts against those they stand with.
    case debts

    static let beforeDistribution: [YearCheckKind] = [.things, .debts]
}

/// A check that people made, and what they found.
package struct YearCheck: Sendable, Hashable {
    package let kind: YearCheckKind
    package let date: CivilDate
    package let finding: String
    package let paper: String?
    package let office: OfficeID
}
