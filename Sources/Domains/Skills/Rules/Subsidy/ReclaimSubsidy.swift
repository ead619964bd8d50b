package import Kernel
package import Storage

/// Claims back a subsidy that was paid and should not have been, or a part of it: somebody else than who approved it, by a
/// decision. What comes back is entered by itself.
package struct ReclaimSubsidy: ClaimVerb {
    package let claim: ClaimID
    package let amount: Money
    /// The decision.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), amount: pass.value("amountFen", \.amount),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "reclaimSubsidy"
    package static var title: Message { RecoveryText.reclaim }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .claimUnknown, .claimElsewhere, .ownApprovalReclaimed, .amountOutside, .paperMissing,
    ]

    package func decide(_ known: Claim, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Skills>] {
        guard known.phase == .paid else { throw SkillsRefusal.claimElsewhere(known.phase.label) }
        guard known.approver != context.principal.person else { throw SkillsRefusal.ownApprovalReclaimed() }
        guard amount > .zero, amount <= known.amount else { throw SkillsRefusal.amountOutside(known.amount) }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        return [
            SubsidyReclaimed(
                claim: claim, place: known.place, amount: amount, paper: paper, reclaimer: context.principal.person)
        ]
    }
}

/// A subsidy has to be given back.
package struct SubsidyReclaimed: SkillsEvent {
    package let claim: ClaimID
    package let place: DivisionID
    package let amount: Money
    package let paper: String
    package let reclaimer: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), place: pass.value("place", \.place),
            amount: pass.value("amountFen", \.amount), paper: pass.value("paper", \.paper),
            reclaimer: pass.value("reclaimer", \.reclaimer))
    }

    package static let name = "subsidyReclaimed"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.claim?.phase = .reclaimed
        state.claim?.reclaimed = amount
        state.claim?.reclaimer = reclaimer
    }
}
