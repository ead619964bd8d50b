package import Kernel
package import Storage

/// Gives a seat up before the start, or stops waiting; whoever waits longest is offered it.
package struct GiveUpSeat: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker))
    }

    package static let name = "giveUpSeat"
    package static var title: Message { LabourText.giveUpSeat }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .orderCancelled, .orderOver, .startedAlready, .noSeat,
    ]

    package typealias Facts = SeatFreeing

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { PersonID(worker.text) }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        try known.requireOpen(at: context.now)
        guard context.now < known.terms.start else { throw LabourRefusal.startedAlready() }
        if !known.book.waiting.contains(worker) { _ = try known.engagement(of: worker, in: [.offered, .accepted]) }
        return known.freeing(worker, .withdrawn, facts, at: context.now)
    }
}

/// Somebody has her seat no more, for the reason it says; or waits no more.
package struct SeatFreed: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID
    package let phase: EngagementPhase
    /// The hall that looks who is next.
    package var hall: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker),
            phase: pass.value("phase", \.phase), hall: pass.optional("hall", \.hall))
    }

    package static let name = "seatFreed"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.order?.book.release(worker)
        state.order?.engagements[worker]?.phase = phase
    }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        SeatFreeing.refill(hall, at: instant)
    }
}

/// What freeing a seat must know beside the order.
package struct SeatFreeing: Sendable {
    /// How long an offer stands.
    package let offerSeconds: Int64
    /// The open hall that looks at once who is next; nil where none is open.
    package let hall: DivisionID?

    /// What follows at once where a hall is open: it looks who is next.
    static func refill(_ hall: DivisionID?, at instant: Instant) -> [Due<Labour>] {
        hall.map { [Due(at: instant, FillSeats(hall: $0))] } ?? []
    }
}

extension Order {
    /// Gives a seat up; whoever waited longest is offered it in the same breath.
    func freeing(
        _ worker: WorkerID, _ phase: EngagementPhase, _ facts: SeatFreeing, at now: Instant
    ) -> [any Event<Labour>] {
        var next = book
        let moved = next.release(worker)
        let freed = SeatFreed(order: id, place: place, worker: worker, phase: phase, hall: facts.hall)
        guard let moved else { return [freed] }
        let until = min(now.adding(seconds: facts.offerSeconds), terms.end)
        return [freed, SeatOffered(order: id, place: place, worker: moved, until: until)]
    }
}
