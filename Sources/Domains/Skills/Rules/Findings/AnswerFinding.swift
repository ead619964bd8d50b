package import Kernel
package import Storage

/// Answers a finding: a person looked and says what it is. A detector never decides.
package struct AnswerFinding: SkillsCommand {
    package let detector: Int64
    package let about: FindingSubject
    /// The office that answers.
    package let place: DivisionID
    package let answer: FindingAnswer
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            detector: pass.whole("detector", \.detector, in: DetectorDomain.self), about: pass.value("about", \.about),
            place: pass.value("place", \.place), answer: pass.value("answer", \.answer),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "answerFinding"
    package static var title: Message { SubsidyText.answerFinding }
    package static let access: Access = [.own(.stationReviewer, .countyOfficer, .supervisor)]
    package static let refusals: [SkillsRefusal] = [.noSuchFinding, .paperMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("finding", "F\(detector)-\(about)") }

    package struct Facts: Sendable {
        package let isFound: Bool
    }

    package func place(_ state: Skills.State, _ facts: Facts) -> DivisionID? { place }

    package func decide(_ state: Skills.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Skills>]
    {
        guard facts.isFound else { throw SkillsRefusal.noSuchFinding(about) }
        guard !paper.isBlank else { throw SkillsRefusal.paperMissing() }
        return [FindingAnswered(detector: detector, about: about, place: place, answer: answer, paper: paper)]
    }
}

/// Somebody said what a finding is; a later answer takes the place of an earlier one.
package struct FindingAnswered: SkillsEvent {
    package let detector: Int64
    package let about: FindingSubject
    package let place: DivisionID
    package let answer: FindingAnswer
    package let paper: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            detector: pass.whole("detector", \.detector, in: DetectorDomain.self), about: pass.value("about", \.about),
            place: pass.value("place", \.place), answer: pass.value("answer", \.answer),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "findingAnswered"

    package func change(_ state: inout Skills.State, at instant: Instant) {}
}
