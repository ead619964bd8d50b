package import Kernel
package import Storage

/// A verb on a hall; it concerns the hall's place.
package protocol HallVerb: LabourCommand where Subject == Hall {
    var hall: DivisionID { get }
}

extension HallVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("labourHall", hall.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Hall {
        guard let found = state.hall, found.next != nil else { throw LabourRefusal.noSuchHall(hall) }
        return found
    }

    package func place(_ known: Hall, _ facts: Facts) -> DivisionID? { known.place }
}

/// Opens a hall: from now on the clock holds a round at each of its times.
package struct OpenHall: LabourCommand {
    package let place: DivisionID
    package let times: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), times: pass.value("times", \.times, absent: RoundTimes.usual))
    }

    package static let name = "openHall"
    package static var title: Message { RoundText.openHall }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [.placeUnknown, .hallOpen, .timesUnreadable]

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
    }

    package func stream(_ context: Context) -> StreamID { StreamID("labourHall", place.text) }

    package func place(_ state: Labour.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Labour.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard facts.isKnownPlace else { throw LabourRefusal.placeUnknown(place) }
        guard state.hall?.next == nil else { throw LabourRefusal.hallOpen(place) }
        let times = try RoundTimes(times)
        let number = (state.hall?.held ?? 0) + 1
        return [
            HallOpened(
                place: place, times: times.text, next: times.next(after: context.now),
                commitment: RoundBook.commitment(of: RunRound.seed(place, number, context)))
        ]
    }
}

/// A hall is open: its times, when the next round is, and the digest of the seed it will draw with.
package struct HallOpened: LabourEvent {
    package let place: DivisionID
    package let times: String
    package let next: Instant
    package let commitment: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), times: pass.value("times", \.times), next: pass.value("next", \.next),
            commitment: pass.value("commitment", \.commitment))
    }

    package static let name = "hallOpened"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        var hall = state.hall ?? Hall(place: place)
        hall.times = try? RoundTimes(times)
        hall.next = next
        hall.commitment = commitment
        state.hall = hall
    }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        [Due(at: next, RunRound(hall: place, slot: next))]
    }
}
