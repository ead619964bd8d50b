package import Kernel

package enum ClaimName {}
package typealias ClaimID = Identifier<ClaimName>
package enum FindingName {}
/// What a finding is about, by its name: a person's, a course's, a session's.
package typealias FindingSubject = Identifier<FindingName>

package enum ClaimPhase: String, FieldChoice {
    case claimed, checked, approved, paid, refused, reclaimed, recovered
}

/// An application for a subsidy. Four people: who applies, who checks, who approves, who pays.
package struct Claim: Sendable, Hashable {
    package let id: ClaimID
    package let place: DivisionID
    package let learner: LearnerID
    package let certificate: CertificateID
    package let amount: Money
    /// Who entered it: somebody else checks.
    package let claimant: PersonID
    package internal(set) var phase = ClaimPhase.claimed
    package internal(set) var checker: PersonID?
    package internal(set) var checkedOn: CivilDate?
    package internal(set) var approver: PersonID?
    /// What is claimed back of it and by whom, and how much of that has come.
    package internal(set) var reclaimed = Money.zero
    package internal(set) var repaid = Money.zero
    package internal(set) var reclaimer: PersonID?

    package var owed: Money { reclaimed - repaid }

    package func check(_ invariants: inout Invariants) {
        invariants.hold(repaid <= reclaimed && reclaimed <= amount, "more came back of \(id) than was paid")
        invariants.hold(amount > .zero, "\(id) is for nothing")
        invariants.hold(checker == nil || checker != claimant, "one person entered and checked \(id)")
        invariants.hold(approver == nil || approver != checker, "one person checked and approved \(id)")
    }
}

/// What a person said to a finding.
package enum FindingAnswer: String, FieldChoice {
    /// It was looked at, and nothing is wrong.
    case explained
    /// It is as the detector says: nothing is paid on it.
    case confirmed
}

/// The number of a detector, F1 to F14.
package enum DetectorDomain: WholeDomain {
    package static let range: ClosedRange<Int64> = 1...14
    package static let unit = "detector"
}

/// A finding somebody has answered.
package struct AnsweredFinding: Sendable, Hashable {
    package let detector: Int64
    package let about: FindingSubject
    package let answer: FindingAnswer
}

/// One shift of the labour market, as far as training must know: when she came, for how long, when she was paid.
package struct MarketShift: Sendable, Hashable {
    package let order: MarketOrder
    package let learner: LearnerID
}

package enum MarketOrderName {}
/// An order of the labour market, by its name there.
package typealias MarketOrder = Identifier<MarketOrderName>
package enum MarketEmployerName {}
/// An employer of the labour market, by its name there.
package typealias MarketEmployer = Identifier<MarketEmployerName>
