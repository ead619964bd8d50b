package import Kernel
package import Storage

/// Lets a suspended certificate count again.
package struct LiftSuspension: CertificateVerb {
    package let certificate: CertificateID
    /// What was found.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(certificate: pass.value("certificate", \.certificate), paper: pass.value("paper", \.paper))
    }

    package static let name = "liftSuspension"
    package static var title: Message { HoldText.lift }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .certificateUnknown, .revokedAlready, .notSuspended, .paperMissing,
    ]

    package func decide(_ known: Certificate, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard !known.isRevoked else { throw SkillsRefusal.revokedAlready(certificate) }
        guard known.isSuspended else { throw SkillsRefusal.notSuspended(certificate) }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        return [
            SuspensionLifted(
                certificate: certificate, place: known.place, learner: known.learner, award: known.award, paper: paper)
        ]
    }
}

/// A certificate counts again.
package struct SuspensionLifted: SkillsEvent {
    package let certificate: CertificateID
    package let place: DivisionID
    package let learner: LearnerID
    package let award: Award
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate), place: pass.value("place", \.place),
            learner: pass.value("learner", \.learner), award: pass.inlined(\.award),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "suspensionLifted"

    package func change(_ state: inout Skills.State, at instant: Instant) { state.certificate?.isSuspended = false }
}
