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

extension Resolution {
    /// Whether quorum and majority of its matter and body were reached, counted again here.
    var isPassed: Bool {
        guard let rule = try? VotingRule.find(matter, body) else { return false }
        return present >= rule.quorum(of: entitled) && inFavour >= rule.majority(of: entitled, present: present)
    }
}
