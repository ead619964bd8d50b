package import Kernel
import Registry
package import Storage

extension PlanCourse {
    package func facts(on state: Skills.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try DivisionQueries.find(place, in: tx) != nil)
    }
}

extension PlanSession {
    package func facts(on known: Course, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            teacher: try SkillsQueries.findTrainer(session.teacher, in: tx)?.trainer,
            teacherBusy: try tx.find(
                """
                SELECT course FROM skills_session WHERE teacher = \(session.teacher) AND starts < \(session.end)
                    AND ends > \(session.start) AND course <> \(course) ORDER BY course LIMIT 1
                """),
            roomBusy: try tx.find(
                """
                SELECT course FROM skills_session WHERE place = \(known.place) AND room = \(session.room)
                    AND starts < \(session.end) AND ends > \(session.start) AND course <> \(course)
                ORDER BY course LIMIT 1
                """))
    }
}

extension Enrol {
    package func facts(on known: Course, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            learner: try SkillsQueries.findLearner(learner, in: tx)?.learner,
            overlapping: try tx.find(
                """
                SELECT o.course FROM skills_session m JOIN skills_enrolment e ON e.learner = \(learner)
                JOIN skills_session o ON o.course = e.course AND o.starts < m.ends AND m.starts < o.ends
                WHERE m.course = \(course) AND o.course <> \(course) ORDER BY o.course LIMIT 1
                """))
    }
}

extension WithdrawEnrolment {
    package func facts(on known: Course, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(learner: try SkillsQueries.findLearner(learner, in: tx)?.learner)
    }
}

extension SignIn {
    package func facts(on known: Course, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let planned = known.session(session) else { return Facts(elsewhere: nil) }
        return Facts(
            elsewhere: try tx.find(
                """
                SELECT i.course FROM skills_sign_in i JOIN skills_session s ON s.course = i.course
                    AND s.number = i.number
                WHERE i.learner = \(learner) AND s.starts < \(planned.end) AND s.ends > \(planned.start)
                    AND i.course <> \(course)
                ORDER BY i.course LIMIT 1
                """))
    }
}

extension CoursePlanned {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO skills_course (id, place, title, provider, kind, occupation, level, seats, years, planner,
                is_approved, enrolled)
            VALUES (\(course), \(place), \(plan.title), \(plan.provider), \(plan.kind), \(plan.occupation),
                \(plan.level), \(plan.seats), \(plan.years), \(planner), 0, 0)
            """)
    }
}

extension SessionPlanned {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.append(
            [
                course.sqlValue, number.sqlValue, session.start.sqlValue, session.end.sqlValue, session.room.sqlValue,
                session.seats.sqlValue, session.teacher.sqlValue, Int64(session.isPractice ? 1 : 0).sqlValue,
                place.sqlValue,
            ], to: "skills_session")
        try tx.run(
            """
            UPDATE skills_course SET starts = \(state.course?.starts), ends = \(state.course?.ends) WHERE id = \(course)
            """)
    }
}

extension CourseApproved {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_course SET is_approved = 1 WHERE id = \(course)")
    }
}

extension LearnerEnrolled {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "INSERT INTO skills_enrolment (course, learner, minutes) VALUES (\(course), \(learner), 0)")
        try tx.run("UPDATE skills_course SET enrolled = enrolled + 1 WHERE id = \(course)")
    }
}

extension EnrolmentWithdrawn {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM skills_enrolment WHERE course = \(course) AND learner = \(learner)")
        try tx.run("DELETE FROM skills_sign_in WHERE course = \(course) AND learner = \(learner)")
        try tx.run("UPDATE skills_course SET enrolled = enrolled - 1 WHERE id = \(course)")
    }
}

extension LearnerSignedIn {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO skills_sign_in (course, number, learner, came, entered, device, photo)
            VALUES (\(course), \(session), \(learner), \(came), \(entry.at), \(device), \(photo?.content))
            """)
        try tx.run(
            """
            UPDATE skills_enrolment SET minutes = \(state.course?.minutesAttended(by: learner) ?? 0)
            WHERE course = \(course) AND learner = \(learner)
            """)
    }
}
