package import Kernel
package import Storage

/// Says yes for a group: to its offer, or to as many free seats as they are. All of them have one then, or nobody.
package struct SeatCrew: OrderVerb {
    package let order: OrderID
    /// Who answers for all.
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(order: pass.value("order", \.order), worker: pass.value("worker", \.worker))
    }

    package static let name = "seatCrew"
    package static var title: Message { CrewText.seat }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = CrewFacts.refusals + [.notLeader]

    package func holder(_ known: Order, _ facts: CrewFacts, _ context: Context) -> PersonID? { PersonID(worker.text) }

    package func decide(_ known: Order, _ facts: CrewFacts, _ context: Context) throws(Rejection) -> [any Event<Labour>]
    {
        try known.requireOpen(at: context.now)
        guard facts.crew == nil || facts.members.first?.worker == worker else { throw LabourRefusal.notLeader() }
        let asked = facts.crew.map { known.asked($0) } ?? []
        if asked.isEmpty { _ = try facts.check(worker, for: known, context) }
        let takers = asked.isEmpty ? facts.members.map(\.worker) : asked
        return takers.map { SeatTaken(order: order, place: known.place, worker: $0) }
    }
}
