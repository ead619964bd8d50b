import Assembly
import Kernel
import Registry

/// What uses a resolution asks for the chain the county has set for its matter: without it neither the lot, the contract nor
/// the payment is taken.
enum UsedResolutionWasDeliberated {
    static let policy = Policy(
        "UsedResolutionWasDeliberated", on: ResolutionUsed.self, gives: [HoldAgainstChain.self]
    ) { used, _ in [HoldAgainstChain(resolution: used.resolution)] }
}
