import Kernel

/// What every voucher must be, whoever brings it.
extension Books {
    func openDivision() throws(Rejection) -> DivisionID {
        guard isOpen, let division else { throw LedgerRefusal.booksNotOpen() }
        return division
    }

    /// A voucher's date lies within the books, not in a locked month and not in the future.
    func check(_ date: CivilDate, today: CivilDate) throws(Rejection) {
        if let startDate, date < startDate { throw LedgerRefusal.beforeBooks(startDate) }
        if isLocked(date) { throw LedgerRefusal.monthClosed(AccountingMonth(date)) }
        if date > today { throw LedgerRefusal.inTheFuture() }
    }

    /// Known leaf accounts, one positive amount on one side of each line, and both sides equal in sum.
    func check(_ lines: [VoucherLine], field: String = "lines", least: Int = 2) throws(Rejection) {
        guard lines.count >= least else { throw LedgerRefusal.tooFewLines() }
        var problems: [Rejection] = []
        var debit = Money.zero
        var credit = Money.zero
        for (position, line) in lines.enumerated() {
            if let problem = problem(with: line) {
                problems.append(problem.rejection.under("\(field)[\(position)]"))
            }
            debit = try debit.adding(line.debit ?? .zero)
            credit = try credit.adding(line.credit ?? .zero)
        }
        if let rejection = Rejection.all(problems) { throw rejection }
        guard debit == credit else { throw LedgerRefusal.unbalanced(debit, credit) }
    }

    private func problem(with line: VoucherLine) -> LedgerRejection? {
        if !exists(line.account) { return .accountUnknown(line.account) }
        if parents.contains(line.account) { return .accountNotLeaf(line.account) }
        switch (line.debit, line.credit) {
        case (.some, .some): return .bothSides
        case (nil, nil): return .neitherSide
        case (let amount?, nil), (nil, let amount?): return amount > .zero ? nil : .notPositive
        }
    }
}

/// The desk that stands on the vouchers the program makes by itself.
enum ProgramDesk {
    static var office: OfficeID {
        guard let office = OfficeID("system") else { preconditionFailure("the program's desk is well formed") }
        return office
    }
}
