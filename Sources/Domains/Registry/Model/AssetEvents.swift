package import Kernel

/// A card enters the register of resources and assets.
package struct AssetRegistered: EventPayload {
    package static let name = "assetRegistered"

    package let asset: AssetID
    package let card: AssetCard

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(asset: pass.value("asset", \.asset), card: pass.inlined(\.card))
    }
}

/// A lot holds the asset, so that no other can.
package struct AssetReserved: EventPayload {
    package static let name = "assetReserved"

    package let asset: AssetID
    package let lot: LotID
    package let division: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), lot: pass.value("lot", \.lot),
            division: pass.value("division", \.division))
    }
}

/// The lot let go of the asset without a deal.
package struct AssetReleased: EventPayload {
    package static let name = "assetReleased"

    package let asset: AssetID
    package let lot: LotID
    package let division: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), lot: pass.value("lot", \.lot),
            division: pass.value("division", \.division))
    }
}

/// Somebody contests the asset, or no longer does.
package struct AssetDisputeSet: EventPayload {
    package static let name = "assetDisputeSet"

    package let asset: AssetID
    /// What is contested; absent when the dispute is over.
    package var dispute: String?
    package let division: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            asset: pass.value("asset", \.asset), dispute: pass.optional("dispute", \.dispute),
            division: pass.value("division", \.division))
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
    package var evidence: [String] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            resolution: pass.value("resolution", \.resolution),
            organisation: pass.value("organisation", \.organisation), division: pass.value("division", \.division),
            matter: pass.value("matter", \.matter), body: pass.value("body", \.body),
            entitled: pass.value("entitled", \.entitled), present: pass.value("present", \.present),
            inFavour: pass.value("inFavour", \.inFavour), date: pass.value("date", \.date),
            evidence: pass.values("evidence", \.evidence))
    }
}
