package import Kernel
package import Registry
package import Storage

/// Opens the hall on a laptop at a township station, for the one lot the county gave away: now, for as long as the notice
/// said. Only the program of the station itself gives this, on its own log.
package struct OpenStationHall: ExchangeCommand {
    package let lot: LotID
    package let asset: AssetID
    package let owner: OrganisationID
    package let village: DivisionID
    package let assetName: String
    package let villageName: String
    package let opensAt: Instant
    package let endsAt: Instant
    package let prioritySeconds: Int64
    /// The index of the county's entry that gave the lot away, and the county's checkpoint then.
    package let takenEntry: Int64
    package let countyCheckpoint: String
    package let paddles: [Paddle]
    package let terms: LotTerms

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), asset: pass.value("asset", \.asset), owner: pass.value("owner", \.owner),
            village: pass.value("village", \.village), assetName: pass.value("assetName", \.assetName),
            villageName: pass.value("villageName", \.villageName), opensAt: pass.value("opensAt", \.opensAt),
            endsAt: pass.value("hallEndsAt", \.endsAt),
            prioritySeconds: pass.whole("prioritySeconds", \.prioritySeconds, in: SecondsDomain.self),
            takenEntry: pass.whole("takenEntry", \.takenEntry, in: IndexDomain.self),
            countyCheckpoint: pass.value("countyCheckpoint", \.countyCheckpoint),
            paddles: pass.list("paddles", \.paddles), terms: pass.inlined(\.terms))
    }

    package static let name = "openStationHall"
    package static var title: Message { StationText.open }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotExists, .notYetDue]

    package func stream(_ context: Context) -> StreamID { .lot(lot) }

    package func place(_ state: ExchangeState, _ facts: NoFacts) -> DivisionID? { state.lot?.village }

    package func decide(_ state: ExchangeState, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        guard state.lot == nil else { throw ExchangeRefusal.lotExists() }
        guard context.now >= opensAt else { throw ExchangeRefusal.notYetDue(opensAt) }
        let length = endsAt.milliseconds - opensAt.milliseconds
        return [
            LotDrafted(
                lot: lot, village: village, asset: asset, owner: owner, assetName: assetName,
                villageName: villageName, level: .township, expectedTotal: .zero,
                drafter: context.principal.person, terms: terms),
            StationHallPrepared(
                lot: lot, village: village, takenEntry: takenEntry, countyCheckpoint: countyCheckpoint),
            AuctionOpened(
                lot: lot, village: village, endsAt: context.now.adding(milliseconds: length),
                prioritySeconds: prioritySeconds, paddles: PaddlesDealt.first(of: paddles)),
        ] + PaddlesDealt.rest(of: paddles, on: lot, in: village)
    }
}

/// The lot stands on the station's own log, by the county's entry that gave it away.
package struct StationHallPrepared: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let takenEntry: Int64
    package let countyCheckpoint: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            takenEntry: pass.whole("takenEntry", \.takenEntry, in: IndexDomain.self),
            countyCheckpoint: pass.value("countyCheckpoint", \.countyCheckpoint))
    }

    package static let name = "stationHallPrepared"
    package var division: DivisionID? { village }

    /// The steps from the draft to here were taken in the county's log; a station's log begins with their outcome.
    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.state = .auctionScheduled
        state.lot?.isHeldAtStation = true
    }
}
