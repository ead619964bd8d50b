package import Kernel
package import Registry
package import Storage

/// Takes the numbers of a party's accounts off all books when the register destroys what is personal of the party. The
/// house gives it in the erasure's own transaction.
package struct ForgetPayee: Command, Hashable {
    package typealias Domain = Ledger
    package let payee: PartyID
    package let division: DivisionID

    package init(payee: PartyID, division: DivisionID) {
        self.payee = payee
        self.division = division
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(payee: pass.value("payee", \.payee), division: pass.value("division", \.division))
    }

    package static let name = "forgetPayee"
    package static var title: Message { LedgerText.forgetPayee }
    package static let access: Access = [.installation]
    package static let refusals: [LedgerRefusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("payee", payee.text) }

    package func place(_ books: Books, _ facts: NoFacts) -> DivisionID? { division }

    package func decide(_ books: Books, _ facts: NoFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        [PayeeForgotten(payee: payee, place: division)]
    }
}

/// The numbers of a payee's accounts are gone; what was paid stays.
package struct PayeeForgotten: Event, Hashable {
    package typealias Domain = Ledger
    package static let name = "payeeForgotten"
    package let payee: PartyID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(payee: pass.value("payee", \.payee), place: pass.value("division", \.place))
    }

    package var division: DivisionID? { place }

    package func change(_ books: inout Books, at instant: Instant) {}
}
