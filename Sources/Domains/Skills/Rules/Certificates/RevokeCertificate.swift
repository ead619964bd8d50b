package import Kernel
package import Storage

/// Takes a certificate back, with the reason. It is final: who is wronged gets another.
package struct RevokeCertificate: CertificateVerb {
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
    /// The certificate that stands in its place, why, and the number of the state's own that it carries where another was
    /// given; of a replacement alone.
    package var replacedBy: CertificateID?
    package var cause: ReplacementCause?
    package var newNumber: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate), place: pass.value("place", \.place),
            learner: pass.value("learner", \.learner), award: pass.inlined(\.award),
            reason: pass.value("reason", \.reason), paper: pass.value("paper", \.paper),
            replacedBy: pass.optional("replacedBy", \.replacedBy), cause: pass.optional("cause", \.cause),
            newNumber: pass.optional("newNumber", \.newNumber))
    }

    package static let name = "certificateRevoked"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.certificate?.isRevoked = true
        state.certificate?.replacedBy = replacedBy
    }
}
