package import Kernel
package import Storage

/// Records that an approved application was paid, by another person than who approved it.
package struct PayClaim: ClaimVerb {
    package let claim: ClaimID
    /// Number of the bank's transfer.
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(claim: pass.value("claim", \.claim), reference: pass.value("reference", \.reference))
    }

    package static let name = "payClaim"
    package static var title: Message { SubsidyText.payClaim }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.claimUnknown, .claimElsewhere, .ownApproval, .referenceMissing]

    package func decide(_ known: Claim, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Skills>] {
        guard known.phase == .approved else { throw SkillsRefusal.claimElsewhere(known.phase.label) }
        guard known.approver != context.principal.person else { throw SkillsRefusal.ownApproval() }
        guard !reference.isBlank else { throw SkillsRefusal.referenceMissing() }
        return [ClaimPaid(claim: claim, place: known.place, reference: reference)]
    }
}

/// A subsidy was paid.
package struct ClaimPaid: SkillsEvent {
    package let claim: ClaimID
    package let place: DivisionID
    package let reference: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), place: pass.value("place", \.place),
            reference: pass.value("reference", \.reference))
    }

    package static let name = "claimPaid"

    package func change(_ state: inout Skills.State, at instant: Instant) { state.claim?.phase = .paid }
}
