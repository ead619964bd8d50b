package import Kernel
package import Registry
package import Storage

/// Takes a fixed asset out of the books over 154: its net value in, its proceeds out, the rest to 504 or 515.
package struct DisposeAsset: LedgerCommand {
    package let organisation: OrganisationID
    package let asset: AssetID
    package let date: CivilDate
    /// What was paid for it; nothing when it was scrapped.
    package var proceeds = Money.zero
    /// The resolution or decision behind it.
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), asset: pass.value("asset", \.asset),
            date: pass.value("date", \.date), proceeds: pass.value("proceedsFen", \.proceeds, absent: .zero),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "disposeAsset"
    package static var title: Message { LedgerText.disposeAsset }
    package static let access: Access = [.own(.stationAgent, .stationReviewer)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .monthClosed, .inTheFuture, .noSuchAssetCard, .assetGone, .beforeUse, .notPositive,
    ]

    package func decide(_ books: Books, _ facts: AssetFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        try books.check(date, today: context.now.date)
        guard let card = facts.card, card.organisation == organisation else {
            throw LedgerRefusal.noSuchAssetCard(asset)
        }
        if let gone = card.disposedOn { throw LedgerRefusal.assetGone(gone) }
        guard date >= card.inUse else { throw LedgerRefusal.beforeUse(card.inUse) }
        guard proceeds >= .zero else { throw LedgerRefusal.notPositive().under("proceedsFen") }
        let net = card.cost - card.worn
        let clearing = books.leaf(StandardAccount.disposal.code)
        let gain = proceeds - net
        func line(_ account: StandardAccount, debit: Money? = nil, credit: Money? = nil) -> VoucherLine {
            VoucherLine(books.leaf(account.code), debit: debit, credit: credit, asset: asset)
        }
        var lines = [
            VoucherLine(clearing, debit: net, asset: asset), line(.accumulatedDepreciation, debit: card.worn),
            VoucherLine(card.account, credit: card.cost, asset: asset), line(.bank, debit: proceeds),
            VoucherLine(clearing, credit: net, asset: asset),
        ]
        lines.append(gain > .zero ? line(.otherIncome, credit: gain) : line(.otherExpense, debit: -gain))
        lines.removeAll { ($0.debit ?? $0.credit ?? .zero) == .zero }
        return [
            AssetDisposed(asset: asset, organisation: organisation, place: place, date: date, proceeds: proceeds),
            VoucherPosted(
                voucher: context.derivedIdentifier(.disposal), organisation: organisation, place: place, date: date,
                number: books.nextNumber(in: AccountingMonth(date)), summary: LedgerText.disposalSummary(card, reason),
                lines: lines, signed: SignedBy(program: context), origin: .disposal),
        ]
    }
}

/// A fixed asset left the books.
package struct AssetDisposed: LedgerEvent {
    package static let name = "assetDisposed"
    package let asset: AssetID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let date: CivilDate
    package let proceeds: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), date: pass.value("date", \.date),
            proceeds: pass.value("proceedsFen", \.proceeds))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
