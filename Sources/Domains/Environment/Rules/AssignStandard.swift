package import Kernel
package import Storage

/// Says which standard and grade bind a facility from a day on. A day that is judged keeps the rows of its day, so the past
/// cannot be assigned anew.
package struct AssignStandard: FacilityVerb {
    package let facility: FacilityID
    package let standard: String
    package let grade: String
    package let from: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), standard: pass.value("standard", \.standard),
            grade: pass.value("grade", \.grade), from: pass.value("from", \.from))
    }

    package static let name = "assignStandard"
    package static var title: Message { EnvironmentText.assignStandard }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["from": .years(back: 30, ahead: 5)]
    package static let refusals: [EnvironmentRefusal] = [
        .noSuchFacility, .noSuchStandard, .standardAssigned, .dayJudgedBefore,
    ]

    package struct Facts: Sendable {
        package let rows: [LimitRow]
        /// The last day of the facility that has a verdict.
        package let lastJudged: CivilDate?
    }

    package func decide(_ subject: Facility, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Environment>]
    {
        let name = StandardName(standard, grade)
        guard facts.rows.contains(where: { $0.standard == standard && $0.grade == grade }) else {
            throw EnvironmentRefusal.noSuchStandard(standard, grade)
        }
        guard !subject.standards.contains(where: { $0.name == name }) else {
            throw EnvironmentRefusal.standardAssigned(standard, grade)
        }
        if let last = facts.lastJudged, from <= last { throw EnvironmentRefusal.dayJudgedBefore(last) }
        return [
            StandardAssigned(facility: facility, place: subject.place, standard: standard, grade: grade, from: from)
        ]
    }
}

/// A standard binds a facility from a day on.
package struct StandardAssigned: FacilityEvent {
    package let facility: FacilityID
    package let place: DivisionID
    package let standard: String
    package let grade: String
    package let from: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            facility: pass.value("facility", \.facility), place: pass.value("place", \.place),
            standard: pass.value("standard", \.standard), grade: pass.value("grade", \.grade),
            from: pass.value("from", \.from))
    }

    package static let name = "standardAssigned"

    package func change(_ state: inout Environment.State, at instant: Instant) {
        state.facility?.standards.append(AssignedStandard(name: StandardName(standard, grade), from: from))
    }
}
