package import Kernel

/// What has to be done before a month closes, and what of it is missing: the rule and the page read the same.
package struct MonthReadiness: Sendable, Hashable {
    package enum Step: String, Sendable, Hashable, CaseIterable {
        case posted, reviewed, numbered, cash, bank, depreciation, balanced, yearEnd
    }

    /// Vouchers of the month on their way, and posted ones whose review is still to be done.
    package var openDrafts = 0
    package var unconfirmed = 0
    /// Whether the numbers run from 1 without a gap.
    package var hasGap = false
    /// Cash and bank accounts below zero at the end of the month.
    package var negative: [(account: AccountCode, amount: Money)] = []
    /// Bank accounts that have statements on record, but none for the end of this month.
    package var unreconciled: [AccountCode] = []
    /// Assets in use whose wear of this month is not booked.
    package var undepreciated = 0
    package var isBalanced = true
    /// In December what the year end should have emptied.
    package var leftovers: [(account: AccountCode, amount: Money)] = []

    package static func == (left: MonthReadiness, right: MonthReadiness) -> Bool {
        left.steps.map(\.missing) == right.steps.map(\.missing)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(openDrafts) }

    /// Every step, with what is missing of it; nil where it is done.
    package var steps: [(step: Step, missing: Message?)] {
        [
            (.posted, openDrafts > 0 ? LedgerText.missingDrafts(openDrafts) : nil),
            (.reviewed, unconfirmed > 0 ? LedgerText.missingReviews(unconfirmed) : nil),
            (.numbered, hasGap ? LedgerText.missingNumber : nil),
            (.cash, negative.first.map { LedgerText.belowZero($0.account, $0.amount) }),
            (.bank, unreconciled.first.map { LedgerText.missingStatement($0) }),
            (.depreciation, undepreciated > 0 ? LedgerText.missingDepreciation(undepreciated) : nil),
            (.balanced, isBalanced ? nil : LedgerText.missingBalance),
            (.yearEnd, leftovers.first.map { LedgerText.leftOver($0.account, $0.amount) }),
        ]
    }

    func checkHands(_ month: AccountingMonth) throws(Rejection) {
        if let rejection = Rejection.all(hands(month)) { throw rejection }
    }

    private func hands(_ month: AccountingMonth) -> [Rejection] {
        var missing: [Rejection] = []
        if openDrafts > 0 { missing.append(LedgerRefusal.draftsOpen(month, openDrafts)) }
        if unconfirmed > 0 { missing.append(LedgerRefusal.notReviewed(month, unconfirmed)) }
        return missing
    }

    /// Throws every reason together.
    func check(_ month: AccountingMonth) throws(Rejection) {
        var missing = hands(month)
        for (account, amount) in negative { missing.append(LedgerRefusal.moneyBelowZero(account, amount)) }
        for account in unreconciled { missing.append(LedgerRefusal.notReconciled(account, month)) }
        if undepreciated > 0 { missing.append(LedgerRefusal.notDepreciated(month, undepreciated)) }
        for (account, amount) in leftovers { missing.append(LedgerRefusal.notNil(account, amount)) }
        if hasGap || !isBalanced { missing.append(LedgerRefusal.booksDamaged(month)) }
        if let rejection = Rejection.all(missing) { throw rejection }
    }
}
