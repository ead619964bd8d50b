package import Kernel
package import Registry
package import Storage

/// Puts a card of the register up for trade, from the card's own data (section 1.6, draft).
package struct DraftLot: ExchangeCommand {
    /// Chosen by the caller; derived when absent.
    package var lot: LotID?
    package let asset: AssetID
    /// The owner on the card, who will sign.
    package let organisation: OrganisationID
    /// Why a collective lot starts below the guide price's floor; shown to the public.
    package var belowFloorReason: String?
    package let terms: LotTerms
    /// Said by whoever names a price far from the last one.
    package var isMeant = false

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.newName("lot", \.lot), asset: pass.value("asset", \.asset),
            organisation: pass.value("organisation", \.organisation),
            belowFloorReason: pass.optional("belowFloorReason", \.belowFloorReason), terms: pass.inlined(\.terms),
            isMeant: pass.value("isMeant", \.isMeant, standard: false))
    }

    package static let name = "draftLot"
    package static var title: Message { ExchangeText.Command.draftLot }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .installation]
    package static let refusals: [ExchangeRefusal] = [
        .lotExists, .assetUnknown, .assetNotFree, .notTheOwner, .termMissing, .termBeyondDates, .leaseTooLong,
        .beyondRight,
        .wasteTooLong, .priceNotPositive, .areaBeyondCard, .planWrong, .modeNotForCategory, .portionsWrong, .belowFloor,
        .priceJumps, .priceFallsFar,
    ]

    package func stream(_ context: Context) -> StreamID {
        .lot(lot ?? context.derivedIdentifier(.lot))
    }

    package struct Facts: Sendable {
        package let lotExists: Bool
        /// Nil where the register has no such card.
        package let card: Card?
    }

    /// The card of the register, as far as a lot depends on it.
    package struct Card: Sendable {
        package let owner: OrganisationID
        package let division: DivisionID
        package let name: String
        package let divisionName: String
        package let isFree: Bool
        package let limits: TermLimits
    }

    package func place(_ state: ExchangeState, _ facts: Facts) -> DivisionID? {
        state.lot?.village ?? facts.card?.division
    }

    package func decide(_ state: ExchangeState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard state.lot == nil, !facts.lotExists else { throw ExchangeRefusal.lotExists() }
        guard let card = facts.card else { throw ExchangeRefusal.assetUnknown() }
        guard card.isFree else { throw ExchangeRefusal.assetNotFree() }
        guard card.owner == organisation else { throw ExchangeRefusal.notTheOwner() }
        let limits = card.limits
        let terms = try terms.completed(limits.figures)
        let total = try terms.checkLawful(within: limits, on: context.now.date)
        try terms.checkFloor(limits, reason: belowFloorReason)
        try terms.checkJump(limits, isMeant: isMeant)
        let level = try HandlingLevel.route(terms, total: total, limits, on: context.now.date)
        return [
            LotDrafted(
                lot: lot ?? context.derivedIdentifier(.lot), village: card.division, asset: asset,
                owner: organisation, assetName: card.name, villageName: card.divisionName,
                rightUntil: limits.rightUntil, level: level, expectedTotal: total,
                drafter: context.principal.person,
                belowFloorReason: terms.isBelow(limits.floor) ? belowFloorReason : nil, terms: terms)
        ]
    }
}

extension DraftLot {
    /// Things that are sold as they lie, to whoever bids most in the open, and fetched by a day: given by the policy that
    /// watches the stocks of another room.
    package init(
        selling asset: AssetID, of organisation: OrganisationID, as lot: LotID, use: String, from reserve: Money,
        fetchedBy day: CivilDate
    ) {
        self.init(
            lot: lot, asset: asset, organisation: organisation,
            terms: LotTerms(
                category: .c2, transferWay: .assignment, mode: .ascending, use: use, area: .zero, endsOn: day,
                startPrice: reserve, priceUnit: .fenTotal, step: .byCounty, extensionSeconds: Self.extensionSeconds,
                deposit: .byCounty))
    }

    /// A bid in the last three minutes moves the end; whoever hands the lot in may say otherwise.
    private static let extensionSeconds: Int64 = 180
}

/// The asset is reserved for this lot from now on (policy to Registry).
package struct LotDrafted: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let asset: AssetID
    package let owner: OrganisationID
    package let assetName: String
    package let villageName: String
    package var rightUntil: CivilDate?
    /// Who handles it; from the routing table, not from the clerk.
    package let level: HandlingLevel
    /// At the start price over the whole term: what the routing compared.
    package let expectedTotal: Money
    package let drafter: PersonID
    /// The public mark "below floor"; absent where the price reaches the floor.
    package var belowFloorReason: String?
    package let terms: LotTerms

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            asset: pass.value("asset", \.asset), owner: pass.value("owner", \.owner),
            assetName: pass.value("assetName", \.assetName), villageName: pass.value("villageName", \.villageName),
            rightUntil: pass.optional("rightUntil", \.rightUntil), level: pass.value("level", \.level),
            expectedTotal: pass.value("expectedTotalFen", \.expectedTotal), drafter: pass.value("drafter", \.drafter),
            belowFloorReason: pass.optional("belowFloorReason", \.belowFloorReason), terms: pass.inlined(\.terms))
    }

    package static let name = "lotDrafted"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot = Lot(
            id: lot, asset: asset, owner: owner, village: village, assetName: assetName, villageName: villageName,
            rightUntil: rightUntil, drafter: drafter, terms: terms, level: level)
        state.lot?.firstStartPrice = terms.startPrice
        state.lot?.belowFloorReason = belowFloorReason
        state.lot?.resolution = terms.resolution
    }
}
