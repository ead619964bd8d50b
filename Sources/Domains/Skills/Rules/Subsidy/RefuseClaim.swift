package import Kernel
package import Storage

/// Refuses an application that was not paid, with the reason.
package struct RefuseClaim: ClaimVerb {
    package let claim: ClaimID
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(claim: pass.value("claim", \.claim), paper: pass.value("paper", \.paper))
    }

    package static let name = "refuseClaim"
    package static var title: Message { SubsidyText.refuseClaim }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.claimUnknown, .claimElsewhere, .paperMissing]

    package func decide(_ known: Claim, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Skills>] {
        guard [.claimed, .checked, .approved].contains(known.phase) else {
            throw SkillsRefusal.claimElsewhere(known.phase.label)
        }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        return [ClaimRefused(claim: claim, place: known.place, paper: paper)]
    }
}

/// Nothing is paid on an application.
package struct ClaimRefused: SkillsEvent {
    package let claim: ClaimID
    package let place: DivisionID
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), place: pass.value("place", \.place),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "claimRefused"

    package func change(_ state: inout Skills.State, at instant: Instant) { state.claim?.phase = .refused }
}
