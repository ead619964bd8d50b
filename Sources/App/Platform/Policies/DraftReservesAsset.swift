import Exchange
import Registry

/// A lot takes hold of its asset with the draft, so that no second lot can be drafted on it.
enum DraftReservesAsset {
    static let policy = Policy("DraftReservesAsset", on: Exchange.Event.self) { event, _ in
        guard case .lotDrafted(let drafted) = event else { return [] }
        return [RegistryCommand.reserveAsset(ReserveAsset(asset: drafted.asset, lot: drafted.lot))]
    }
}
