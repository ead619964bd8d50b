import Kernel
import Registry

/// What money going out must rest on from a size on: what the members decided, and above that what the township has on
/// file (Cainong 2021 no. 121, art. 7). The amounts are dated figures of the county, and the day of the payment counts.
package struct SpendingRule: Sendable, Hashable {
    /// Nil where none is asked for.
    let resolutionFrom: Money?
    let filingFrom: Money?
    /// The resolution that was named, as the register has it.
    let resolution: Resolution?

    static let none = SpendingRule(resolutionFrom: nil, filingFrom: nil, resolution: nil)

    /// What was named is the organisation's own and was decided by its members; above the amounts it is there.
    /// The answer is the filing; nil where there is none.
    func check(
        _ amount: Money, _ named: ResolutionID?, _ filing: String?, of organisation: OrganisationID
    ) throws(Rejection) -> String? {
        if let named {
            guard let resolution, resolution.organisation == organisation, resolution.body != .council else {
                throw LedgerRefusal.noSpendingResolution(named)
            }
        } else if let resolutionFrom, amount >= resolutionFrom {
            throw LedgerRefusal.spendingWithoutResolution(amount, resolutionFrom)
        }
        let words = filing.flatMap { $0.isBlank ? nil : $0 }
        if words == nil, let filingFrom, amount >= filingFrom {
            throw LedgerRefusal.spendingWithoutFiling(amount, filingFrom)
        }
        return words
    }

    /// The same of a voucher's lines. A loan rests on a resolution whatever its amount, and none is taken for public works
    /// (art. 15).
    func check(
        _ lines: [VoucherLine], _ named: ResolutionID?, _ filing: String?, of organisation: OrganisationID
    ) throws(Rejection) -> String? {
        if Self.borrowed(lines) > .zero, resolutionFrom != nil {
            if lines.contains(where: { $0.account.text.hasPrefix("514") && $0.change > .zero }) {
                throw LedgerRefusal.loanForPublicWorks()
            }
            if named == nil { throw LedgerRefusal.loanWithoutResolution() }
        }
        return try check(Self.paid(lines), named, filing, of: organisation)
    }

    /// What these lines take from cash and banks; nothing where money only changes its place.
    static func paid(_ lines: [VoucherLine]) -> Money {
        let moved = lines.reduce(Money.zero) { sum, line in
            let isMoney = line.account.text.hasPrefix("101") || line.account.text.hasPrefix("102")
            return isMoney ? sum - line.change : sum
        }
        return max(.zero, moved)
    }

    /// What these lines borrow.
    static func borrowed(_ lines: [VoucherLine]) -> Money {
        let owed = lines.reduce(Money.zero) { sum, line in
            let isLoan = line.account.text.hasPrefix("201") || line.account.text.hasPrefix("221")
            return isLoan ? sum - line.change : sum
        }
        return max(.zero, owed)
    }

    /// Whether anything is asked about these lines at all.
    static func concerns(_ lines: [VoucherLine]) -> Bool { paid(lines) > .zero || borrowed(lines) > .zero }
}
