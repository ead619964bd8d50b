package import Kernel

/// A course from its plan to its exam, as far as rules must know.
package struct Course: Sendable, Hashable {
    package let id: CourseID
    package let place: DivisionID
    package let plan: CoursePlan
    /// Who planned it: somebody else approves it.
    package let planner: PersonID
    package internal(set) var isApproved = false
    /// In the order they were planned; the first is number 1.
    package internal(set) var sessions: [SessionPlan] = []
    package internal(set) var enrolled: Set<LearnerID> = []
    /// Who signed in to which sessions.
    package internal(set) var attended: [LearnerID: Set<Int64>] = [:]
    package internal(set) var exam: Exam?

    package var starts: Instant? { sessions.map(\.start).min() }
    package var ends: Instant? { sessions.map(\.end).max() }
    package var minutes: Int64 { sessions.reduce(0) { $0 + $1.time.minutes } }
    package var practiceMinutes: Int64 { sessions.filter(\.isPractice).reduce(0) { $0 + $1.time.minutes } }
    package var teachers: Set<TrainerID> { Set(sessions.map(\.teacher)) }
    package var isClosed: Bool { exam?.isClosed ?? false }

    package func session(_ number: Int64) -> SessionPlan? {
        sessions.indices.contains(Int(number) - 1) ? sessions[Int(number) - 1] : nil
    }

    package func minutesAttended(by learner: LearnerID) -> Int64 {
        (attended[learner] ?? []).reduce(0) { $0 + (session($1)?.time.minutes ?? 0) }
    }

    /// Whether a share of the hours in percent was attended.
    package func isReady(_ learner: LearnerID, percent: Int64) -> Bool {
        minutes > 0 && minutesAttended(by: learner) * 100 >= minutes * percent
    }
}

extension Course {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(Int64(enrolled.count) <= plan.seats, "\(id) has more people than seats")
        invariants.hold(Set(attended.keys).isSubset(of: enrolled), "somebody who is not enrolled came to \(id)")
        invariants.hold(sessions.allSatisfy { $0.start < $0.end }, "a session of \(id) ends before it starts")
        guard let exam else { return }
        invariants.hold(Set(exam.examiners).count == 2, "\(id) has no two examiners")
        invariants.hold(teachers.isDisjoint(with: exam.examiners), "a teacher of \(id) examines")
        invariants.hold(exam.persons.isEmpty || Set(exam.persons).count == 2, "one person examines \(id) twice")
        invariants.hold(!exam.isClosed || exam.missing.isEmpty, "\(id) was closed before both examiners signed")
        invariants.hold(exam.passed.isSubset(of: exam.marks.keys), "somebody passed \(id) without a mark")
    }
}
