package import Kernel
package import Registry
package import Storage

/// Takes a match apart that was none.
package struct UnmatchBank: BankVerb {
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

    package func decide(_ books: Books, _ matching: BankMatching, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let line = matching.lines.first(where: { $0.id == self.line }) else {
            throw LedgerRefusal.noSuchStatementLine(self.line)
        }
        guard let match = line.match else { throw LedgerRefusal.notMatched(self.line) }
        let parts = BankMatch(
            lines: matching.lines.filter { $0.match == match }.map(\.id),
            vouchers: matching.entries.filter { $0.match == match }.map(\.voucher))
        return [BankUnmatched(organisation: organisation, place: place, account: account, match: parts)]
    }
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
