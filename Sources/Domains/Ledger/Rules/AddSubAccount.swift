package import Kernel
package import Registry

/// Adds an account of the village's own below one of the chart.
package struct AddSubAccount: CommandPayload, Hashable {
    package static let name = "addSubAccount"
    package static var title: Message { LedgerText.addSubAccount }
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .subAccountExists, .badSubAccount, .accountInUse]

    package let organisation: OrganisationID
    package let code: AccountCode
    package let accountName: String

    package init(organisation: OrganisationID, code: AccountCode, name: String) {
        self.organisation = organisation
        self.code = code
        accountName = name
    }

    package init(reading reader: inout FieldReader) {
        organisation = reader.value("organisation")
        code = reader.value("code")
        accountName = reader.value("name")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("organisation", organisation)
        writer.put("code", code)
        writer.put("name", accountName)
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ facts: Ledger.Facts) throws(Rejection) -> [Ledger.Event] {
        let division = try books.openDivision()
        let parent = try books.parent(forNew: code)
        guard !facts.isAccountUsed else { throw LedgerRefusal.accountInUse(parent) }
        return [
            .subAccountAdded(
                SubAccountAdded(
                    organisation: organisation, division: division, code: code, parent: parent, name: accountName))
        ]
    }

    /// The codes above the new one; none of them may have postings of its own.
    var ancestors: [AccountCode] {
        (3..<max(4, code.text.count)).compactMap { AccountCode(String(code.text.prefix($0))) }
    }
}
