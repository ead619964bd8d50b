package import Kernel
package import Storage

/// Sets a claim off against what the collective owes the same person: the smaller amount goes on both sides, no cash moves.
///
/// The collective may not take a household's income from its own contracted land that way (Supreme Court on land contracts,
/// art. 17). A claim whose time has run out is set off only with the other side's written consent (Supreme Court on the
/// general part of contracts, art. 58).
package struct SetOffClaim: ClaimVerb {
    package let claim: ClaimID
    package let other: ClaimID
    /// Whether what the collective owes is the household's income from its own contracted land.
    package let isLandIncome: Bool
    /// The other side's written consent.
    package let consent: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), other: pass.value("other", \.other),
            isLandIncome: pass.value("isLandIncome", \.isLandIncome, standard: false),
            consent: pass.optionalPaper("consent", \.consent))
    }

    package static let name = "setOffClaim"
    package static var title: Message { CleanupText.setOffClaim }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchClaim, .claimSettled, .claimDisputed, .setOffSides, .landIncome, .barredClaim,
    ]

    package struct Facts: Sendable {
        package let other: Claim?
    }

    package func decide(_ found: Claim, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        try found.checkOpen()
        guard let counter = facts.other else { throw CleanupRefusal.noSuchClaim(other) }
        try counter.checkOpen()
        let isPair =
            counter.side != found.side && counter.organisation == found.organisation && counter.party == found.party
        guard isPair else { throw CleanupRefusal.setOffSides() }
        guard !isLandIncome else { throw CleanupRefusal.landIncome() }
        let barred = [found, counter].first { $0.isBarred(on: context.now.date) }
        if let barred, consent == nil { throw CleanupRefusal.barredClaim(barred.id, barred.barred) }
        let amount = min(found.left, counter.left)
        return [found.lowered(by: amount, .setOff, consent ?? "", against: other)]
    }
}
