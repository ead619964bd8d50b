package import Kernel
package import Storage

/// She did not come: her seat is free, and whoever waits is offered it. Not before half an hour after the start.
package struct RecordNoShow: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker))
    }

    package static let name = "recordNoShow"
    package static var title: Message { LabourText.recordNoShow }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [.noSuchOrder, .orderCancelled, .orderOver, .noSeat, .tooEarly]

    package struct Facts: Sendable {
        package let freeing: SeatFreeing
        /// After the start until somebody counts as not come.
        package let noShowSeconds: Int64
    }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        try known.requireOpen(at: context.now)
        _ = try known.engagement(of: worker, in: [.accepted])
        let from = known.terms.start.adding(seconds: facts.noShowSeconds)
        guard context.now >= from else { throw LabourRefusal.tooEarly(from) }
        return known.freeing(worker, .noShow, facts.freeing, at: context.now)
    }
}
