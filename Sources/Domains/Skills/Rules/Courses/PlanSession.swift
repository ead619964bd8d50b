package import Kernel
package import Storage

/// Adds a meeting to a course that is not approved yet. What an audit would find wrong is refused here: one teacher or one
/// room at two places at a time.
package struct PlanSession: CourseVerb {
    package let course: CourseID
    package let session: SessionPlan

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(course: pass.value("course", \.course), session: pass.inlined(\.session))
    }

    package static let name = "planSession"
    package static var title: Message { SkillsText.planSession }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = [
        "start": .years(back: 1, ahead: 2), "end": .years(back: 1, ahead: 2),
    ]
    package static let refusals: [SkillsRefusal] = [
        .courseUnknown, .courseApproved, .endsBeforeStart, .roomMissing, .roomTooSmall, .teacherUnknown, .teacherBusy,
        .roomBusy, .sessionsOverlap,
    ]

    package struct Facts: Sendable {
        package let teacher: Trainer?
        /// Another course's session of the same teacher, or in the same room of the place, at the same time.
        package let teacherBusy: CourseID?
        package let roomBusy: CourseID?
    }

    package func decide(_ subject: Course, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Skills>]
    {
        guard !subject.isApproved else { throw SkillsRefusal.courseApproved(course) }
        guard session.start < session.end else { throw SkillsRefusal.endsBeforeStart() }
        guard !session.room.isBlank else { throw SkillsRefusal.roomMissing() }
        guard session.seats >= subject.plan.seats else { throw SkillsRefusal.roomTooSmall(subject.plan.seats) }
        guard let teacher = facts.teacher, !teacher.isErased else {
            throw SkillsRefusal.teacherUnknown(session.teacher)
        }
        if let busy = facts.teacherBusy { throw SkillsRefusal.teacherBusy(busy) }
        if let busy = facts.roomBusy { throw SkillsRefusal.roomBusy(busy) }
        guard !subject.sessions.contains(where: { $0.time.overlaps(session.time) }) else {
            throw SkillsRefusal.sessionsOverlap()
        }
        return [
            SessionPlanned(
                course: course, place: subject.place, number: Int64(subject.sessions.count + 1), session: session)
        ]
    }
}

/// A course has one meeting more.
package struct SessionPlanned: SkillsEvent {
    package let course: CourseID
    package let place: DivisionID
    package let number: Int64
    package let session: SessionPlan

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            course: pass.value("course", \.course), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: SessionDomain.self), session: pass.inlined(\.session))
    }

    package static let name = "sessionPlanned"

    package func change(_ state: inout Skills.State, at instant: Instant) { state.course?.sessions.append(session) }
}
