import Exchange
import Registry

/// A contract that ended before its day lets go of its card.
enum EarlyEndFreesAsset {
    static let policy = Policy("EarlyEndFreesAsset", on: Exchange.Event.self) { event, _ in
        guard case .contractEndedEarly(let ended) = event else { return [] }
        return [
            RegistryCommand.endLease(
                EndLease(asset: ended.asset, contract: ended.contract, endedOn: ended.endedOn))
        ]
    }
}
