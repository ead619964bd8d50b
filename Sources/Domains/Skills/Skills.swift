package import Kernel
import Registry
package import Storage

/// 人人持证、技能社会: courses with attendance, exams before two examiners, certificates that anybody can look up, subsidies that
/// are applied for, and the patterns audits found in subsidised training. Legal basis: Vocational Education Law arts. 11
/// and 51; Employment Promotion Law art. 51. Refusals 8001–8999.
///
/// Streams: `learner/{learner}`, `trainer/{trainer}`, `course/{course}`, `skillCertificate/{certificate}`,
/// `subsidyClaim/{claim}`, `finding/F{detector}-{about}`, `skillIssuer/skills`.
package enum Skills: Module {
    package static let name = "skills"
    package static var title: Message { SkillsText.title }
    package typealias Refusal = SkillsRefusal

    /// One learner, one trainer, one course with everybody on it, one certificate, or the issuer's keys.
    package struct State: Sendable {
        package internal(set) var learner: Learner?
        package internal(set) var trainer: Trainer?
        package internal(set) var course: Course?
        package internal(set) var certificate: Certificate?
        package internal(set) var claim: Claim?
        package internal(set) var issuer: SkillIssuer?
    }

    package static let commands: [any Command.Type] = [
        RegisterLearner.self, EraseLearner.self, RegisterTrainer.self, EraseTrainer.self, PlanCourse.self,
        PlanSession.self,
        ApproveCourse.self, Enrol.self, WithdrawEnrolment.self, SignIn.self, SetExam.self, EnterMarks.self,
        SignMarks.self, NameTrainerAccount.self, CloseExam.self, IssueCertificate.self, RevokeCertificate.self,
        ReplaceCertificate.self, TakeReplacement.self, SuspendCertificate.self, LiftSuspension.self,
        CorrectLearnerName.self, ClaimSubsidy.self, CheckClaim.self,
        ApproveClaim.self, PayClaim.self, RefuseClaim.self, ReclaimSubsidy.self, RecordRepayment.self,
        AnswerFinding.self, NoteMarketShift.self,
        ProposeIssuerKey.self, RotateIssuerKey.self,
    ]
    package static let events: [any Event.Type] = [
        LearnerRegistered.self, LearnerErased.self, TrainerRegistered.self, TrainerErased.self, CoursePlanned.self,
        SessionPlanned.self,
        CourseApproved.self, LearnerEnrolled.self, EnrolmentWithdrawn.self, LearnerSignedIn.self, ExamSet.self,
        MarksEntered.self, MarksSigned.self, TrainerAccountNamed.self, ExamClosed.self, CertificateIssued.self,
        CertificateRevoked.self,
        CertificateSuspended.self, SuspensionLifted.self, LearnerNameCorrected.self, SubsidyClaimed.self,
        ClaimChecked.self, ClaimApproved.self, ClaimPaid.self, ClaimRefused.self, SubsidyReclaimed.self,
        SubsidyRepaid.self, FindingAnswered.self,
        MarketShiftNoted.self, IssuerKeyProposed.self, IssuerKeyRotated.self,
    ]

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) {
        state.course?.check(&invariants)
        state.claim?.check(&invariants)
    }
}

/// A command of this room.
package protocol SkillsCommand: Command where Domain == Skills {}

/// An event of this room; each concerns one place.
package protocol SkillsEvent: Event where Domain == Skills {
    var place: DivisionID { get }
}

extension SkillsEvent {
    package var division: DivisionID? { place }
}

/// A verb on a course that was planned; it concerns the course's place.
package protocol CourseVerb: SkillsCommand where Subject == Course {
    var course: CourseID { get }
}

extension CourseVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("course", course.text) }

    package func subject(of state: Skills.State) throws(Rejection) -> Course {
        guard let found = state.course else { throw SkillsRefusal.courseUnknown(course) }
        return found
    }

    package func place(_ course: Course, _ facts: Facts) -> DivisionID? { course.place }
}

/// A verb on the issuer's keys, which are the house's.
package protocol IssuerVerb: SkillsCommand where Subject == SkillIssuer {}

extension IssuerVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("skillIssuer", "skills") }
    package func subject(of state: Skills.State) -> SkillIssuer { state.issuer ?? SkillIssuer() }
    package func place(_ issuer: SkillIssuer, _ facts: Facts) -> DivisionID? { .root }
}
