package import Kernel
package import Storage

/// Says how a use without a contract is brought in order, which desk does it, and by when; said again, the later counts.
package struct TakeUpUse: ObservationVerb {
    package let observation: ObservationID
    package let way: UseWay
    package let owner: OfficeID
    package let due: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            observation: pass.value("observation", \.observation), way: pass.value("way", \.way),
            owner: pass.value("owner", \.owner), due: pass.value("due", \.due))
    }

    package static let name = "takeUpUse"
    package static var title: Message { SeenText.takeUpUse }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchObservation, .findingOver, .dueInPast, .dueTooLate, .notADeskHere,
    ]

    package struct Facts: Sendable {
        /// Whether the desk is open, of an officer, and responsible for the place.
        package let isDeskHere: Bool
    }

    package func decide(_ found: Observation, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard found.stage.isOpen else { throw CleanupRefusal.findingOver(observation) }
        guard due >= context.now.date else { throw CleanupRefusal.dueInPast(due) }
        guard due <= context.now.date.adding(days: Self.longest) else { throw CleanupRefusal.dueTooLate() }
        guard facts.isDeskHere else { throw CleanupRefusal.notADeskHere(owner) }
        return [UseTakenUp(observation: observation, place: found.place, way: way, owner: owner, due: due)]
    }

    /// A year: what takes longer has no day.
    static let longest = 366
}

/// A desk brings a use in order by a day.
package struct UseTakenUp: CleanupEvent {
    package let observation: ObservationID
    package let place: DivisionID
    package let way: UseWay
    package let owner: OfficeID
    package let due: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            observation: pass.value("observation", \.observation), place: pass.value("division", \.place),
            way: pass.value("way", \.way), owner: pass.value("owner", \.owner), due: pass.value("due", \.due))
    }

    package static let name = "useTakenUp"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.observation?.stage = .takenUp
        state.observation?.way = way
        state.observation?.due = due
    }
}
