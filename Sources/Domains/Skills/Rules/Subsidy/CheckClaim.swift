package import Kernel
package import Storage

/// A verb on an application; it concerns the applicant's place.
package protocol ClaimVerb: SkillsCommand where Subject == Claim {
    var claim: ClaimID { get }
}

extension ClaimVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("subsidyClaim", claim.text) }

    package func subject(of state: Skills.State) throws(Rejection) -> Claim {
        guard let found = state.claim else { throw SkillsRefusal.claimUnknown(claim) }
        return found
    }

    package func place(_ claim: Claim, _ facts: Facts) -> DivisionID? { claim.place }
}

/// Looks at the papers of an application: another person than who entered it. From then on it is posted.
package struct CheckClaim: ClaimVerb {
    package let claim: ClaimID
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(claim: pass.value("claim", \.claim), paper: pass.value("paper", \.paper))
    }

    package static let name = "checkClaim"
    package static var title: Message { SubsidyText.checkClaim }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.claimUnknown, .claimElsewhere, .ownClaim, .paperMissing]

    package func decide(_ known: Claim, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Skills>] {
        guard known.phase == .claimed else { throw SkillsRefusal.claimElsewhere(known.phase.label) }
        guard known.claimant != context.principal.person else { throw SkillsRefusal.ownClaim() }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        return [
            ClaimChecked(claim: claim, place: known.place, checker: context.principal.person, paper: paper)
        ]
    }
}

/// An application was looked at and is posted.
package struct ClaimChecked: SkillsEvent {
    package let claim: ClaimID
    package let place: DivisionID
    package let checker: PersonID
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), place: pass.value("place", \.place),
            checker: pass.value("checker", \.checker), paper: pass.value("paper", \.paper))
    }

    package static let name = "claimChecked"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.claim?.phase = .checked
        state.claim?.checker = checker
        state.claim?.checkedOn = instant.date
    }
}
