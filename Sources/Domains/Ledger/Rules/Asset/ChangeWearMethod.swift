package import Kernel
package import Registry
package import Storage

/// Changes how an asset wears, from the next month on: what was booked stays, the rest goes by the new method over the new
/// life. The change and its reason stand in the notes of the year's statements (Caikuai 2024 no. 12, art. 20(1)).
package struct ChangeWearMethod: LedgerCommand {
    package let organisation: OrganisationID
    package let asset: AssetID
    package let method: WearMethod
    /// Months that are left; of units of work nil.
    package var months: Int64?
    /// What it can still do; of straight line nil.
    package var units: Int64?
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), asset: pass.value("asset", \.asset),
            method: pass.value("method", \.method), months: pass.optionalWhole("months", \.months, in: LifeDomain.self),
            units: pass.optionalWhole("units", \.units, in: WorkDomain.self), reason: pass.value("reason", \.reason))
    }

    package static let name = "changeWearMethod"
    package static var title: Message { LedgerText.changeWearMethod }
    package static let access: Access = [.own(.villageAccountant, .stationAgent)]
    package static let refusals: [LedgerRefusal] = [
        .booksNotOpen, .noSuchAssetCard, .assetGone, .badLife, .methodSame,
    ]

    package func decide(_ books: Books, _ facts: AssetFacts, _ context: Context)
        throws(Rejection) -> [any Event<Ledger>]
    {
        let place = try books.openPlace()
        guard let card = facts.card else { throw LedgerRefusal.noSuchAssetCard(asset) }
        if let gone = card.disposedOn { throw LedgerRefusal.assetGone(gone) }
        let life = method == .straightLine ? months : units
        guard let life, (1...1_000_000_000).contains(life), (method == .straightLine ? units : months) == nil else {
            throw LedgerRefusal.badLife()
        }
        if method == card.method, months == card.months, units == card.units { throw LedgerRefusal.methodSame() }
        // Past months are never reckoned again (prospective change).
        let last = max(
            card.wornThrough ?? AccountingMonth(card.inUse), books.closedThrough ?? AccountingMonth(card.inUse))
        return [
            WearMethodChanged(
                organisation: organisation, place: place, asset: asset, from: last.next, before: card.method,
                method: method, months: months, units: units, worn: card.worn, reason: reason,
                date: context.now.date, office: context.principal.office)
        ]
    }
}

/// An asset wears by another method.
package struct WearMethodChanged: LedgerEvent {
    package static let name = "wearMethodChanged"
    package let organisation: OrganisationID
    package let place: DivisionID
    package let asset: AssetID
    /// The first month of the new method.
    package let from: AccountingMonth
    package let before: WearMethod
    package let method: WearMethod
    package let months: Int64?
    package let units: Int64?
    /// Booked until then.
    package let worn: Money
    package let reason: String
    package let date: CivilDate
    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            asset: pass.value("asset", \.asset), from: pass.value("from", \.from),
            before: pass.value("before", \.before), method: pass.value("method", \.method),
            months: pass.optionalWhole("months", \.months, in: LifeDomain.self),
            units: pass.optionalWhole("units", \.units, in: WorkDomain.self),
            worn: pass.value("wornFen", \.worn), reason: pass.value("reason", \.reason),
            date: pass.value("date", \.date), office: pass.value("office", \.office))
    }

    package func change(_ books: inout Books, at instant: Instant) {}
}
