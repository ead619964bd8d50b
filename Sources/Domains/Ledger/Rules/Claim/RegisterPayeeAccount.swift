package import Kernel
package import Registry
package import Storage

/// Enters the account a payee is paid to, once for all claims; entered again it takes the place of the former one.
package struct RegisterPayeeAccount: LedgerCommand {
    package let organisation: OrganisationID
    package let payee: PartyID
    package let bank: String
    package let number: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let payee = pass.value("payee", \.payee)
        return Self(
            organisation: pass.value("organisation", \.organisation), payee: payee, bank: pass.value("bank", \.bank),
            number: pass.personal("number", \.number, of: DataSubject(of: payee)))
    }

    package static let name = "registerPayeeAccount"
    package static var title: Message { LedgerText.registerPayeeAccount }
    package static let access: Access = [.own(.villageClerk, .villageAccountant)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .partyUnknown, .payeeErased, .notAccountNumber, .payeePaying,
    ]

    package struct Facts: Sendable {
        let isPayeeKnown: Bool
        let isErased: Bool
        /// A claim of the payee that is approved or with the bank: it was approved for the account that stands.
        let paying: ClaimID?
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard facts.isPayeeKnown else { throw LedgerRefusal.partyUnknown.at("payee", payee) }
        guard !facts.isErased else { throw LedgerRefusal.payeeErased(payee) }
        let plain = AccountNumber.plain(number.content ?? "")
        guard AccountNumber.isNumber(plain) else { throw LedgerRefusal.notAccountNumber() }
        if let claim = facts.paying { throw LedgerRefusal.payeePaying(claim) }
        return [
            PayeeAccountRegistered(
                organisation: organisation, place: place, payee: payee, bank: bank,
                number: Personal(plain, of: DataSubject(of: payee)))
        ]
    }
}

/// A payee has an account. The log says whose, and not which.
package struct PayeeAccountRegistered: LedgerEvent {
    package static let name = "payeeAccountRegistered"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let payee: PartyID
    package let bank: String
    package let number: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let payee = pass.value("payee", \.payee)
        return Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            payee: payee, bank: pass.value("bank", \.bank),
            number: pass.personal("number", \.number, of: DataSubject(of: payee)))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
