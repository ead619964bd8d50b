package import Kernel
package import Registry
package import Storage

/// What an asset has worked in a month.
package struct AssetWork: FieldRecord, Hashable {
    package let asset: AssetID
    package let units: Int64

    package init(asset: AssetID, units: Int64) {
        self.asset = asset
        self.units = units
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.value("asset", \.asset), units: pass.whole("units", \.units, in: WorkDomain.self))
    }
}

/// Books a month's wear of all fixed assets of the books by one voucher; once a month.
package struct Depreciate: LedgerCommand {
    package let organisation: OrganisationID
    package let month: AccountingMonth
    /// Of assets that wear by work.
    package var work: [AssetWork] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), month: pass.value("month", \.month),
            work: pass.list("work", \.work, max: 1_000))
    }

    package static let name = "depreciate"
    package static var title: Message { LedgerText.depreciate }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .beforeBooks, .monthClosed, .inTheFuture, .nothingToDepreciate, .notPositive, .noSuchAssetCard,
    ]

    package struct Facts: Sendable {
        /// Cards in use whose wear of the month is not booked.
        let cards: [AssetCard]
    }

    package func decide(_ books: Books, _ facts: Facts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        try books.check(month.lastDay, today: context.now.date)
        for item in work {
            guard item.units >= 0 else { throw LedgerRefusal.notPositive().under("work") }
            guard facts.cards.contains(where: { $0.id == item.asset && $0.method == .unitsOfWork }) else {
                throw LedgerRefusal.noSuchAssetCard(item.asset)
            }
        }
        guard !facts.cards.isEmpty else { throw LedgerRefusal.nothingToDepreciate(month) }
        let units = Dictionary(work.map { ($0.asset, $0.units) }) { first, _ in first }
        var expenses: [AccountCode: Money] = [:]
        var worn: [AssetWear] = []
        for card in facts.cards {
            let wear = try card.wear(in: month, work: units[card.id] ?? 0)
            worn.append(AssetWear(asset: card.id, amount: wear))
            if wear > .zero { expenses[card.expense, default: .zero] += wear }
        }
        let sum = expenses.values.reduce(Money.zero, +)
        let done = AssetsDepreciated(organisation: organisation, place: place, month: month, worn: worn)
        guard sum > .zero else { return [done] }
        let lines =
            expenses.sorted { $0.key < $1.key }.map { VoucherLine($0.key, debit: $0.value) }
            + [VoucherLine(books.leaf(StandardAccount.accumulatedDepreciation.code), credit: sum)]
        let posted = VoucherPosted(
            voucher: context.derivedIdentifier(.depreciation), organisation: organisation, place: place,
            date: month.lastDay, number: books.nextNumber(in: month), summary: LedgerText.wearSummary(month).zh,
            lines: lines, signed: SignedBy(program: context), origin: .depreciation)
        return [done, posted]
    }
}

/// What one asset lost in a month.
package struct AssetWear: FieldRecord, Hashable {
    package let asset: AssetID
    package let amount: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.value("asset", \.asset), amount: pass.value("amountFen", \.amount))
    }
}

/// A month's wear is on the cards.
package struct AssetsDepreciated: LedgerEvent {
    package static let name = "assetsDepreciated"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let month: AccountingMonth
    package let worn: [AssetWear]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            month: pass.value("month", \.month), worn: pass.list("worn", \.worn))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
