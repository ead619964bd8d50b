import Exchange
import Registry

/// A lot takes hold of its asset with the draft, so that no second lot can be drafted on it.
enum DraftReservesAsset {
    static let policy = Policy("DraftReservesAsset", on: LotDrafted.self, gives: [ReserveAsset.self]) { drafted, _ in
        return [ReserveAsset(asset: drafted.asset, lot: drafted.lot)]
    }
}
