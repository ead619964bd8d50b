package import Kernel
package import Registry
package import Storage

/// Matches by itself whatever belongs together beyond doubt (Caikuai 2024 no. 12, art. 23).
package struct MatchBankClear: BankVerb {
    package let organisation: OrganisationID
    package let account: AccountCode

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(organisation: pass.value("organisation", \.organisation), account: pass.value("account", \.account))
    }

    package static let name = "matchBankClear"
    package static var title: Message { LedgerText.matchBankClear }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .nothingMatches]

    package func decide(_ books: Books, _ matching: BankMatching, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        // One leaf holds so many; what is left is clear the next time.
        let matches = Array(matching.clear.prefix(200))
        guard !matches.isEmpty else { throw LedgerRefusal.nothingMatches() }
        return [BankMatched(organisation: organisation, place: place, account: account, matches: matches)]
    }
}
