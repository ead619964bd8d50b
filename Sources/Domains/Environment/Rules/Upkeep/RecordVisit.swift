package import Kernel
package import Storage

/// Writes down that somebody went to a facility: when, what was found and done. How often it is due says a dated rule by its kind.
package struct RecordVisit: FacilityVerb {
    package let facility: FacilityID
    package let day: CivilDate
    package let words: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), day: pass.value("day", \.day),
            words: pass.value("words", \.words))
    }

    package static let name = "recordVisit"
    package static var title: Message { UpkeepText.visit }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["day": .years(back: 2, ahead: 0)]
    package static let refusals: [EnvironmentRefusal] = [.noSuchFacility, .dayAhead, .visitWithoutWords]

    package func decide(_ subject: Facility, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        guard day <= context.now.date else { throw EnvironmentRefusal.dayAhead() }
        guard !words.isBlank else { throw EnvironmentRefusal.visitWithoutWords() }
        return [
            VisitRecorded(
                facility: facility, place: subject.place, number: subject.visits + 1, day: day, words: words,
                office: context.principal.office)
        ]
    }
}

/// Somebody was there.
package struct VisitRecorded: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let number: Int64
    package let day: CivilDate
    package let words: String
    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            number: pass.whole("number", \.number, in: CountDomain.self), day: pass.value("day", \.day),
            words: pass.value("words", \.words), office: pass.value("office", \.office))
    }

    package static let name = "visitRecorded"

    package func change(_ state: inout Environment.State, at instant: Instant) { state.facility?.visits = number }
}
