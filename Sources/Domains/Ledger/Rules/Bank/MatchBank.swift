package import Kernel
package import Registry
package import Storage

/// Says which lines of the bank and which vouchers are the same money. Nothing is booked by it.
package struct MatchBank: BankVerb {
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

    package func decide(_ books: Books, _ matching: BankMatching, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
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
