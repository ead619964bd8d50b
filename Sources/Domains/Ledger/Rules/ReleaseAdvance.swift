package import Kernel
package import Registry

/// Turns rent taken in advance into income when a year of the term begins. The clock gives it.
package struct ReleaseAdvance: CommandPayload, Hashable {
    package static let name = "releaseAdvance"
    package static var title: Message { LedgerText.releaseAdvance }
    package static let refusals: [LedgerRefusal] = [.noSuchReceivable, .nothingToRelease]

    package let organisation: OrganisationID
    package let receivable: ReceivableID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation),
            receivable: pass.value("receivable", \.receivable))
    }

    package func stream(_ context: Context) -> StreamID { Books.stream(organisation) }

    func decide(_ books: Books, _ facts: Ledger.Facts, _ context: Context) throws(Rejection) -> [Ledger.Event] {
        let claim = try facts.receivable(receivable, of: organisation)
        let date = context.now.date
        let amount = min(claim.billed, claim.earnings.earned(by: date)) - claim.earned
        guard amount > .zero else { throw LedgerRefusal.nothingToRelease() }
        let voucher: VoucherID? = books.isOpen ? context.derivedIdentifier("release") : nil
        let released = AdvanceReleased(claim, date: date, amount: amount, voucher: voucher)
        guard let voucher else { return [.advanceReleased(released)] }
        let lines = [
            claim.line(books.posting(claim.advanceAccount), debit: amount),
            claim.line(books.posting(.operatingIncome), credit: amount),
        ]
        let posted = VoucherPosted(
            voucher: voucher, organisation: organisation, division: claim.division, date: date,
            number: books.nextNumber(in: AccountingMonth(date)),
            summary: LedgerText.releaseSummary(claim.contract).zh, lines: lines,
            maker: context.principal.office, reviewer: ProgramDesk.office, origin: .release, receivable: claim.id)
        return [.advanceReleased(released), .voucherPosted(posted)]
    }
}
