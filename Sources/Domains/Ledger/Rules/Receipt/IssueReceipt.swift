package import Kernel
package import Registry
package import Storage

/// Gives a receipt the next number of its year.
package struct IssueReceipt: LedgerCommand {
    package let organisation: OrganisationID
    package let date: CivilDate
    package var party: PartyID?
    package let matter: String
    package let amount: Money
    package let method: ReceiptMethod

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), date: pass.value("date", \.date),
            party: pass.optional("party", \.party), matter: pass.value("matter", \.matter),
            amount: pass.value("amountFen", \.amount), method: pass.value("method", \.method))
    }

    package static let name = "issueReceipt"
    package static var title: Message { LedgerText.issueReceipt }
    package static let access: Access = [.own(.villageClerk, .villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .inTheFuture, .receiptBackdated, .notPositive, .partyUnknown,
    ]

    package struct Facts: Sendable {
        /// The last receipt of the year.
        let last: (number: Int64, date: CivilDate)?
        let isPartyKnown: Bool
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard date <= context.now.date else { throw LedgerRefusal.inTheFuture() }
        if let last = facts.last, date < last.date { throw LedgerRefusal.receiptBackdated(last.date) }
        guard amount > .zero else { throw LedgerRefusal.notPositive().under("amountFen") }
        if let party, !facts.isPartyKnown { throw LedgerRefusal.partyUnknown.at("party", party) }
        return [
            ReceiptIssued(
                organisation: organisation, place: place, number: (facts.last?.number ?? 0) + 1, date: date,
                party: party, matter: matter, amount: amount, method: method)
        ]
    }
}

/// A receipt has its number for ever.
package struct ReceiptIssued: LedgerEvent {
    package static let name = "receiptIssued"
    package let organisation: OrganisationID
    package let place: DivisionID
    /// From 1 in the year of `date`, without gaps.
    package let number: Int64
    package let date: CivilDate
    package let party: PartyID?
    package let matter: String
    package let amount: Money
    package let method: ReceiptMethod

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), date: pass.value("date", \.date),
            party: pass.optional("party", \.party), matter: pass.value("matter", \.matter),
            amount: pass.value("amountFen", \.amount), method: pass.value("method", \.method))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
