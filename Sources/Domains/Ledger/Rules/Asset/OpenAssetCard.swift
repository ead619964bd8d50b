package import Kernel
package import Registry
package import Storage

/// Opens the card of a fixed asset whose cost stands on 151.
package struct OpenAssetCard: LedgerCommand {
    package let organisation: OrganisationID
    /// The asset's name in the register; absent for one that is only in the books.
    package let asset: AssetID?
    package let name: String
    package var account: AccountCode?
    package let expense: AccountCode
    package let cost: Money
    package var residual: Int64 = 0
    package let method: WearMethod
    package var months: Int64?
    package var units: Int64?
    package let inUse: CivilDate
    /// Worn off before the books began.
    package var worn = Money.zero

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), asset: pass.optional("asset", \.asset),
            name: pass.value("name", \.name), account: pass.optional("account", \.account),
            expense: pass.value("expense", \.expense), cost: pass.value("costFen", \.cost),
            residual: pass.whole("residualBasisPoints", \.residual, in: BasisPointsDomain.self, absent: 0),
            method: pass.value("method", \.method), months: pass.optionalWhole("months", \.months, in: LifeDomain.self),
            units: pass.optionalWhole("units", \.units, in: WorkDomain.self), inUse: pass.value("inUse", \.inUse),
            worn: pass.value("wornFen", \.worn, absent: .zero))
    }

    package static let name = "openAssetCard"
    package static var title: Message { LedgerText.openAssetCard }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .assetCardExists, .accountUnknown, .accountNotLeaf, .notFixedAsset, .notWearAccount,
        .notPositive, .badLife, .inTheFuture,
    ]

    package func decide(_ books: Books, _ facts: AssetFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        if let card = facts.card { throw LedgerRefusal.assetCardExists(card.id) }
        let account = account ?? books.leaf(StandardAccount.fixedAssets.code)
        for (code, field) in [(account, "account"), (expense, "expense")] {
            guard books.exists(code) else { throw LedgerRefusal.accountUnknown(code).under(field) }
            guard !books.parents.contains(code) else { throw LedgerRefusal.accountNotLeaf(code).under(field) }
        }
        guard account.text.hasPrefix("151") else { throw LedgerRefusal.notFixedAsset(account) }
        guard ["401", "511", "513", "514"].contains(where: { expense.text.hasPrefix($0) }) else {
            throw LedgerRefusal.notWearAccount(expense)
        }
        guard cost > .zero, worn >= .zero, worn <= cost else { throw LedgerRefusal.notPositive().under("costFen") }
        let life = method == .straightLine ? months : units
        guard let life, (1...1_000_000_000).contains(life), (0...10_000).contains(residual),
            (method == .straightLine ? units : months) == nil
        else { throw LedgerRefusal.badLife() }
        guard inUse <= context.now.date else { throw LedgerRefusal.inTheFuture().under("inUse") }
        return [
            AssetCardOpened(
                asset: asset ?? context.derivedIdentifier(.asset), organisation: organisation, place: place,
                name: self.name, account: account,
                expense: expense, cost: cost, residual: residual, method: method, months: months, units: units,
                inUse: inUse, worn: worn)
        ]
    }
}

package struct AssetFacts: Sendable {
    /// Nil when the books have no such card.
    let card: AssetCard?
}

/// A fixed asset has its card.
package struct AssetCardOpened: LedgerEvent {
    package static let name = "assetCardOpened"
    package let asset: AssetID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let name: String
    package let account: AccountCode
    package let expense: AccountCode
    package let cost: Money
    package let residual: Int64
    package let method: WearMethod
    package let months: Int64?
    package let units: Int64?
    package let inUse: CivilDate
    package let worn: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), name: pass.value("name", \.name),
            account: pass.value("account", \.account), expense: pass.value("expense", \.expense),
            cost: pass.value("costFen", \.cost), residual: pass.value("residualBasisPoints", \.residual),
            method: pass.value("method", \.method), months: pass.optionalWhole("months", \.months, in: LifeDomain.self),
            units: pass.optionalWhole("units", \.units, in: WorkDomain.self), inUse: pass.value("inUse", \.inUse),
            worn: pass.value("wornFen", \.worn))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
