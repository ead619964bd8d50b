import Exchange
import Registry

/// A lot that ended without a deal lets go of its asset.
enum EndReleasesAsset {
    static let policy = Policy("EndReleasesAsset", on: LotEnded.self, gives: [ReleaseAsset.self]) { ended, _ in
        return [ReleaseAsset(asset: ended.asset, lot: ended.lot)]
    }
}
