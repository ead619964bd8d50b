package import Kernel
package import Registry
package import Storage

/// Says which lines of the bank and which vouchers are the same money. Nothing is booked by it.
package struct MatchBank: LedgerCommand {
    package let organisation: OrganisationID
    package let account: AccountCode
    package let lines: [StatementLineID]
    package let vouchers: [VoucherID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), account: pass.value("account", \.account),
            lines: pass.values("lines", \.lines), vouchers: pass.values("vouchers", \.vouchers))
    }

    package static let name = "matchBank"
    package static var title: Message { LedgerText.matchBank }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchStatementLine, .notOnBankAccount, .alreadyMatched, .matchDiffers,
    ]

    package func decide(_ books: Books, _ facts: BankFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let matching = facts.matching
        var (bank, book) = (Money.zero, Money.zero)
        for id in Set(lines) {
            guard let line = matching.lines.first(where: { $0.id == id }) else {
                throw LedgerRefusal.noSuchStatementLine(id)
            }
            guard line.match == nil else { throw LedgerRefusal.alreadyMatched(id) }
            bank = try bank.adding(line.amount)
        }
        for id in Set(vouchers) {
            guard let entry = matching.entries.first(where: { $0.voucher == id }) else {
                throw LedgerRefusal.notOnBankAccount(id, account)
            }
            guard entry.match == nil else { throw LedgerRefusal.alreadyMatched(id).under("vouchers") }
            book = try book.adding(entry.amount)
        }
        guard bank == book, !vouchers.isEmpty else { throw LedgerRefusal.matchDiffers(bank, book) }
        let match = BankMatch(lines: Set(lines).sorted(), vouchers: Set(vouchers).sorted())
        return [BankMatched(organisation: organisation, place: place, account: account, matches: [match])]
    }
}

/// Matches by itself whatever belongs together beyond doubt (Caikuai 2024 no. 12, art. 23).
package struct MatchBankClear: LedgerCommand {
    package let organisation: OrganisationID
    package let account: AccountCode

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), account: pass.value("account", \.account))
    }

    package static let name = "matchBankClear"
    package static var title: Message { LedgerText.matchBankClear }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .nothingMatches]

    package func decide(_ books: Books, _ facts: BankFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        // One leaf holds so many; what is left is clear the next time.
        let matches = Array(facts.matching.clear.prefix(200))
        guard !matches.isEmpty else { throw LedgerRefusal.nothingMatches() }
        return [BankMatched(organisation: organisation, place: place, account: account, matches: matches)]
    }
}

/// Takes a match apart that was none.
package struct UnmatchBank: LedgerCommand {
    package let organisation: OrganisationID
    package let account: AccountCode
    package let line: StatementLineID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), account: pass.value("account", \.account),
            line: pass.value("line", \.line))
    }

    package static let name = "unmatchBank"
    package static var title: Message { LedgerText.unmatchBank }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .noSuchStatementLine, .notMatched]

    package func decide(_ books: Books, _ facts: BankFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let line = facts.matching.lines.first(where: { $0.id == self.line }) else {
            throw LedgerRefusal.noSuchStatementLine(self.line)
        }
        guard let match = line.match else { throw LedgerRefusal.notMatched(self.line) }
        let parts = BankMatch(
            lines: facts.matching.lines.filter { $0.match == match }.map(\.id),
            vouchers: facts.matching.entries.filter { $0.match == match }.map(\.voucher))
        return [BankUnmatched(organisation: organisation, place: place, account: account, match: parts)]
    }
}

package struct BankFacts: Sendable {
    let matching: BankMatching
}

/// Lines of the bank have their vouchers.
package struct BankMatched: LedgerEvent {
    package static let name = "bankMatched"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let account: AccountCode
    package let matches: [BankMatch]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            account: pass.value("account", \.account), matches: pass.list("matches", \.matches))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}

/// Lines and vouchers are open again.
package struct BankUnmatched: LedgerEvent {
    package static let name = "bankUnmatched"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let account: AccountCode
    package let match: BankMatch

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            account: pass.value("account", \.account), match: pass.inlined(\.match))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
