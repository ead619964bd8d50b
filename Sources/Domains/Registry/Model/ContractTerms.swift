package import Kernel

/// What a contract says, as far as the register and the books need it.
package struct ContractTerms: FieldRecord, Hashable {
    package let lot: LotID?
    package let asset: AssetID
    package let lessor: OrganisationID
    package let lessee: PartyID
    package let category: TradeCategory
    /// Absent: the right of the asset decides, see `way(for:)`.
    package let way: TransferWay?
    package let start: CivilDate
    /// The last day of the term.
    package let end: CivilDate
    /// For one year: per mu where the asset has an area, otherwise for the whole.
    package let unitPrice: Money
    /// With a schedule: what its lines add up to, which need not be said.
    package internal(set) var total: Money
    package internal(set) var instalments: [Instalment]
    package let use: String
    /// The rule the rent runs by; absent where the paper names one sum.
    package let schedule: RentSchedule?

    package init(
        lot: LotID? = nil, asset: AssetID, lessor: OrganisationID, lessee: PartyID, category: TradeCategory,
        way: TransferWay? = nil, start: CivilDate, end: CivilDate, unitPrice: Money, total: Money,
        instalments: [Instalment] = [], use: String, schedule: RentSchedule? = nil
    ) {
        self.lot = lot
        self.asset = asset
        self.lessor = lessor
        self.lessee = lessee
        self.category = category
        self.way = way
        self.start = start
        self.end = end
        self.unitPrice = unitPrice
        self.total = total
        self.instalments = instalments
        self.use = use
        self.schedule = schedule
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.optional("lot", \.lot), asset: pass.value("asset", \.asset),
            lessor: pass.value("lessor", \.lessor), lessee: pass.value("lessee", \.lessee),
            category: pass.value("category", \.category), way: pass.optional("way", \.way),
            start: pass.value("start", \.start), end: pass.value("end", \.end),
            unitPrice: pass.value("unitPriceFen", \.unitPrice), total: pass.value("totalFen", \.total, standard: .zero),
            instalments: pass.list("instalments", \.instalments), use: pass.value("use", \.use),
            schedule: pass.record("schedule", \.schedule))
    }

    /// The way the right passes. Where the terms do not say it, the asset's right does: a lease where the collective owns
    /// the asset, else a transfer of the operation right, which only the remaining term bounds.
    package func way(for right: AssetRight) -> TransferWay { way ?? (right == .ownership ? .lease : .other) }
}
