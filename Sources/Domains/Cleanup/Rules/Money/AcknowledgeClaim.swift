package import Kernel
package import Storage

/// The debtor acknowledged the claim, or it was demanded in writing: the time bar begins anew (Civil Code, art. 195). With a
/// paper a disputed claim stands again.
package struct AcknowledgeClaim: ClaimVerb {
    package let claim: ClaimID
    package let on: CivilDate
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), on: pass.value("on", \.on), paper: pass.paper("paper", \.paper))
    }

    package static let name = "acknowledgeClaim"
    package static var title: Message { CleanupText.acknowledgeClaim }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [.noSuchClaim, .claimSettled, .claimDays]

    package func decide(_ found: Claim, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard found.left > .zero else { throw CleanupRefusal.claimSettled(claim) }
        guard on <= context.now.date, on > (found.lastAcknowledged ?? .first) else { throw CleanupRefusal.claimDays() }
        return [ClaimAcknowledged(claim: claim, place: found.place, on: on, paper: paper)]
    }
}

/// A claim was acknowledged on a day.
package struct ClaimAcknowledged: CleanupEvent {
    package let claim: ClaimID
    package let place: DivisionID
    package let on: CivilDate
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), place: pass.value("division", \.place), on: pass.value("on", \.on),
            paper: pass.paper("paper", \.paper))
    }

    package static let name = "claimAcknowledged"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.claim?.lastAcknowledged = on
        state.claim?.isDisputed = false
    }
}
