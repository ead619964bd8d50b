package import Kernel
package import Storage

/// Closes a hall: the clock holds no more rounds there.
package struct CloseHall: HallVerb {
    package let hall: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(hall: pass.value("hall", \.hall)) }

    package static let name = "closeHall"
    package static var title: Message { RoundText.closeHall }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [.noSuchHall]

    package func decide(_ known: Hall, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        [HallClosed(place: known.place)]
    }
}

/// No more rounds are held.
package struct HallClosed: LabourEvent {
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(place: pass.value("place", \.place)) }

    package static let name = "hallClosed"

    package func change(_ state: inout Labour.State, at instant: Instant) { state.hall?.next = nil }
}
