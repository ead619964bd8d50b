package import Kernel
package import Registry
package import Storage

/// Adds an account of the village's own below one of the chart. What stands on the account above moves to the new one by a
/// transfer voucher of that day, in red on the old account, so that no turnover grows.
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
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .subAccountExists, .badSubAccount, .beforeBooks, .monthClosed,
    ]

    package struct Facts: Sendable {
        /// What stands on the account above, by party: debit above zero. Empty where it is nil or never used.
        let standing: [PartyBalance]
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        let parent = try books.parent(forNew: code)
        let added = SubAccountAdded(
            organisation: organisation, place: place, code: code, parent: parent, name: name)
        // An account that is divided already has nothing of its own left.
        guard !facts.standing.isEmpty, !books.parents.contains(parent) else { return [added] }
        let today = context.now.date
        try books.check(today, today: today)
        let lines = facts.standing.flatMap { $0.moved(from: parent, to: code) }
        return [added]
            + VoucherPosted(
                voucher: context.derivedIdentifier(.transfer), organisation: organisation, place: place, date: today,
                number: books.nextNumber(in: AccountingMonth(today)),
                summary: LedgerText.transferSummary(parent, code).zh, lines: lines, signed: SignedBy(program: context),
                origin: .transfer
            ).inParts
    }
}

/// What stands on an account with one party, or with none; debit above zero.
package struct PartyBalance: Sendable, Hashable {
    package let party: PartyID?
    package let amount: Money

    /// On the side on which it stands: the new account takes it, the old one gives it back in red.
    func moved(from old: AccountCode, to new: AccountCode) -> [VoucherLine] {
        if amount > .zero {
            return [
                VoucherLine(new, debit: amount, party: party), VoucherLine(old, debit: -amount, party: party),
            ]
        }
        return [VoucherLine(new, credit: -amount, party: party), VoucherLine(old, credit: amount, party: party)]
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
