package import Kernel
package import Storage

/// Approves an application: a third person, after the days it is posted, and only where no finding is open or confirmed.
package struct ApproveClaim: ClaimVerb {
    package let claim: ClaimID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(claim: pass.value("claim", \.claim)) }

    package static let name = "approveClaim"
    package static var title: Message { SubsidyText.approveClaim }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .claimUnknown, .claimElsewhere, .ownCheck, .stillPosted, .certificateNotInForce, .openFinding,
    ]

    package struct Facts: Sendable {
        package let isInForce: Bool
        /// The first finding on the person, the course or the application that nobody explained.
        package let finding: Detector?
    }

    package func decide(_ known: Claim, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>] {
        guard known.phase == .checked, let checkedOn = known.checkedOn else {
            throw SkillsRefusal.claimElsewhere(known.phase.label)
        }
        guard known.checker != context.principal.person, known.claimant != context.principal.person else {
            throw SkillsRefusal.ownCheck()
        }
        let days = TrainingRules(on: checkedOn)[.publicityDays]
        let until = try context.calendar.date(Int(days), workingDaysAfter: checkedOn)
        guard context.now.date > until else { throw SkillsRefusal.stillPosted(until) }
        guard facts.isInForce else { throw SkillsRefusal.certificateNotInForce(known.certificate) }
        if let finding = facts.finding { throw SkillsRefusal.openFinding(finding.rawValue, finding.title) }
        return [ClaimApproved(claim: claim, place: known.place, approver: context.principal.person)]
    }
}

/// An application may be paid.
package struct ClaimApproved: SkillsEvent {
    package let claim: ClaimID
    package let place: DivisionID
    package let approver: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            claim: pass.value("claim", \.claim), place: pass.value("place", \.place),
            approver: pass.value("approver", \.approver))
    }

    package static let name = "claimApproved"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.claim?.phase = .approved
        state.claim?.approver = approver
    }
}
