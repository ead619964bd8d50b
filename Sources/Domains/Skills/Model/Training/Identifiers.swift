import EventLog
package import Kernel

package enum CourseName {}
package typealias CourseID = Identifier<CourseName>
package enum LearnerName {}
/// Somebody who learns, by a name that tells nothing: the one under which her own account signs in and under which she
/// looks for work in the labour market.
package typealias LearnerID = Identifier<LearnerName>
package enum TrainerName {}
/// Somebody who teaches or examines.
package typealias TrainerID = Identifier<TrainerName>
package enum SkillCertificateName {}
/// The serial printed on a certificate of this room.
package typealias CertificateID = Identifier<SkillCertificateName>

extension DataSubject {
    init(ofLearner learner: LearnerID) { self.init(.learner, named: learner.text) }
    init(ofTrainer trainer: TrainerID) { self.init(.trainer, named: trainer.text) }
}

/// Levels of the 1–5 scheme: 5 junior … 1 senior technician.
package enum LevelDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...5
    package static let unit = "level"
}

package enum SeatDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...500
    package static let unit = "seats"
}

package enum PointDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...100
    package static let unit = "points"
}

/// For how many years a certificate holds; none: without end.
package enum TermDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 0...50
    package static let unit = "years"
}

/// The number of a session within its course, from 1.
package enum SessionDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...1_000
    package static let unit = "session"
}
