package import Kernel
package import Storage

/// Says yes: to an offer, or to a seat that is free. Where none is, she may wait; exactly as many seats are given as there are.
package struct TakeSeat: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID
    package let mayWait: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker),
            mayWait: pass.value("mayWait", \.mayWait, absent: false))
    }

    package static let name = "takeSeat"
    package static var title: Message { LabourText.takeSeat }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .orderCancelled, .orderOver, .noSuchWorker, .workerErased, .tooYoung, .certificateMissing,
        .overlaps, .goesTogether, .seatTwice, .noSeatLeft,
    ]

    package func holder(_ known: Order, _ facts: SeatFacts, _ context: Context) -> PersonID? { PersonID(worker.text) }

    package func decide(_ known: Order, _ facts: SeatFacts, _ context: Context) throws(Rejection) -> [any Event<Labour>]
    {
        try known.requireOpen(at: context.now)
        try facts.check(worker, for: known)
        if let asked = known.engagements[worker], asked.phase == .offered {
            guard asked.crew == nil else { throw LabourRefusal.goesTogether() }
            return [SeatTaken(order: order, place: known.place, worker: worker)]
        }
        guard facts.crew == nil else { throw LabourRefusal.goesTogether() }
        switch known.book.answer(to: worker, mayWait: mayWait) {
        case .seated: return [SeatTaken(order: order, place: known.place, worker: worker)]
        case .waits: return [WaitingJoined(order: order, place: known.place, worker: worker)]
        case .hasOne: throw LabourRefusal.seatTwice(worker)
        case .full: throw LabourRefusal.noSeatLeft()
        }
    }
}

/// Somebody has a seat.
package struct SeatTaken: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker))
    }

    package static let name = "seatTaken"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        _ = state.order?.book.ask(worker)
        state.order?.engagements[worker] = Engagement(phase: .accepted)
    }
}

/// Somebody waits for a seat; whoever waits longest is offered the next.
package struct WaitingJoined: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker))
    }

    package static let name = "waitingJoined"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        _ = state.order?.book.ask(worker, mayWait: true)
    }
}
