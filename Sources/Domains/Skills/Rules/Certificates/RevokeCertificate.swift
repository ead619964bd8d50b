package import Kernel
package import Storage

/// Takes a certificate back, with the reason. It is final: who is wronged gets another.
package struct RevokeCertificate: SkillsCommand {
    package typealias Subject = Certificate

    package let certificate: CertificateID
    package let reason: RevocationReason
    /// The decision or paper it rests on.
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate), reason: pass.value("reason", \.reason),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "revokeCertificate"
    package static var title: Message { SkillsText.revokeCertificate }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [.certificateUnknown, .revokedAlready, .paperMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("skillCertificate", certificate.text) }

    package func subject(of state: Skills.State) throws(Rejection) -> Certificate {
        guard let found = state.certificate else { throw SkillsRefusal.certificateUnknown(certificate) }
        return found
    }

    package func place(_ known: Certificate, _ facts: NoFacts) -> DivisionID? { known.place }

    package func decide(_ known: Certificate, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard !known.isRevoked else { throw SkillsRefusal.revokedAlready(certificate) }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        return [
            CertificateRevoked(
                certificate: certificate, place: known.place, learner: known.learner, award: known.award,
                reason: reason, paper: paper)
        ]
    }
}

/// A certificate does not hold any more.
package struct CertificateRevoked: SkillsEvent {
    package let certificate: CertificateID
    package let place: DivisionID
    package let learner: LearnerID
    package let award: Award
    package let reason: RevocationReason
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate), place: pass.value("place", \.place),
            learner: pass.value("learner", \.learner), award: pass.inlined(\.award),
            reason: pass.value("reason", \.reason), paper: pass.value("paper", \.paper))
    }

    package static let name = "certificateRevoked"

    package func change(_ state: inout Skills.State, at instant: Instant) { state.certificate?.isRevoked = true }
}
