package import Kernel
package import Registry

/// Signs the contract that the award and the notice fix; nothing in it is chosen anew (section 1.11).
package struct SignContract: LotVerb {
    package let lot: LotID
    package let contract: ContractID?
    /// Only where the notice left the first day open; otherwise today.
    package let startsOn: CivilDate?
    /// The office or person that witnessed the signatures.
    package let witness: String?

    package init(lot: LotID, contract: ContractID? = nil, startsOn: CivilDate? = nil, witness: String? = nil) {
        self.lot = lot
        self.contract = contract
        self.startsOn = startsOn
        self.witness = witness
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        contract = reader.optional("contract")
        startsOn = reader.optional("startsOn")
        witness = reader.optional("witness")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("contract", contract)
        writer.put("startsOn", startsOn)
        writer.put("witness", witness)
    }

    package static let name = "signContract"
    package static var title: Message { ExchangeText.Command.signContract }
    package static let rejections = [3003, 3004, 3010, 3011, 3012, 3013, 3070]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.contractSigned, by: context.principal.role)
        guard let award = lot.award, let winner = facts.roster.first(where: { $0.paddle == award.paddle }) else {
            throw ExchangeRejection.winnerUnknown.rejection
        }
        let day = lot.terms.startsOn ?? startsOn ?? context.now.date
        guard let term = lot.terms.term(from: day) else { throw ExchangeRejection.termMissing.rejection }
        try lot.terms.checkTerm(term, rightUntil: lot.rightUntil, facts.figures)
        return [
            .contractSigned(
                ContractSigned(
                    lot: self.lot, village: lot.village, contract: contract ?? lot.contractIdentifier,
                    asset: lot.asset, lessor: lot.owner, lessee: winner.party, paddle: award.paddle,
                    category: lot.terms.category, transferWay: lot.terms.transferWay, mode: lot.terms.mode,
                    startsOn: term.startsOn, endsOn: term.endsOn, price: award.price, priceUnit: lot.terms.priceUnit,
                    area: lot.terms.area, yearly: try lot.terms.yearlyAmount(at: award.price),
                    total: try lot.terms.total(at: award.price, over: term),
                    instalments: try lot.terms.instalments(at: award.price, over: term), use: lot.terms.use,
                    witness: witness))
        ]
    }
}

/// Everything the register and the books need (policies): from now on the paddle has a name.
package struct ContractSigned: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let contract: ContractID
    package let asset: AssetID
    package let lessor: OrganisationID
    package let lessee: PartyID
    package let paddle: Int64
    package let category: TradeCategory
    package let transferWay: TransferWay
    package let mode: TradingMode
    package let startsOn: CivilDate
    package let endsOn: CivilDate
    package let price: Money
    package let priceUnit: PriceUnit
    package let area: Area
    /// The first year's rent; the total when the price is a total.
    package let yearly: Money
    package let total: Money
    package let instalments: [Instalment]
    package let use: String
    package let witness: String?

    package init(
        lot: LotID, village: DivisionID, contract: ContractID, asset: AssetID, lessor: OrganisationID, lessee: PartyID,
        paddle: Int64, category: TradeCategory, transferWay: TransferWay, mode: TradingMode, startsOn: CivilDate,
        endsOn: CivilDate, price: Money, priceUnit: PriceUnit, area: Area, yearly: Money, total: Money,
        instalments: [Instalment] = [], use: String, witness: String? = nil
    ) {
        self.lot = lot
        self.village = village
        self.contract = contract
        self.asset = asset
        self.lessor = lessor
        self.lessee = lessee
        self.paddle = paddle
        self.category = category
        self.transferWay = transferWay
        self.mode = mode
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.price = price
        self.priceUnit = priceUnit
        self.area = area
        self.yearly = yearly
        self.total = total
        self.instalments = instalments
        self.use = use
        self.witness = witness
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        contract = reader.value("contract")
        asset = reader.value("asset")
        lessor = reader.value("lessor")
        lessee = reader.value("lessee")
        paddle = reader.value("paddle")
        category = reader.value("category")
        transferWay = reader.value("transferWay")
        mode = reader.value("mode")
        startsOn = reader.value("startsOn")
        endsOn = reader.value("endsOn")
        price = reader.value("priceFen")
        priceUnit = reader.value("priceUnit")
        area = reader.value("areaUnits")
        yearly = reader.value("yearlyFen")
        total = reader.value("totalFen")
        instalments = reader.list("instalments")
        use = reader.value("use")
        witness = reader.optional("witness")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("contract", contract)
        writer.put("asset", asset)
        writer.put("lessor", lessor)
        writer.put("lessee", lessee)
        writer.put("paddle", paddle)
        writer.put("category", category)
        writer.put("transferWay", transferWay)
        writer.put("mode", mode)
        writer.put("startsOn", startsOn)
        writer.put("endsOn", endsOn)
        writer.put("priceFen", price)
        writer.put("priceUnit", priceUnit)
        writer.put("areaUnits", area)
        writer.put("yearlyFen", yearly)
        writer.put("totalFen", total)
        writer.put("instalments", list: instalments)
        writer.put("use", use)
        writer.put("witness", witness)
    }

    package static let name = "contractSigned"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.contractSigned)
        state.lot?.contract = Lot.Signed(
            contract: contract, total: total, first: instalments.first?.amount ?? total, endsOn: endsOn,
            instalments: instalments)
    }
}
