package import Kernel
package import Registry
package import Storage

/// Puts approved claims into one payment for the bank; its file is taken to the counter or the link.
package struct PayClaims: LedgerCommand {
    package let organisation: OrganisationID
    package let account: AccountCode
    package let claims: [ClaimID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), account: pass.value("account", \.account),
            claims: pass.values("claims", \.claims))
    }

    package static let name = "payClaims"
    package static var title: Message { LedgerText.payClaims }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .accountUnknown, .accountNotLeaf, .notBankAccount, .nothingToPay, .noSuchClaim,
        .claimNotApproved, .claimHandTwice, .payeeWithoutAccount,
    ]

    package struct Facts: Sendable {
        let claims: [ClaimID: ExpenseClaim]
        /// Payees of whom the bank could not be told where to pay.
        let withoutAccount: Set<PartyID>
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard books.exists(account) else { throw LedgerRefusal.accountUnknown(account) }
        guard !books.parents.contains(account) else { throw LedgerRefusal.accountNotLeaf(account) }
        guard account.text.hasPrefix("102") else { throw LedgerRefusal.notBankAccount(account) }
        let chosen = Set(claims).sorted()
        guard !chosen.isEmpty else { throw LedgerRefusal.nothingToPay() }
        for claim in chosen {
            guard let found = facts.claims[claim], found.organisation == organisation else {
                throw LedgerRefusal.noSuchClaim(claim)
            }
            guard found.state == .approved else { throw LedgerRefusal.claimNotApproved(claim) }
            try found.checkHand(context)
            if facts.withoutAccount.contains(found.payee) { throw LedgerRefusal.payeeWithoutAccount(found.payee) }
        }
        return [
            ClaimsSent(
                payment: context.derivedIdentifier(.payment), organisation: organisation, place: place,
                account: account, claims: chosen, office: context.principal.office, person: context.principal.person)
        ]
    }
}

/// The bank is asked to pay.
package struct ClaimsSent: LedgerEvent {
    package static let name = "claimsSent"
    package let payment: PaymentID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let account: AccountCode
    package let claims: [ClaimID]
    package let office: OfficeID
    package let person: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            payment: pass.value("payment", \.payment), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), account: pass.value("account", \.account),
            claims: pass.values("claims", \.claims), office: pass.value("office", \.office),
            person: pass.value("person", \.person))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
