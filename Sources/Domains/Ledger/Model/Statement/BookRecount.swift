package import Kernel
package import Registry

/// The books added up again from the log's events alone: what `verify` holds against the running balances.
///
/// Also checks what must hold of every voucher: both sides equal, numbers without gaps, no date in a locked month.
package struct BookRecount: Sendable {
    package struct Key: Sendable, Hashable {
        package let organisation: OrganisationID
        package let account: AccountCode
        package let month: AccountingMonth

        package init(organisation: OrganisationID, account: AccountCode, month: AccountingMonth) {
            self.organisation = organisation
            self.account = account
            self.month = month
        }
    }

    package struct Turnover: Sendable, Hashable {
        package internal(set) var debit = Money.zero
        package internal(set) var credit = Money.zero

        package init(debit: Money = .zero, credit: Money = .zero) {
            self.debit = debit
            self.credit = credit
        }

        mutating func add(_ line: VoucherLine) {
            debit += line.debit ?? .zero
            credit += line.credit ?? .zero
        }
    }

    /// What is wrong, and at which event of those given (counting from 0).
    package struct Finding: Sendable, Hashable {
        package enum Kind: String, Sendable { case unbalanced, gap, locked, overpaid, balanceDiffers }
        package let kind: Kind
        package let event: Int?
        package let key: Key?
    }

    package private(set) var turnover: [Key: Turnover] = [:]
    package private(set) var findings: [Finding] = []
    private var counts: [Key: Int64] = [:]
    private var closed: [OrganisationID: AccountingMonth] = [:]
    private var events = 0
    /// Of the voucher whose lines are not all seen yet: how many are missing, and by how much the others differ.
    private var toCome: Int64 = 0
    private var difference = Money.zero

    package init() {}

    /// Balances that the books began with.
    mutating func add(_ opened: BooksOpened) {
        add(opened.openings, opened.organisation, .opening, toCome: opened.linesToCome ?? 0)
    }

    /// More lines of the voucher or the openings that came just before.
    mutating func add(_ more: LinesContinued) {
        add(
            more.lines, more.organisation, more.month ?? .opening, toCome: toCome - Int64(more.lines.count),
            from: difference)
    }

    mutating func close(_ organisation: OrganisationID, through month: AccountingMonth) { closed[organisation] = month }

    mutating func add(_ settled: InstalmentSettled) {
        if settled.paid > settled.instalment { findings.append(Finding(kind: .overpaid, event: events, key: nil)) }
    }

    /// One more event of the log has been looked at.
    mutating func count() { events += 1 }

    mutating func add(_ posted: VoucherPosted) {
        let month = AccountingMonth(posted.date)
        let numbers = Key(organisation: posted.organisation, account: StandardAccount.cash.code, month: month)
        if posted.number != counts[numbers, default: 0] + 1 {
            findings.append(Finding(kind: .gap, event: events, key: numbers))
        }
        counts[numbers] = posted.number
        if let closed = closed[posted.organisation], month <= closed {
            findings.append(Finding(kind: .locked, event: events, key: numbers))
        }
        add(posted.lines, posted.organisation, month, toCome: posted.linesToCome ?? 0)
    }

    private mutating func add(
        _ lines: [VoucherLine], _ organisation: OrganisationID, _ month: AccountingMonth, toCome: Int64,
        from start: Money = .zero
    ) {
        self.toCome = toCome
        difference = start
        for line in lines {
            let key = Key(organisation: organisation, account: line.account, month: month)
            turnover[key, default: Turnover()].add(line)
            difference += (line.debit ?? .zero) - (line.credit ?? .zero)
        }
        if toCome == 0, difference != .zero { findings.append(Finding(kind: .unbalanced, event: events, key: nil)) }
    }

    /// Compares with one row of the running balances and forgets it; what `finish` finds left was missing there.
    package mutating func compare(_ key: Key, _ stored: Turnover) {
        if turnover.removeValue(forKey: key) != stored {
            findings.append(Finding(kind: .balanceDiffers, event: nil, key: key))
        }
    }

    /// Every finding, those balances included that the store does not have at all.
    package func finish() -> [Finding] {
        findings + turnover.keys.map { Finding(kind: .balanceDiffers, event: nil, key: $0) }
    }
}
