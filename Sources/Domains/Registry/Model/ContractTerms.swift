package import Kernel

/// What a contract says, as far as the register and the books need it.
package struct ContractTerms: FieldRecord, Hashable {
    package let lot: LotID?
    package let asset: AssetID
    package let lessor: OrganisationID
    package let lessee: PartyID
    package let category: TradeCategory
    /// Absent: by the right of the asset, a lease where the collective owns it, else a transfer of the operation right.
    package let way: TransferWay?
    package let start: CivilDate
    /// The last day of the term.
    package let end: CivilDate
    /// For one year: per mu where the asset has an area, otherwise for the whole.
    package let unitPrice: Money
    package let total: Money
    package let instalments: [Instalment]
    package let use: String

    package init(
        lot: LotID? = nil, asset: AssetID, lessor: OrganisationID, lessee: PartyID, category: TradeCategory,
        way: TransferWay? = nil, start: CivilDate, end: CivilDate, unitPrice: Money, total: Money,
        instalments: [Instalment] = [], use: String
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
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.optional("lot")
        asset = reader.value("asset")
        lessor = reader.value("lessor")
        lessee = reader.value("lessee")
        category = reader.value("category")
        way = reader.optional("way")
        start = reader.value("start")
        end = reader.value("end")
        unitPrice = reader.value("unitPriceFen")
        total = reader.value("totalFen")
        instalments = reader.list("instalments")
        use = reader.value("use")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("asset", asset)
        writer.put("lessor", lessor)
        writer.put("lessee", lessee)
        writer.put("category", category)
        writer.put("way", way)
        writer.put("start", start)
        writer.put("end", end)
        writer.put("unitPriceFen", unitPrice)
        writer.put("totalFen", total)
        writer.put("instalments", list: instalments)
        writer.put("use", use)
    }
}
