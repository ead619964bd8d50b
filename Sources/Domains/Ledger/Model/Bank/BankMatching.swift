package import Kernel

/// One line of the bank's statement as the books keep it.
package struct BankLine: Sendable, Hashable {
    package let id: StatementLineID
    package let date: CivilDate
    package let serial: String?
    /// What came in above zero, what went out below.
    package let amount: Money
    package let balance: Money?
    /// What it was found to belong to; nil while it is open.
    package let match: String?
    /// Whether whom it names was destroyed.
    package var isErased = false
}

/// What one voucher moved on a bank account: in above zero, out below.
package struct BankEntry: Sendable, Hashable {
    package let voucher: VoucherID
    package let month: AccountingMonth
    package let number: Int64
    package let date: CivilDate
    package let summary: String
    package let amount: Money
    package let reverses: VoucherID?
    package let match: String?
}

/// Lines of the bank and vouchers of the books that are the same money.
package struct BankMatch: FieldRecord, Hashable {
    package let lines: [StatementLineID]
    package let vouchers: [VoucherID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lines: pass.values("lines", \.lines), vouchers: pass.values("vouchers", \.vouchers))
    }

    /// The same members have the same name.
    var name: String { lines.first?.text ?? vouchers.first?.text ?? "" }
}

/// Bank and books of one account side by side.
package struct BankMatching: Sendable, Hashable {
    /// A payment may stand in the books this many days before or after the bank has it.
    static let days = 5

    package let lines: [BankLine]
    package let entries: [BankEntry]

    package init(lines: [BankLine], entries: [BankEntry]) {
        self.lines = lines
        self.entries = entries
    }

    package var openLines: [BankLine] { lines.filter { $0.match == nil } }
    package var openEntries: [BankEntry] { entries.filter { $0.match == nil } }

    /// What belongs together beyond doubt: a voucher and the one that took it back; a line and a voucher of the same
    /// amount within a few days, where neither has another partner; and as many of one day and amount on either side.
    package var clear: [BankMatch] {
        let lines = openLines
        var entries = openEntries
        var matches: [BankMatch] = []
        for entry in entries {
            guard let original = entry.reverses, entries.contains(where: { $0.voucher == original }) else { continue }
            matches.append(BankMatch(lines: [], vouchers: [original, entry.voucher]))
            entries.removeAll { $0.voucher == original || $0.voucher == entry.voucher }
        }
        for amount in Set(lines.map(\.amount)).sorted() {
            var (some, others) = (lines.filter { $0.amount == amount }, entries.filter { $0.amount == amount })
            let found = Self.onlyPartners(&some, &others) + Self.ofOneDay(some, others)
            matches += found
        }
        return matches
    }

    /// Pairs in which neither has another partner, until no more are found; they leave `lines` and `entries`.
    private static func onlyPartners(_ lines: inout [BankLine], _ entries: inout [BankEntry]) -> [BankMatch] {
        var matches: [BankMatch] = []
        var count = -1
        while matches.count > count {
            count = matches.count
            for line in lines {
                let partners = entries.filter { Self.fits(line, $0) }
                guard partners.count == 1, let partner = partners.first,
                    lines.count(where: { Self.fits($0, partner) }) == 1
                else { continue }
                matches.append(BankMatch(lines: [line.id], vouchers: [partner.voucher]))
                lines.removeAll { $0.id == line.id }
                entries.removeAll { $0.voucher == partner.voucher }
            }
        }
        return matches
    }

    private static func fits(_ line: BankLine, _ entry: BankEntry) -> Bool {
        line.amount == entry.amount && abs(line.date.dayNumber - entry.date.dayNumber) <= days
    }

    /// As many lines as vouchers of one day, all of one amount: which belongs to which makes no difference.
    private static func ofOneDay(_ lines: [BankLine], _ entries: [BankEntry]) -> [BankMatch] {
        let waiting = Dictionary(grouping: entries, by: \.date)
        return Dictionary(grouping: lines, by: \.date).sorted { $0.key < $1.key }.flatMap { day, lines -> [BankMatch] in
            guard let partners = waiting[day], partners.count == lines.count else { return [] }
            return zip(lines, partners).map { BankMatch(lines: [$0.id], vouchers: [$1.voucher]) }
        }
    }

    /// The vouchers that may belong to `line`, the likeliest first: of its amount and near its day, then the rest.
    package func candidates(for line: BankLine) -> [BankEntry] {
        openEntries.filter { ($0.amount > .zero) == (line.amount > .zero) }.sorted { left, right in
            func distance(_ entry: BankEntry) -> (Int, Int) {
                (entry.amount == line.amount ? 0 : 1, abs(line.date.dayNumber - entry.date.dayNumber))
            }
            return distance(left) < distance(right)
        }
    }
}

/// The bank reconciliation statement of one account at the end of a month, worked out from what is matched.
package struct BankComparison: Sendable, Hashable {
    package let month: AccountingMonth
    package let book: Money
    /// What the bank says it holds at the end of the month; nil where no line of it tells.
    package let statement: Money?
    package let onlyBank: [BankLine]
    package let onlyBook: [BankEntry]

    /// What is matched with something of a later month is open at the end of this one. What the books have of before the
    /// month of the bank's first line is taken as agreed.
    package init(_ matching: BankMatching, at month: AccountingMonth, book: Money) {
        self.month = month
        self.book = book
        let end = month.lastDay
        let lines = matching.lines.filter { $0.date <= end }
        var later = Set(matching.lines.filter { $0.date > end }.compactMap(\.match))
        later.formUnion(matching.entries.filter { $0.date > end }.compactMap(\.match))
        func isOpen(_ match: String?) -> Bool { match.map { later.contains($0) } ?? true }
        let first = matching.lines.map(\.date).min().map { AccountingMonth($0).firstDay }
        onlyBank = lines.filter { isOpen($0.match) }
        onlyBook = matching.entries.filter { entry in
            entry.date <= end && first.map { entry.date >= $0 } ?? false && isOpen(entry.match)
        }
        statement = Self.closing(lines)
    }

    /// The balance after the last movement: of the last day that one from which no other begins.
    private static func closing(_ lines: [BankLine]) -> Money? {
        guard let last = lines.map(\.date).max() else { return nil }
        let day = lines.filter { $0.date == last && $0.balance != nil }
        let starts = Set(day.compactMap { line in line.balance.map { $0 - line.amount } })
        return (day.last { $0.balance.map { !starts.contains($0) } ?? false } ?? day.last)?.balance
    }

    package func reconciliation(_ statement: Money) -> Reconciliation {
        Reconciliation(
            book: book, statement: statement, onlyBook: onlyBook.map(\.amount), onlyBank: onlyBank.map(\.amount))
    }
}
