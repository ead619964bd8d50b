package import Kernel
package import Registry
package import Storage

/// Turns rent taken in advance into income when a year of the term begins. The clock gives it.
package struct ReleaseAdvance: ReceivableVerb {
    package let organisation: OrganisationID
    package let receivable: ReceivableID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.value("receivable", \.receivable))
    }

    package static let name = "releaseAdvance"
    package static var title: Message { LedgerText.releaseAdvance }
    package static let access: Access = [.installation]
    package static let refusals: [LedgerRefusal] = [.noSuchReceivable, .nothingToRelease]

    package func decide(_ books: Books, _ facts: ReceivableFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let claim = try claim(facts)
        let date = context.now.date
        let amount = min(claim.billed, claim.earnings.earned(by: date)) - claim.earned
        guard amount > .zero else { throw LedgerRefusal.nothingToRelease() }
        let voucher: VoucherID? = books.isOpen ? context.derivedIdentifier(.release) : nil
        let released = AdvanceReleased(
            receivable: claim.id, organisation: organisation, place: claim.division, contract: claim.contract,
            date: date, amount: amount, voucher: voucher)
        guard let voucher else { return [released] }
        let lines = [
            claim.line(books.posting(claim.advanceAccount), debit: amount),
            claim.line(books.posting(.operatingIncome), credit: amount),
        ]
        let summary = LedgerText.releaseSummary(claim.contract)
        return [released, claim.posting(voucher, .release, on: date, summary, lines, in: books, context)]
    }
}

/// A year of the term has begun, and its rent, taken in advance, is income now.
package struct AdvanceReleased: LedgerEvent {
    package static let name = "advanceReleased"
    package let receivable: ReceivableID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let contract: ContractID
    package let date: CivilDate
    package let amount: Money
    package let voucher: VoucherID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            receivable: pass.value("receivable", \.receivable),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            contract: pass.value("contract", \.contract), date: pass.value("date", \.date),
            amount: pass.value("amountFen", \.amount), voucher: pass.optional("voucher", \.voucher))
    }

    /// Amounts stand in the tables only.
    package func change(_ books: inout Books, at instant: Instant) {}
}
