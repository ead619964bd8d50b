package import Kernel
package import Registry
package import Storage

/// Adds an account of the village's own below one of the chart.
package struct AddSubAccount: LedgerCommand {
    package let organisation: OrganisationID
    package let code: AccountCode
    package let name: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), code: pass.value("code", \.code),
            name: pass.value("name", \.name))
    }

    package static let name = "addSubAccount"
    package static var title: Message { LedgerText.addSubAccount }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [.booksNotOpen, .subAccountExists, .badSubAccount, .accountInUse]

    package struct Facts: Sendable {
        /// Whether an account above the new one has postings of its own.
        let isAccountUsed: Bool
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let parent = try books.parent(forNew: code)
        guard !facts.isAccountUsed else { throw LedgerRefusal.accountInUse(parent) }
        return [
            SubAccountAdded(
                organisation: organisation, place: place, code: code, parent: parent, name: name)
        ]
    }

    /// The codes above the new one; none of them may have postings of its own.
    var ancestors: [AccountCode] {
        (3..<max(4, code.text.count)).compactMap { AccountCode(String(code.text.prefix($0))) }
    }
}

/// A village has an account of its own below one of the chart.
package struct SubAccountAdded: LedgerEvent {
    package static let name = "subAccountAdded"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let code: AccountCode
    package let parent: AccountCode
    package let name: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            code: pass.value("code", \.code), parent: pass.value("parent", \.parent), name: pass.value("name", \.name))
    }

    package func change(_ books: inout Books, at instant: Instant) {
        books.subAccounts[code] = name
        books.parents.insert(parent)
    }
}
