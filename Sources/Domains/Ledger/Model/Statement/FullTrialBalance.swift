package import Kernel
package import Registry

/// The trial balance as it is printed and kept: eight amounts an account, parents above their children.
package struct FullTrialBalance: Sendable, Hashable {
    /// Two columns of one kind. A parent has the sums of its children's columns, so that nothing is netted away.
    package struct Pair: Sendable, Hashable {
        package var debit = Money.zero
        package var credit = Money.zero

        static func + (left: Pair, right: Pair) -> Pair {
            Pair(debit: left.debit + right.debit, credit: left.credit + right.credit)
        }

        /// A balance on the side on which it stands.
        init(balance: Money) {
            debit = max(.zero, balance)
            credit = max(.zero, -balance)
        }

        init(debit: Money = .zero, credit: Money = .zero) {
            self.debit = debit
            self.credit = credit
        }
    }

    package struct Line: Sendable, Hashable {
        package let account: AccountCode
        /// 1 for an account of the chart, 2 and 3 for the village's own.
        package var level = 1
        package var isParent = false
        package var opening = Pair()
        package var period = Pair()
        /// From 1 January, or the first day of the books, through the end of the period.
        package var year = Pair()
        package var closing = Pair()

        fileprivate mutating func add(_ other: Line) {
            opening = opening + other.opening
            period = period + other.period
            year = year + other.year
            closing = closing + other.closing
        }
    }

    package let organisation: OrganisationID
    package let from: AccountingMonth
    package let through: AccountingMonth
    /// By account code, each parent before its children.
    package let lines: [Line]
    package let total: Line

    /// `leaves` are what was posted to; `parents` leads from an own account to the one above it.
    init(
        _ organisation: OrganisationID, from: AccountingMonth, through: AccountingMonth, leaves: [Line],
        parents: [AccountCode: AccountCode]
    ) {
        self.organisation = organisation
        self.from = from
        self.through = through
        var lines: [AccountCode: Line] = [:]
        var total = Line(account: StandardAccount.cash.code)
        for leaf in leaves {
            total.add(leaf)
            var above: [AccountCode] = []
            var code = leaf.account
            while let parent = parents[code] {
                above.append(parent)
                code = parent
            }
            var own = lines[leaf.account] ?? Line(account: leaf.account)
            own.level = above.count + 1
            own.add(leaf)
            lines[leaf.account] = own
            for (position, parent) in above.enumerated() {
                var line = lines[parent] ?? Line(account: parent)
                line.isParent = true
                line.level = above.count - position
                line.add(leaf)
                lines[parent] = line
            }
        }
        self.lines = lines.values.sorted { $0.account < $1.account }
        self.total = total
    }

    /// Each of the four pairs is equal in sum.
    package var isBalanced: Bool {
        [total.opening, total.period, total.year, total.closing].allSatisfy { $0.debit == $0.credit }
    }
}
