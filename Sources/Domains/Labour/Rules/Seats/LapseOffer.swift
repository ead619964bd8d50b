package import Kernel
package import Storage

/// An offer nobody answered in time goes to whoever waits.
package struct LapseOffer: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker))
    }

    package static let name = "lapseOffer"
    package static var title: Message { LabourText.lapseOffer }
    package static let access: Access = [.installation]
    package static let refusals: [LabourRefusal] = [.noSuchOrder, .noSeat, .offerStands, .orderCancelled]

    package typealias Facts = SeatFreeing

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard !known.isCancelled else { throw LabourRefusal.orderCancelled() }
        let offer = try known.engagement(of: worker, in: [.offered])
        guard let until = offer.until, until <= context.now else { throw LabourRefusal.offerStands() }
        return known.freeing(worker, .lapsed, facts, at: context.now)
    }
}
