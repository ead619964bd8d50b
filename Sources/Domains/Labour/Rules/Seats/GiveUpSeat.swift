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
        state.order?.engagements[worker]?.crew = nil
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
    /// Gives a seat up; whoever waited longest is offered it in the same breath. Of a group that is being asked, all give
    /// theirs up: they go together or not at all. Once they have said yes, each has a seat of her own.
    func freeing(
        _ worker: WorkerID, _ phase: EngagementPhase, _ facts: SeatFreeing, at now: Instant
    ) -> [any Event<Labour>] {
        let until = min(now.adding(seconds: facts.offerSeconds), terms.end)
        let leaving = asked(with: worker)
        var next = book
        return leaving.flatMap { one -> [any Event<Labour>] in
            let moved = next.release(one)
            // The hall looks once, when the last seat is free.
            let freed = SeatFreed(
                order: id, place: place, worker: one, phase: phase, hall: one == leaving.last ? facts.hall : nil)
            return [freed] + (moved.map { [SeatOffered(order: id, place: place, worker: $0, until: until)] } ?? [])
        }
    }
}
