package import Kernel
package import Storage

/// Holds a seat for somebody until she answers, or the offer lapses.
package struct OfferSeat: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker))
    }

    package static let name = "offerSeat"
    package static var title: Message { LabourText.offerSeat }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .installation]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .orderCancelled, .orderOver, .noSuchWorker, .workerErased, .tooYoung, .certificateMissing,
        .overlaps, .goesTogether, .seatTwice, .noSeatLeft,
    ]

    package func decide(_ known: Order, _ facts: SeatFacts, _ context: Context) throws(Rejection) -> [any Event<Labour>]
    {
        try known.requireOpen(at: context.now)
        try facts.check(worker, for: known)
        guard facts.crew == nil else { throw LabourRefusal.goesTogether() }
        switch known.book.answer(to: worker) {
        case .seated: break
        case .hasOne: throw LabourRefusal.seatTwice(worker)
        case .waits, .full: throw LabourRefusal.noSeatLeft()
        }
        let until = min(context.now.adding(seconds: facts.offerSeconds), known.terms.end)
        return [SeatOffered(order: order, place: known.place, worker: worker, until: until)]
    }
}

/// What giving somebody a seat must know of her.
package struct SeatFacts: Sendable {
    package let isKnown: Bool
    package let isErased: Bool
    package let born: CivilDate?
    /// An order whose shift lies across this one and on which she has a seat.
    package let overlapping: OrderID?
    package let offerSeconds: Int64
    /// The last day of her certificate for the order's trade.
    package let certificateUntil: CivilDate?
    /// With whom she goes or not at all.
    package let crew: CrewID?

    /// The hard rules, in their order: she is known, old enough on the day for the trade, and nowhere else at that time.
    func check(_ worker: WorkerID, for order: Order) throws(Rejection) {
        guard isKnown else { throw LabourRefusal.noSuchWorker(worker) }
        guard !isErased, let born else { throw LabourRefusal.workerErased(worker) }
        let day = order.terms.start.date
        let least = TradeRule.of(order.terms.trade, on: day).leastAge
        guard born.age(on: day) >= least else { throw LabourRefusal.tooYoung(least) }
        if TradeRule.of(order.terms.trade, on: day).needsCertificate, certificateUntil.map({ $0 < day }) ?? true {
            throw LabourRefusal.certificateMissing()
        }
        if let overlapping { throw LabourRefusal.overlaps(overlapping) }
    }
}

/// A seat is held for somebody until she answers.
package struct SeatOffered: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID
    package let until: Instant
    /// With whom she is asked, to answer all at once.
    package var crew: CrewID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker),
            until: pass.value("until", \.until), crew: pass.optional("crew", \.crew))
    }

    package static let name = "seatOffered"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        _ = state.order?.book.ask(worker)
        state.order?.engagements[worker] = Engagement(phase: .offered, until: until, crew: crew)
    }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        [Due(at: until, LapseOffer(order: order, worker: worker))]
    }
}
