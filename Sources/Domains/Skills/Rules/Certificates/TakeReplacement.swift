package import Kernel
package import Storage

/// Issues the certificate that stands in the place of another: what the house does when one is replaced.
package struct TakeReplacement: SkillsCommand {
    package let certificate: CertificateID
    package let replaces: CertificateID
    /// The number of the state's own certificate, where it was another.
    package var newNumber: String?

    package init(certificate: CertificateID, replaces: CertificateID, newNumber: String?) {
        self.certificate = certificate
        self.replaces = replaces
        self.newNumber = newNumber
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate), replaces: pass.value("replaces", \.replaces),
            newNumber: pass.optional("newNumber", \.newNumber))
    }

    package static let name = "takeReplacement"
    package static var title: Message { HoldText.takeReplacement }
    package static let access: Access = [.installation]
    package static let refusals: [SkillsRefusal] = [.certificateUnknown, .certificateKnown, .listFull]

    package func stream(_ context: Context) -> StreamID { StreamID("skillCertificate", certificate.text) }

    package struct Facts: Sendable {
        /// What is replaced.
        package let old: Replaced?
        /// A place of the status list that is free; nil where none is left.
        package let statusIndex: Int64?
    }

    package struct Replaced: Sendable {
        package let place: DivisionID
        package let course: CourseID
        package let learner: LearnerID
        package let award: Award
    }

    package func place(_ state: Skills.State, _ facts: Facts) -> DivisionID? { facts.old?.place }

    package func decide(_ state: Skills.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard let old = facts.old else { throw SkillsRefusal.certificateUnknown(replaces) }
        guard state.certificate == nil else { throw SkillsRefusal.certificateKnown(certificate) }
        guard let index = facts.statusIndex else { throw SkillsRefusal.listFull() }
        let award = Award(
            kind: old.award.kind, occupation: old.award.occupation, level: old.award.level,
            provider: old.award.provider, issued: old.award.issued, until: old.award.until, statusIndex: index,
            officialNumber: newNumber ?? old.award.officialNumber)
        return [
            CertificateIssued(
                certificate: certificate, place: old.place, course: old.course, learner: old.learner, award: award,
                replaces: replaces)
        ]
    }
}
