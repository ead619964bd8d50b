package import Kernel
package import Storage

/// Lets a certificate not count for a while, with the reason. It can be lifted; taking back cannot.
package struct SuspendCertificate: CertificateVerb {
    package let certificate: CertificateID
    package let reason: SuspensionReason
    /// The decision or paper it rests on.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate), reason: pass.value("reason", \.reason),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "suspendCertificate"
    package static var title: Message { HoldText.suspend }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .certificateUnknown, .replacedAlready, .revokedAlready, .certificateExpired, .suspendedAlready, .paperMissing,
    ]

    package func decide(_ known: Certificate, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        try checkCounts(known, context)
        guard !known.isSuspended else { throw SkillsRefusal.suspendedAlready(certificate) }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        return [
            CertificateSuspended(
                certificate: certificate, place: known.place, learner: known.learner, award: known.award,
                reason: reason, paper: paper)
        ]
    }
}

/// A certificate does not count until the suspension is lifted.
package struct CertificateSuspended: SkillsEvent {
    package let certificate: CertificateID
    package let place: DivisionID
    package let learner: LearnerID
    package let award: Award
    package let reason: SuspensionReason
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate), place: pass.value("place", \.place),
            learner: pass.value("learner", \.learner), award: pass.inlined(\.award),
            reason: pass.value("reason", \.reason), paper: pass.value("paper", \.paper))
    }

    package static let name = "certificateSuspended"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.certificate?.isSuspended = true
        state.certificate?.suspensions += 1
    }
}
