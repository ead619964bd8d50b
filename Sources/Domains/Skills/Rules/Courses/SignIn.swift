package import Kernel
package import Storage

/// Somebody is there: signed in by a desk, or by herself on her phone. A paper list is typed in later by a desk.
package struct SignIn: CourseVerb {
    package let course: CourseID
    package let session: Int64
    package let learner: LearnerID
    /// When she came, of a list typed in later; absent: now.
    package var at: Instant?
    /// What she signed in on; several persons on one are looked at.
    package var device: String?
    /// Digest of the picture taken, and 64 bits of how it looks, as hexadecimal digits: `digest:looks`.
    package var photo: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course),
            session: pass.whole("session", \.session, in: SessionDomain.self),
            learner: pass.value("learner", \.learner), at: pass.optional("at", \.at),
            device: pass.optional("device", \.device),
            photo: pass.optionalPersonal("photo", \.photo, of: .unnamed))
    }

    package static let name = "signIn"
    package static var title: Message { SkillsText.signIn }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .courseNotApproved, .sessionUnknown, .notEnrolled, .deskEntersLater, .stillToCome,
        .notInItsTime, .signedInAlready, .marksEntered, .photoUnreadable, .elsewhere,
    ]

    package struct Facts: Sendable {
        /// Another course in whose session she is at the same time.
        package let elsewhere: CourseID?
    }

    package func holder(_ course: Course, _ facts: Facts, _ context: Context) -> PersonID? { PersonID(learner.text) }

    package func decide(_ subject: Course, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>]
    {
        let came = at ?? context.now
        let early = TrainingRules(on: came.date)[.earlyMinutes]
        guard subject.isApproved else { throw SkillsRefusal.courseNotApproved(course) }
        guard let planned = subject.session(session) else { throw SkillsRefusal.sessionUnknown(session) }
        guard subject.enrolled.contains(learner) else { throw SkillsRefusal.notEnrolled(learner) }
        guard at == nil || !context.principal.role.isPrivate else { throw SkillsRefusal.deskEntersLater() }
        guard came <= context.now else { throw SkillsRefusal.stillToCome() }
        guard came >= planned.start.adding(seconds: -60 * early), came < planned.end else {
            throw SkillsRefusal.notInItsTime(planned.start, planned.end)
        }
        guard subject.attended[learner]?.contains(session) != true else { throw SkillsRefusal.signedInAlready() }
        guard subject.exam?.marks.isEmpty ?? true else { throw SkillsRefusal.marksEntered() }
        let picture = photo?.content
        guard picture.map({ SignInPhoto($0) != nil }) ?? true else { throw SkillsRefusal.photoUnreadable() }
        if let other = facts.elsewhere { throw SkillsRefusal.elsewhere(other) }
        return [
            LearnerSignedIn(
                course: course, place: subject.place, session: session, learner: learner, came: came, device: device,
                photo: picture.map { Personal($0, of: DataSubject(ofLearner: learner)) })
        ]
    }
}

/// Somebody came to a session.
package struct LearnerSignedIn: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let session: Int64
    package let learner: LearnerID
    package let came: Instant
    package var device: String?
    package var photo: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let learner = pass.value("learner", \.learner)
        return Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place),
            session: pass.whole("session", \.session, in: SessionDomain.self), learner: learner,
            came: pass.value("came", \.came), device: pass.optional("device", \.device),
            photo: pass.optionalPersonal("photo", \.photo, of: DataSubject(ofLearner: learner)))
    }

    package static let name = "learnerSignedIn"

    package func change(_ state: inout Skills.State, at instant: Instant) {
        state.course?.attended[learner, default: []].insert(session)
    }
}
