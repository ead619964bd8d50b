package import Kernel
package import Registry

/// A village's own account to be kept from the start.
package struct SubAccountEntry: FieldRecord, Hashable {
    package let code: AccountCode
    package let name: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(code: pass.value("code", \.code), name: pass.value("name", \.name))
    }
}

/// Begins the books of an organisation with the balances it brings along.
package struct OpenBooks: CommandPayload, Hashable {
    package static let name = "openBooks"
    package static var title: Message { LedgerText.openBooks }
    package static let refusals: [LedgerRefusal] = [
        .noSuchOrganisation, .booksAlreadyOpen, .accountUnknown, .accountNotLeaf, .subAccountExists, .badSubAccount,
        .bothSides, .neitherSide, .notPositive, .unbalanced,
    ]

    package let organisation: OrganisationID
    package let startDate: CivilDate
    package var subAccounts: [SubAccountEntry] = []
    package var openings: [VoucherLine] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), startDate: pass.value("startDate", \.startDate),
            subAccounts: pass.list("subAccounts", \.subAccounts, max: 500),
            openings: pass.list("openings", \.openings, max: 1_000))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ facts: Ledger.Facts) throws(Rejection) -> [Ledger.Event] {
        guard let division = facts.division else { throw LedgerRefusal.noSuchOrganisation(organisation) }
        guard !books.isOpen else { throw LedgerRefusal.booksAlreadyOpen() }
        var prepared = books
        var added: [Ledger.Event] = []
        for entry in subAccounts {
            let parent = try prepared.parent(forNew: entry.code)
            let event = SubAccountAdded(
                organisation: organisation, division: division, code: entry.code, parent: parent, name: entry.name)
            prepared.subAccounts[entry.code] = entry.name
            prepared.parents.insert(parent)
            added.append(.subAccountAdded(event))
        }
        if !openings.isEmpty { try prepared.check(openings, field: "openings", least: 1) }
        let opened = BooksOpened(
            organisation: organisation, division: division, startDate: startDate,
            chartVersion: Chart.of2023.version, openings: openings)
        return [.booksOpened(opened)] + added
    }
}

extension Books {
    static func stream(_ organisation: OrganisationID) -> StreamID { StreamID("books", organisation.text) }

    /// The account under which a new account `code` comes to lie: two digits more than one of the chart, or two to four
    /// more than an own account (levels 2 and 3 of the national numbering).
    func parent(forNew code: AccountCode) throws(Rejection) -> AccountCode {
        guard !exists(code) else { throw LedgerRefusal.subAccountExists(code) }
        let digits = code.text
        if digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            for length in [digits.count - 2, digits.count - 3, digits.count - 4] where length >= 3 {
                guard let parent = AccountCode(String(digits.prefix(length))), exists(parent) else { continue }
                if length > 3 || digits.count == 5 { return parent }
            }
        }
        throw LedgerRefusal.badSubAccount(code)
    }
}
