package import Kernel
package import Storage

/// Gives somebody who passed her certificate, with a serial and a term.
package struct IssueCertificate: SkillsCommand {
    package var certificate: CertificateID?
    package let course: CourseID
    package let learner: LearnerID
    /// The number of the state's own certificate where there is one.
    package var officialNumber: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.newName("certificate", \.certificate), course: pass.value("course", \.course),
            learner: pass.value("learner", \.learner),
            officialNumber: pass.optional("officialNumber", \.officialNumber))
    }

    package static let name = "issueCertificate"
    package static var title: Message { SkillsText.issueCertificate }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer)]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .certificateKnown, .learnerUnknown, .learnerErased, .notPassed, .hasCertificate,
        .numberUnreadable, .listFull,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("skillCertificate", identifier(context).text) }

    private func identifier(_ context: Context) -> CertificateID { certificate ?? context.derivedIdentifier(.skill) }

    package struct Facts: Sendable {
        package let course: CourseFacts?
        package let learner: Learner?
        package let hasPassed: Bool
        /// One of hers for the same occupation, kind and level that is in force today.
        package let inForce: CertificateID?
        /// A place of the status list that is free; nil where none is left.
        package let statusIndex: Int64?
    }

    /// What a certificate takes from its course.
    package struct CourseFacts: Sendable {
        package let place: DivisionID
        package let plan: CoursePlan
    }

    package func place(_ state: Skills.State, _ facts: Facts) -> DivisionID? { facts.course?.place }

    package func decide(_ state: Skills.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        let id = identifier(context)
        let today = context.now.date
        guard let from = facts.course else { throw SkillsRefusal.courseUnknown(course) }
        guard state.certificate == nil else { throw SkillsRefusal.certificateKnown(id) }
        guard let known = facts.learner else { throw SkillsRefusal.learnerUnknown(learner) }
        guard !known.isErased else { throw SkillsRefusal.learnerErased(learner) }
        guard facts.hasPassed else { throw SkillsRefusal.notPassed() }
        if let inForce = facts.inForce { throw SkillsRefusal.hasCertificate(inForce) }
        if let officialNumber { try check(officialNumber) }
        guard let index = facts.statusIndex else { throw SkillsRefusal.listFull() }
        let until = from.plan.years > 0 ? today.adding(years: Int(from.plan.years)).adding(days: -1) : nil
        let award = Award(
            kind: from.plan.kind, occupation: from.plan.occupation, level: from.plan.level,
            provider: from.plan.provider, issued: today, until: until, statusIndex: index,
            officialNumber: officialNumber)
        return [
            CertificateIssued(certificate: id, place: from.place, course: course, learner: learner, award: award)
        ]
    }

    private func check(_ number: String) throws(Rejection) {
        do { _ = try CertificateNumber(number) } catch { throw SkillsRefusal.numberUnreadable() }
    }
}

/// Somebody has a certificate. The log says for what and until when, and not who.
package struct CertificateIssued: SkillsEvent {
    package let certificate: CertificateID
    package let place: DivisionID
    package let course: CourseID
    package let learner: LearnerID
    package let award: Award
    /// The one in whose place it stands.
    package var replaces: CertificateID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            certificate: pass.value("certificate", \.certificate), place: pass.value("place", \.place),
            course: pass.value("course", \.course), learner: pass.value("learner", \.learner),
            award: pass.inlined(\.award), replaces: pass.optional("replaces", \.replaces))
    }

    package static let name = "certificateIssued"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.certificate = Certificate(id: certificate, place: place, learner: learner, award: award)
    }
}
