package import Kernel
package import Storage

/// Fills at once what came free between two rounds: the open seats that a round of the hall gave out before, and whoever
/// looks for work now. Who has accepted, or is still being asked, is no part of it (record 0456). The clock gives it the
/// moment a seat comes free or somebody comes late; a clerk may give it at any time.
package struct FillSeats: HallVerb {
    package let hall: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(hall: pass.value("hall", \.hall)) }

    package static let name = "fillSeats"
    package static var title: Message { RoundText.fillSeats }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .installation]
    package static let refusals: [LabourRefusal] = [.noSuchHall, .nothingToFill, .seedLost, .roundTooLarge]

    /// The open seats that came out of a round, and everybody who looks for work.
    package typealias Facts = RunRound.Facts

    package func decide(_ known: Hall, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        // Whoever works at that time has her answer; the rest read why a seat is not theirs.
        let table = facts.table.open
        guard !table.orders.isEmpty else { throw LabourRefusal.nothingToFill() }
        return [try known.round(over: table, isRefill: true, context)]
    }
}
