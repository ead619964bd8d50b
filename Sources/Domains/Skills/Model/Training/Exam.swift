import EventLog
package import Kernel

/// The exam of a course: two examiners who sign with their own accounts, marks by one desk, closed by another.
package struct Exam: Sendable, Hashable {
    package let at: Instant
    package let examiners: [TrainerID]
    /// As whom the examiners sign in, in their order; empty of an exam that was set before examiners signed.
    package let persons: [PersonID]
    package internal(set) var marks: [LearnerID: Int64] = [:]
    package internal(set) var marker: PersonID?
    /// Who has signed the marks as they stand.
    package internal(set) var signed: Set<TrainerID> = []
    package internal(set) var isClosed = false
    package internal(set) var passed: Set<LearnerID> = []

    package init(at: Instant, examiners: [TrainerID], persons: [PersonID] = []) {
        self.at = at
        self.examiners = examiners
        self.persons = persons
    }

    /// Nil for whoever does not examine here.
    package func examiner(signingInAs person: PersonID) -> TrainerID? {
        persons.firstIndex(of: person).map { examiners[$0] }
    }

    /// Whose signature closing waits for, in the order of the examiners.
    package var missing: [TrainerID] { persons.isEmpty ? [] : examiners.filter { !signed.contains($0) } }

    /// Of a sheet of marks, whatever the order they were entered in: what an examiner signs.
    package static func digest(of marks: [LearnerID: Int64], on course: CourseID) -> String {
        let lines = marks.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
        return Hash.file(Array("\(course)\n\(lines.joined())".utf8)).hex
    }
}

/// One person's points; said once for the verb and its events.
package struct Mark: FieldRecord, Hashable {
    package let learner: LearnerID
    package let points: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            learner: pass.value("learner", \.learner),
            points: pass.whole("points", \.points, in: PointDomain.self))
    }
}
