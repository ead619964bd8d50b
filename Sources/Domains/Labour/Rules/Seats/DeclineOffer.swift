package import Kernel
package import Storage

/// Says no to an offer. It costs her nothing.
package struct DeclineOffer: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker))
    }

    package static let name = "declineOffer"
    package static var title: Message { LabourText.declineOffer }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [.noSuchOrder, .orderCancelled, .orderOver, .noSeat]

    package typealias Facts = SeatFreeing

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { PersonID(worker.text) }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        try known.requireOpen(at: context.now)
        _ = try known.engagement(of: worker, in: [.offered])
        return known.freeing(worker, .declined, facts, at: context.now)
    }
}
