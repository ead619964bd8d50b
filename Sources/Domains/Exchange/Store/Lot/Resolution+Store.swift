import Kernel
import Registry
import Storage

extension ResolutionFacts {
    /// Nil where the register has no such resolution.
    static func find(_ resolution: ResolutionID, in tx: any ReadTransaction) throws -> ResolutionFacts? {
        try ResolutionQueries.find(resolution, in: tx).map {
            ResolutionFacts(organisation: $0.organisation, passed: $0.isPassed)
        }
    }
}
