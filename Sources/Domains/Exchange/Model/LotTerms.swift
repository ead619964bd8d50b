package import Kernel
package import Registry

/// What is offered and on what terms: the rules of the lot, frozen when its notice is published.
package struct LotTerms: FieldRecord, Hashable {
    package let category: TradeCategory
    package let transferWay: TransferWay
    package let mode: TradingMode
    package let use: String
    package let area: Area
    /// The day the right begins, if it is fixed before signing.
    package let startsOn: CivilDate?
    /// Either whole years or a last day.
    package let years: Int64?
    package let endsOn: CivilDate?
    package let startPrice: Money
    package let priceUnit: PriceUnit
    package let step: Money
    /// A bid this close to the end moves the end to the bid's instant plus as much; 0 = the end never moves.
    package let extensionSeconds: Int64
    /// Fixed per lot, never in proportion to a bid.
    package let deposit: Money
    /// Shares of the total; empty = every year's rent in advance.
    package let payments: [PaymentShare]
    package let rise: Rise?
    package let portions: [Portion]
    package let tieRule: TieRule
    package let priority: PriorityRule
    /// The resolution by which the village offers it; nil for a household's own right.
    package let resolution: ResolutionID?
    /// Descending mode: where the price stops falling, and how often it falls by a step.
    package let lowestPrice: Money?
    package let intervalSeconds: Int64?
    /// Tender: what the price counts, in basis points; the rest is for the panel's points.
    package let priceWeight: Int64?

    package init(
        category: TradeCategory, transferWay: TransferWay, mode: TradingMode, use: String, area: Area,
        startsOn: CivilDate? = nil, years: Int64? = nil, endsOn: CivilDate? = nil, startPrice: Money,
        priceUnit: PriceUnit, step: Money, extensionSeconds: Int64, deposit: Money, payments: [PaymentShare] = [],
        rise: Rise? = nil, portions: [Portion] = [], tieRule: TieRule = .earliest, priority: PriorityRule = .none,
        resolution: ResolutionID? = nil, lowestPrice: Money? = nil,
        intervalSeconds: Int64? = nil, priceWeight: Int64? = nil
    ) {
        self.category = category
        self.transferWay = transferWay
        self.mode = mode
        self.use = use
        self.area = area
        self.startsOn = startsOn
        self.years = years
        self.endsOn = endsOn
        self.startPrice = startPrice
        self.priceUnit = priceUnit
        self.step = step
        self.extensionSeconds = extensionSeconds
        self.deposit = deposit
        self.payments = payments
        self.rise = rise
        self.portions = portions
        self.tieRule = tieRule
        self.priority = priority
        self.resolution = resolution
        self.lowestPrice = lowestPrice
        self.intervalSeconds = intervalSeconds
        self.priceWeight = priceWeight
    }

    package init(reading reader: inout FieldReader) {
        category = reader.value("category")
        transferWay = reader.value("transferWay")
        mode = reader.value("mode")
        use = reader.value("use")
        area = reader.value("areaUnits")
        startsOn = reader.optional("startsOn")
        years = reader.optional("years")
        endsOn = reader.optional("endsOn")
        startPrice = reader.value("startPriceFen")
        priceUnit = reader.value("priceUnit")
        step = reader.value("stepFen")
        extensionSeconds = reader.optional("extensionSeconds") ?? 0
        deposit = reader.value("depositFen")
        payments = reader.list("paymentPlan", max: 100)
        rise = reader.record("rise")
        portions = reader.list("portions", max: 20)
        tieRule = reader.optional("tieRule") ?? .earliest
        priority = reader.optional("priority") ?? .none
        resolution = reader.optional("resolution")
        lowestPrice = reader.optional("lowestPriceFen")
        intervalSeconds = reader.optional("intervalSeconds")
        priceWeight = reader.optional("priceWeightBasisPoints")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("category", category)
        writer.put("transferWay", transferWay)
        writer.put("mode", mode)
        writer.put("use", use)
        writer.put("areaUnits", area)
        writer.put("startsOn", startsOn)
        writer.put("years", years)
        writer.put("endsOn", endsOn)
        writer.put("startPriceFen", startPrice)
        writer.put("priceUnit", priceUnit)
        writer.put("stepFen", step)
        writer.put("extensionSeconds", extensionSeconds)
        writer.put("depositFen", deposit)
        writer.put("paymentPlan", list: payments)
        writer.put("rise", record: rise)
        writer.put("portions", list: portions)
        writer.put("tieRule", tieRule)
        writer.put("priority", priority)
        writer.put("resolution", resolution)
        writer.put("lowestPriceFen", lowestPrice)
        writer.put("intervalSeconds", intervalSeconds)
        writer.put("priceWeightBasisPoints", priceWeight)
    }

    /// The term when the right begins on `day`; nil when neither years nor a last day make one.
    package func term(from day: CivilDate) -> Term? {
        if let endsOn { Term(from: day, through: endsOn) } else { years.flatMap { Term(from: day, years: $0) } }
    }
}
