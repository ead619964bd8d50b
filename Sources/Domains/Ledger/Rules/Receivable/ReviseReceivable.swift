package import Kernel
package import Registry
package import Storage

/// What a contract owes follows its supplementary agreement: what would have fallen due from a day on is closed, what was
/// agreed in its place is owed. Given by the policy that watches the register's contracts.
package struct ReviseReceivable: ReceivableVerb {
    package let organisation: OrganisationID
    package let receivable: ReceivableID
    package let from: CivilDate
    package let end: CivilDate
    package let total: Money
    package let instalments: [Instalment]

    package init(
        organisation: OrganisationID, receivable: ReceivableID, from: CivilDate, end: CivilDate, total: Money,
        instalments: [Instalment]
    ) {
        self.organisation = organisation
        self.receivable = receivable
        self.from = from
        self.end = end
        self.total = total
        self.instalments = instalments
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.value("receivable", \.receivable), from: pass.value("from", \.from),
            end: pass.value("end", \.end), total: pass.value("totalFen", \.total),
            instalments: pass.list("instalments", \.instalments, max: 400))
    }

    package static let name = "reviseReceivable"
    package static var title: Message { LedgerText.reviseReceivable }
    package static let access: Access = [.installation]
    package static let refusals: [LedgerRefusal] = [.paidAhead]

    /// Nothing to do where these books never knew the contract, or have closed it.
    package func decide(_ books: Books, _ facts: ReceivableFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        guard let claim = facts.receivable, claim.organisation == organisation, claim.endedOn == nil else { return [] }
        let replaced = claim.parts.filter { $0.due >= from && $0.closed == .zero }
        if let paid = replaced.last(where: { $0.paid > .zero || $0.accruedOn != nil }) {
            throw LedgerRefusal.paidAhead(paid.due)
        }
        let parts = replaced.map {
            ClosedPart(number: $0.number, due: $0.due, closed: $0.amount, left: .zero, paid: .zero, paidOn: nil)
        }
        return [
            ReceivableRevised(
                receivable: claim.id, organisation: organisation, place: claim.division, contract: claim.contract,
                start: claim.start, end: end, total: total, parts: parts, instalments: instalments)
        ]
    }
}

/// A contract owes other instalments from a day on.
package struct ReceivableRevised: LedgerEvent {
    package static let name = "receivableRevised"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let contract: ContractID
    package let start: CivilDate
    package let end: CivilDate
    package let total: Money
    /// The instalments that nobody owes any more.
    package let parts: [ClosedPart]
    /// Those that are owed in their place.
    package let instalments: [Instalment]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            receivable: pass.value("receivable", \.receivable),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            contract: pass.value("contract", \.contract), start: pass.value("start", \.start),
            end: pass.value("end", \.end), total: pass.value("totalFen", \.total),
            parts: pass.list("parts", \.parts, max: 400), instalments: pass.list("instalments", \.instalments, max: 400)
        )
    }

    /// Amounts stand in the tables only.
    package func change(_ books: inout Books, at instant: Instant) {}

    /// As of a contract that is new, for the years still to begin.
    package func due(_ books: Books, at instant: Instant) -> [Due<Ledger>] {
        let years = Earnings(total: total, start: start, end: end).years.filter { $0.start.start > instant }
        return Due.dues(of: receivable, organisation, instalments, years, at: instant)
    }
}
