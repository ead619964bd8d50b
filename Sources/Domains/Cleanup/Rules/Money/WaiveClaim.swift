package import Kernel
package import Registry
package import Storage

/// Nobody alone gives a claim up: the members resolve, and the township looks at it (village-register 4.1, R21).
package struct WaiveClaim: ClaimVerb {
    package let claim: ClaimID
    package let resolution: ResolutionID?
    /// The township's review, on paper.
    package let review: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), resolution: pass.optional("resolution", \.resolution),
            review: pass.optionalPaper("review", \.review))
    }

    package static let name = "waiveClaim"
    package static var title: Message { CleanupText.waiveClaim }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchClaim, .claimSettled, .resolutionMissing, .reviewMissing, .noSuchResolution, .otherBodysResolution,
    ]

    package struct Facts: Sendable {
        package let resolution: Resolution?
    }

    package func decide(_ found: Claim, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard found.left > .zero else { throw CleanupRefusal.claimSettled(claim) }
        guard let resolution else { throw CleanupRefusal.resolutionMissing() }
        guard review != nil else { throw CleanupRefusal.reviewMissing() }
        guard let known = facts.resolution else { throw CleanupRefusal.noSuchResolution(resolution) }
        guard known.organisation == found.organisation else { throw CleanupRefusal.otherBodysResolution() }
        return [found.lowered(by: found.left, .waived, resolution.text)]
    }
}
