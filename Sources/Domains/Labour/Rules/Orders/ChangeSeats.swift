package import Kernel
package import Storage

/// Another number of seats: more at any time, fewer only down to those who have accepted.
package struct ChangeSeats: OrderVerb {
    package let order: OrderID
    package let seats: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            seats: pass.whole("seats", \.seats, in: SerialNumberDomain.self))
    }

    package static let name = "changeSeats"
    package static var title: Message { LabourText.changeSeats }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .orderCancelled, .orderOver, .seatsOutOfRange, .fewerThanAccepted,
    ]

    package typealias Facts = SeatFreeing

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { known.employerPerson }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        try known.requireOpen(at: context.now)
        guard (1...500).contains(seats) else { throw LabourRefusal.seatsOutOfRange() }
        var book = known.book
        try book.setSeats(seats)
        let until = min(context.now.adding(seconds: facts.offerSeconds), known.terms.end)
        let offers = book.taken.dropFirst(known.book.taken.count).map {
            SeatOffered(order: order, place: known.place, worker: $0, until: until)
        }
        return [SeatsChanged(order: order, place: known.place, seats: seats, hall: facts.hall)] + offers
    }
}

/// An order has another number of seats.
package struct SeatsChanged: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let seats: Int64
    package var hall: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            seats: pass.whole("seats", \.seats, in: SerialNumberDomain.self), hall: pass.optional("hall", \.hall))
    }

    package static let name = "seatsChanged"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        try? state.order?.book.setSeats(seats)
    }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        SeatFreeing.refill(hall, at: instant)
    }
}
