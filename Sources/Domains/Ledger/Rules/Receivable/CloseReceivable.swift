package import Kernel
package import Registry
package import Storage

/// Closes what a contract that ended early would still have owed. Given by the policy that watches the exchange's contracts.
///
/// Rent is owed for the months of the term that had begun by the last day, as `Earnings` counts them (decision record
/// 0173): what falls due later is never booked, what was claimed for later months is taken back, what was paid for them is
/// owed to the lessee.
package struct CloseReceivable: ReceivableVerb {
    package let organisation: OrganisationID
    package let receivable: ReceivableID
    /// The contract's last day.
    package let endedOn: CivilDate

    package init(organisation: OrganisationID, receivable: ReceivableID, endedOn: CivilDate) {
        self.organisation = organisation
        self.receivable = receivable
        self.endedOn = endedOn
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.value("receivable", \.receivable), endedOn: pass.value("endedOn", \.endedOn))
    }

    package static let name = "closeReceivable"
    package static var title: Message { LedgerText.closeReceivable }
    package static let access: Access = [.installation]
    package static let refusals: [LedgerRefusal] = []

    /// Nothing to do where these books never knew the contract, or have closed it already.
    package func decide(_ books: Books, _ facts: ReceivableFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        guard let claim = facts.receivable, claim.organisation == organisation, claim.endedOn == nil else { return [] }
        let closing = try Closing(claim, on: endedOn)
        let voucher: VoucherID? = books.isOpen ? context.derivedIdentifier(.closing) : nil
        let lines = closing.lines(books)
        let closed = ReceivableClosed(
            receivable: claim.id, organisation: organisation, place: claim.division, contract: claim.contract,
            endedOn: endedOn, owed: closing.owed, refund: closing.refund, parts: closing.parts,
            voucher: lines.isEmpty ? nil : voucher)
        guard let voucher, !lines.isEmpty else { return [closed] }
        let date = books.bookingDate(endedOn, today: context.now.date)
        let summary = LedgerText.closingSummary(claim.contract)
        return [closed, claim.posting(voucher, .release, on: date, summary, lines, in: books, context)]
    }
}

/// The contract owes nothing for the time after its last day.
package struct ReceivableClosed: LedgerEvent {
    package static let name = "receivableClosed"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let contract: ContractID
    package let endedOn: CivilDate
    /// For the months begun: from now on billed and earned alike.
    package let owed: Money
    /// What stands on 211 for the lessee.
    package let refund: Money
    package let parts: [ClosedPart]
    package let voucher: VoucherID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            receivable: pass.value("receivable", \.receivable),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            contract: pass.value("contract", \.contract), endedOn: pass.value("endedOn", \.endedOn),
            owed: pass.value("owedFen", \.owed), refund: pass.value("refundFen", \.refund),
            parts: pass.list("parts", \.parts, max: 400), voucher: pass.optional("voucher", \.voucher))
    }

    /// Amounts stand in the tables only.
    package func change(_ books: inout Books, at instant: Instant) {}
}
