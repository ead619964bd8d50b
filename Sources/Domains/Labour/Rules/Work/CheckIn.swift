package import Kernel
package import Storage

/// She is here: by herself, or on the desk’s or foreman’s list. The earliest coming counts, every one is kept.
package struct CheckIn: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID
    package var deviceAt: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker),
            deviceAt: pass.optional("deviceAt", \.deviceAt))
    }

    package static let name = "checkIn"
    package static var title: Message { LabourText.checkIn }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .orderCancelled, .noSeat, .outsideWindow, .fromTheFuture,
    ]

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { PersonID(worker.text) }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard !known.isCancelled else { throw LabourRefusal.orderCancelled() }
        _ = try known.engagement(of: worker, in: [.accepted, .arrived])
        let moment = deviceAt ?? context.now
        guard moment <= context.now.adding(seconds: 300) else { throw LabourRefusal.fromTheFuture() }
        guard moment >= known.terms.start.adding(seconds: -3_600), moment < known.terms.end else {
            throw LabourRefusal.outsideWindow()
        }
        return [CheckedIn(order: order, place: known.place, worker: worker, came: moment)]
    }
}

/// Somebody came. The log’s own time stands beside the one her phone said.
package struct CheckedIn: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID
    package let came: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker),
            came: pass.value("came", \.came))
    }

    package static let name = "checkedIn"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        guard let engagement = state.order?.engagements[worker] else { return }
        state.order?.engagements[worker]?.phase = .arrived
        state.order?.engagements[worker]?.came = min(engagement.came ?? came, came)
    }
}
