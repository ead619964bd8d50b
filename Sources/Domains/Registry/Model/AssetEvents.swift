package import Kernel

/// A card enters the register of resources and assets.
package struct AssetRegistered: EventPayload {
    package static let name = "assetRegistered"

    package let asset: AssetID
    package let card: AssetCard

    package init(
        asset: AssetID, card: AssetCard
    ) {
        self.asset = asset
        self.card = card
    }

    package init(reading reader: inout FieldReader) {
        asset = reader.value("asset")
        card = AssetCard(reading: &reader)
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("asset", asset)
        card.write(to: &writer)
    }
}

/// A lot holds the asset, so that no other can.
package struct AssetReserved: EventPayload {
    package static let name = "assetReserved"

    package let asset: AssetID
    package let lot: LotID
    package let division: DivisionID

    package init(
        asset: AssetID, lot: LotID, division: DivisionID
    ) {
        self.asset = asset
        self.lot = lot
        self.division = division
    }

    package init(reading reader: inout FieldReader) {
        asset = reader.value("asset")
        lot = reader.value("lot")
        division = reader.value("division")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("asset", asset)
        writer.put("lot", lot)
        writer.put("division", division)
    }
}

/// The lot let go of the asset without a deal.
package struct AssetReleased: EventPayload {
    package static let name = "assetReleased"

    package let asset: AssetID
    package let lot: LotID
    package let division: DivisionID

    package init(
        asset: AssetID, lot: LotID, division: DivisionID
    ) {
        self.asset = asset
        self.lot = lot
        self.division = division
    }

    package init(reading reader: inout FieldReader) {
        asset = reader.value("asset")
        lot = reader.value("lot")
        division = reader.value("division")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("asset", asset)
        writer.put("lot", lot)
        writer.put("division", division)
    }
}

/// Somebody contests the asset, or no longer does.
package struct AssetDisputeSet: EventPayload {
    package static let name = "assetDisputeSet"

    package let asset: AssetID
    /// What is contested; absent when the dispute is over.
    package let dispute: String?
    package let division: DivisionID

    package init(
        asset: AssetID, dispute: String? = nil, division: DivisionID
    ) {
        self.asset = asset
        self.dispute = dispute
        self.division = division
    }

    package init(reading reader: inout FieldReader) {
        asset = reader.value("asset")
        dispute = reader.optional("dispute")
        division = reader.value("division")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("asset", asset)
        writer.put("dispute", dispute)
        writer.put("division", division)
    }
}

/// A body of a place has resolved, with the numbers that make it valid.
package struct ResolutionRecorded: EventPayload {
    package static let name = "resolutionRecorded"

    package let resolution: ResolutionID
    package let organisation: OrganisationID
    package let division: DivisionID
    package let matter: ResolutionMatter
    package let body: ResolutionBody
    /// Persons entitled to vote.
    package let entitled: Int64
    package let present: Int64
    package let inFavour: Int64
    package let date: CivilDate
    /// SHA-256 of each paper, in hex.
    package let evidence: [String]

    package init(
        resolution: ResolutionID, organisation: OrganisationID, division: DivisionID, matter: ResolutionMatter,
        body: ResolutionBody, entitled: Int64, present: Int64, inFavour: Int64, date: CivilDate, evidence: [String] = []
    ) {
        self.resolution = resolution
        self.organisation = organisation
        self.division = division
        self.matter = matter
        self.body = body
        self.entitled = entitled
        self.present = present
        self.inFavour = inFavour
        self.date = date
        self.evidence = evidence
    }

    package init(reading reader: inout FieldReader) {
        resolution = reader.value("resolution")
        organisation = reader.value("organisation")
        division = reader.value("division")
        matter = reader.value("matter")
        body = reader.value("body")
        entitled = reader.value("entitled")
        present = reader.value("present")
        inFavour = reader.value("inFavour")
        date = reader.value("date")
        evidence = reader.values("evidence")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("resolution", resolution)
        writer.put("organisation", organisation)
        writer.put("division", division)
        writer.put("matter", matter)
        writer.put("body", body)
        writer.put("entitled", entitled)
        writer.put("present", present)
        writer.put("inFavour", inFavour)
        writer.put("date", date)
        writer.put("evidence", values: evidence)
    }
}
