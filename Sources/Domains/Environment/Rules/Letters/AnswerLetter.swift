package import Kernel
package import Storage

/// The operator's answer to a letter: why it came about, what is done, and by when it is done. After its day an answer is taken all
/// the same, and the pages say that it is late.
package struct AnswerLetter: FacilityVerb {
    package let facility: FacilityID
    package let number: Int64
    package let causes: String
    package let measures: String
    /// By when the measures are carried out.
    package let doneBy: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility),
            number: pass.whole("number", \.number, in: CountDomain.self), causes: pass.value("causes", \.causes),
            measures: pass.value("measures", \.measures), doneBy: pass.value("doneBy", \.doneBy))
    }

    package static let name = "answerLetter"
    package static var title: Message { LetterText.answer }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noSuchLetter, .letterAnswered, .ownLetter, .answerIncomplete,
    ]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard let letter = subject.letters.first(where: { $0.number == number }) else {
            throw EnvironmentRefusal.noSuchLetter(number)
        }
        guard !letter.isAnswered else { throw EnvironmentRefusal.letterAnswered(number) }
        guard letter.writer != context.principal.person else { throw EnvironmentRefusal.ownLetter() }
        guard !causes.isBlank, !measures.isBlank else { throw EnvironmentRefusal.answerIncomplete() }
        return [
            LetterAnswered(
                facility: facility, place: subject.place, number: number, causes: causes, measures: measures,
                doneBy: doneBy, office: context.principal.office)
        ]
    }
}

/// A letter has its answer.
package struct LetterAnswered: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let causes: String
    package let measures: String
    package let doneBy: CivilDate
    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), causes: pass.value("causes", \.causes),
            measures: pass.value("measures", \.measures), doneBy: pass.value("doneBy", \.doneBy),
            office: pass.value("office", \.office))
    }

    package static let name = "letterAnswered"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.letters.change(number) { $0.isAnswered = true }
    }
}
