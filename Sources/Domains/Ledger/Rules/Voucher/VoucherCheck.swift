import Kernel

/// What every voucher must be, whoever brings it.
extension Books {
    func openPlace() throws(Rejection) -> DivisionID {
        guard isOpen, let place else { throw LedgerRefusal.booksNotOpen() }
        return place
    }

    /// A voucher's date lies within the books, not in a locked month and not in the future.
    func check(_ date: CivilDate, today: CivilDate) throws(Rejection) {
        if let startDate, date < startDate { throw LedgerRefusal.beforeBooks(startDate) }
        if isLocked(date) { throw LedgerRefusal.monthClosed(AccountingMonth(date)) }
        if date > today { throw LedgerRefusal.inTheFuture() }
    }

    /// Known leaf accounts, one positive amount on one side of each line, and both sides equal in sum.
    /// A correction of an amount may lower it: then lines are in red (Order 98, art. 51(5)).
    /// With `mayBeEmpty`, lines without an amount are passed over and do not count.
    func check(
        _ lines: [VoucherLine], field: String = "lines", least: Int = 2, mayBeRed: Bool = false,
        mayBeEmpty: Bool = false
    ) throws(Rejection) {
        let isPassed = { (line: VoucherLine) in mayBeEmpty && line.isEmpty }
        guard lines.count(where: { !isPassed($0) }) >= least else { throw LedgerRefusal.tooFewLines() }
        var problems: [Rejection] = []
        var debit = Money.zero
        var credit = Money.zero
        for (position, line) in lines.enumerated() where !isPassed(line) {
            if let problem = problem(with: line, mayBeRed: mayBeRed) {
                problems.append(problem.under("\(field)[\(position)]"))
            }
            debit = try debit.adding(line.debit ?? .zero)
            credit = try credit.adding(line.credit ?? .zero)
        }
        if let rejection = Rejection.all(problems) { throw rejection }
        guard debit == credit else { throw LedgerRefusal.unbalanced(debit, credit) }
    }

    private func problem(with line: VoucherLine, mayBeRed: Bool) -> Rejection? {
        if !exists(line.account) { return LedgerRefusal.accountUnknown(line.account) }
        if parents.contains(line.account) { return LedgerRefusal.accountNotLeaf(line.account) }
        switch (line.debit, line.credit) {
        case (.some, .some): return LedgerRefusal.bothSides()
        case (nil, nil): return LedgerRefusal.neitherSide()
        case (let amount?, nil), (nil, let amount?):
            return amount > .zero || mayBeRed && amount < .zero ? nil : LedgerRefusal.notPositive()
        }
    }
}

extension VoucherLine {
    /// Nothing stands on either side.
    var isEmpty: Bool { debit == nil && credit == nil }
}
