import Kernel
import Registry
import Storage
import Web

/// Signing in, and the sheet of marks.
extension SkillsForms {
    /// What the form is about, as its address names it: the course, the learner, the certificate.
    static let what: VerbForm.Above = { request, tx in
        var facts: [FactList.Fact] = []
        if let course = try request.identifier("course", as: CourseName.self).flatMap({
            try SkillsQueries.findCourse($0, in: tx)
        }) {
            facts.append(
                .init(SkillsText.course, HTML.link(course.plan.title, to: "/skills/courses/\(course.id)")))
        }
        if let learner = try request.identifier("learner", as: LearnerName.self).flatMap({
            try SkillsQueries.findLearner($0, in: tx)
        }) {
            facts.append(.init(SkillsText.learner, HTML(text: learner.name)))
        }
        if let certificate = try request.identifier("certificate", as: SkillCertificateName.self).flatMap({
            try SkillsQueries.findCertificate($0, in: tx)
        }) {
            let words = "\(request(certificate.award.occupation.label)) · \(certificate.id)"
            facts.append(
                .init(
                    CertificateText.certificate, HTML.link(words, to: "/skills/certificates/\(certificate.id)")))
        }
        return facts.isEmpty ? [] : [FactList(facts)]
    }

    static let signIn = VerbForm(
        "/skills/courses/{course}/sessions/{session}/sign-in", SignIn.self, target: "/skills/courses/{course}",
        of: CoursePage.thing,
        above: what,
        fields: { request, tx in
            let people = try request.identifier("course", as: CourseName.self).map {
                try SkillsQueries.listEnrolments(of: $0, in: tx)
            }
            return VerbForm.hidden("course", "session", of: request) + [
                .choice(
                    "learner", SkillsText.learner,
                    (people ?? []).map { .init($0.learner.text, "\($0.name) · \($0.learner)") }),
                .instant("at", SkillsText.came, optional: true),
            ]
        })

    /// By herself, on her phone.
    static let ownSignIn = VerbForm(
        "/skills/learners/{learner}/courses/{course}/sign-in", SignIn.self, target: "/skills/learners/{learner}",
        of: LearnerPage.thing,
        above: what,
        fields: { request, tx in
            let sessions = try request.identifier("course", as: CourseName.self).map {
                try SkillsQueries.listSessions(of: $0, in: tx)
            }
            let near = (sessions ?? []).filter { $0.end > request.now }.prefix(4)
            return VerbForm.hidden("course", "learner", of: request) + [
                .choice(
                    "session", SkillsText.session,
                    near.map { .init(String($0.number), "\($0.number) · \(request.format.instant($0.start))") })
            ]
        })

    static let marks = VerbForm(
        "/skills/courses/{course}/marks", EnterMarks.self, note: SkillsText.closedByAnother,
        target: "/skills/courses/{course}", of: CoursePage.thing,
        above: what,
        fields: { request, tx in
            guard let id = request.identifier("course", as: CourseName.self) else { return [] }
            let minutes = try SkillsQueries.listSessions(of: id, in: tx).reduce(0) {
                $0 + ($1.end.milliseconds - $1.start.milliseconds) / 60_000
            }
            let percent = TrainingRules(on: request.now.date)[.attendancePercent]
            let ready = try SkillsQueries.listEnrolments(of: id, in: tx).filter {
                $0.minutes * 100 >= minutes * percent
            }
            let rows = ready.enumerated().flatMap { number, person -> [FormField] in
                let name = "\(person.name) · \(person.learner)"
                return [
                    .hidden("marks[\(number)].learner", person.learner.text),
                    .number("marks[\(number)].points", Message(zh: name, en: name), value: person.points),
                ]
            }
            return VerbForm.hidden("course", of: request) + rows
        })
}
