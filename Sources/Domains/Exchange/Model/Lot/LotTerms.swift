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
    package var startsOn: CivilDate?
    /// Either whole years or a last day.
    package var years: Int64?
    package var endsOn: CivilDate?
    package let startPrice: Money
    package let priceUnit: PriceUnit
    /// Left out of a command: the county's figure, which the rule puts in its place.
    package var step: Money
    /// A bid this close to the end moves the end to the bid's instant plus as much; 0 = the end never moves.
    package let extensionSeconds: Int64
    /// Fixed per lot, never in proportion to a bid. Left out of a command: the county's figure.
    package var deposit: Money
    /// Shares of the total; empty = every year's rent in advance.
    package var payments: [PaymentShare] = []
    package var rise: Rise?
    package var portions: [Portion] = []
    package var tieRule: TieRule = .earliest
    package var priority: PriorityRule = .none
    /// The resolution by which the village offers it; nil for a household's own right.
    package var resolution: ResolutionID?
    /// Descending mode: where the price stops falling, and how often it falls by a step.
    package var lowestPrice: Money?
    package var intervalSeconds: Int64?
    /// Tender: what the price counts, in basis points; the rest is for the panel's points.
    package var priceWeight: Int64?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            category: pass.value("category", \.category), transferWay: pass.value("transferWay", \.transferWay),
            mode: pass.value("mode", \.mode), use: pass.value("use", \.use), area: pass.value("areaUnits", \.area),
            startsOn: pass.optional("startsOn", \.startsOn),
            years: pass.optionalWhole("years", \.years, in: YearsDomain.self),
            endsOn: pass.optional("endsOn", \.endsOn), startPrice: pass.value("startPriceFen", \.startPrice),
            priceUnit: pass.value("priceUnit", \.priceUnit),
            step: pass.optional("stepFen") { $0.step } ?? .byCounty,
            extensionSeconds: pass.whole("extensionSeconds", \.extensionSeconds, in: SecondsDomain.self, absent: 0),
            deposit: pass.optional("depositFen") { $0.deposit } ?? .byCounty,
            payments: pass.list("paymentPlan", \.payments, max: 400), rise: pass.record("rise", \.rise),
            portions: pass.list("portions", \.portions, max: 20),
            tieRule: pass.value("tieRule", \.tieRule, absent: .earliest),
            priority: pass.value("priority", \.priority, absent: .none),
            resolution: pass.optional("resolution", \.resolution),
            lowestPrice: pass.optional("lowestPriceFen", \.lowestPrice),
            intervalSeconds: pass.optionalWhole("intervalSeconds", \.intervalSeconds, in: SecondsDomain.self),
            priceWeight: pass.optionalWhole("priceWeightBasisPoints", \.priceWeight, in: BasisPointsDomain.self))
    }

    /// The term when the right begins on `day`; nil when neither years nor a last day make one.
    package func term(from day: CivilDate) -> Term? {
        if let endsOn { Term(from: day, through: endsOn) } else { years.flatMap { Term(from: day, years: $0) } }
    }
}

extension Money {
    /// Stands for an amount nobody typed, until the county's figure takes its place; never in an event.
    static let byCounty = Money(fen: -1)
}
