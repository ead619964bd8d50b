import Exchange
import Registry

/// A lot that ended without a deal lets go of its asset.
enum EndReleasesAsset {
    static let policy = Policy("EndReleasesAsset", on: Exchange.Event.self) { event, _ in
        guard case .lotEnded(let ended) = event else { return [] }
        return [RegistryCommand.releaseAsset(ReleaseAsset(asset: ended.asset, lot: ended.lot))]
    }
}
