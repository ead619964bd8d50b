package import Kernel
package import Registry

/// Opens the hall on a laptop at a township station, for the one lot the county gave away: now, for as long as the notice
/// said. Only the program of the station itself gives this, on its own log.
package struct OpenStationHall: Verb {
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

    package init(
        lot: LotID, asset: AssetID, owner: OrganisationID, village: DivisionID, assetName: String, villageName: String,
        opensAt: Instant, endsAt: Instant, prioritySeconds: Int64, takenEntry: Int64, countyCheckpoint: String,
        paddles: [Paddle], terms: LotTerms
    ) {
        self.lot = lot
        self.asset = asset
        self.owner = owner
        self.village = village
        self.assetName = assetName
        self.villageName = villageName
        self.opensAt = opensAt
        self.endsAt = endsAt
        self.prioritySeconds = prioritySeconds
        self.takenEntry = takenEntry
        self.countyCheckpoint = countyCheckpoint
        self.paddles = paddles
        self.terms = terms
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        asset = reader.value("asset")
        owner = reader.value("owner")
        village = reader.value("village")
        assetName = reader.value("assetName")
        villageName = reader.value("villageName")
        opensAt = reader.value("opensAt")
        endsAt = reader.value("hallEndsAt")
        prioritySeconds = reader.value("prioritySeconds")
        takenEntry = reader.value("takenEntry")
        countyCheckpoint = reader.value("countyCheckpoint")
        paddles = reader.list("paddles")
        terms = LotTerms(reading: &reader)
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("asset", asset)
        writer.put("owner", owner)
        writer.put("village", village)
        writer.put("assetName", assetName)
        writer.put("villageName", villageName)
        writer.put("opensAt", opensAt)
        writer.put("hallEndsAt", endsAt)
        writer.put("prioritySeconds", prioritySeconds)
        writer.put("takenEntry", takenEntry)
        writer.put("countyCheckpoint", countyCheckpoint)
        writer.put("paddles", list: paddles)
        terms.write(to: &writer)
    }

    package static let name = "openStationHall"
    package static var title: Message { StationText.open }
    package static let rejections = [3001, 3060]

    package func stream(_ context: Context) -> StreamID { .lot(lot) }

    package func decide(_ state: ExchangeState, _ facts: ExchangeFacts, _ context: Context) throws(Rejection)
        -> [Exchange.Event]
    {
        guard state.lot == nil else { throw ExchangeRejection.lotExists.rejection }
        guard context.now >= opensAt else { throw ExchangeRejection.notYetDue(at: opensAt).rejection }
        let length = endsAt.milliseconds - opensAt.milliseconds
        return [
            .lotDrafted(
                LotDrafted(
                    lot: lot, village: village, asset: asset, owner: owner, assetName: assetName,
                    villageName: villageName, level: .township, expectedTotal: .zero,
                    drafter: context.principal.person, terms: terms)),
            .stationHallPrepared(
                StationHallPrepared(
                    lot: lot, village: village, takenEntry: takenEntry, countyCheckpoint: countyCheckpoint)),
            .auctionOpened(
                AuctionOpened(
                    lot: lot, village: village, endsAt: context.now.adding(milliseconds: length),
                    prioritySeconds: prioritySeconds, paddles: PaddlesDealt.first(of: paddles))),
        ] + PaddlesDealt.rest(of: paddles, on: lot, in: village)
    }
}

/// The lot stands on the station's own log, by the county's entry that gave it away.
package struct StationHallPrepared: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let takenEntry: Int64
    package let countyCheckpoint: String

    package init(lot: LotID, village: DivisionID, takenEntry: Int64, countyCheckpoint: String) {
        self.lot = lot
        self.village = village
        self.takenEntry = takenEntry
        self.countyCheckpoint = countyCheckpoint
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        takenEntry = reader.value("takenEntry")
        countyCheckpoint = reader.value("countyCheckpoint")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("takenEntry", takenEntry)
        writer.put("countyCheckpoint", countyCheckpoint)
    }

    package static let name = "stationHallPrepared"
    package var division: DivisionID? { village }

    /// The steps from the draft to here were taken in the county's log; a station's log begins with their outcome.
    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.state = .auctionScheduled
        state.lot?.isHeldAtStation = true
    }
}
