import Exchange
import Registry

/// A contract that ended before its day lets go of its card.
enum EarlyEndFreesAsset {
    static let policy = Policy("EarlyEndFreesAsset", on: ContractEndedEarly.self, gives: [EndLease.self]) { ended, _ in
        return [
            EndLease(asset: ended.asset, contract: ended.contract, endedOn: ended.endedOn)
        ]
    }
}
