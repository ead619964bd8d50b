package import Kernel
package import Storage

/// Takes an order back before its start. Who has set out already is paid the call-out minimum.
package struct CancelOrder: OrderVerb {
    package let order: OrderID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "cancelOrder"
    package static var title: Message { LabourText.cancelOrder }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .orderCancelled, .orderOver, .startedAlready, .reasonMissing, .amountTooLarge, .shiftBackwards,
    ]

    package typealias Facts = SeatFreeing

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { known.employerPerson }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        try known.requireOpen(at: context.now)
        guard context.now < known.terms.start else { throw LabourRefusal.startedAlready() }
        guard !reason.isBlank else { throw LabourRefusal.reasonMissing() }
        var events: [any Event<Labour>] = [
            OrderCancelled(order: order, place: known.place, reason: reason, hall: facts.hall)
        ]
        let pay = known.terms.pay(callOutMinutes: known.callOutMinutes)
        let agreed = try known.terms.shift().minutes
        guard context.now >= known.terms.start.adding(seconds: -known.callOutMinutes * 60) else { return events }
        for (worker, engagement) in known.engagements.sorted(by: { $0.key < $1.key })
        where engagement.phase == .accepted {
            let amount = try pay.callOut(agreed: agreed)
            guard amount > .zero else { continue }
            events.append(
                WagesDue(
                    order: order, place: known.place, worker: worker, minutes: 0,
                    lines: [WageLine(kind: .callOut, amount: amount)], dueOn: context.now.date,
                    organisation: known.organisation))
        }
        return events
    }
}

/// An order was taken back; nobody has a seat of it any more.
package struct OrderCancelled: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let reason: String
    package var hall: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            reason: pass.value("reason", \.reason), hall: pass.optional("hall", \.hall))
    }

    package static let name = "orderCancelled"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.order?.isCancelled = true
        guard let engagements = state.order?.engagements else { return }
        for (worker, engagement) in engagements where engagement.phase.hasSeat {
            state.order?.engagements[worker]?.phase = .cancelled
            state.order?.engagements[worker]?.crew = nil
        }
    }

    /// Whoever had a seat of it is free for another.
    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        SeatFreeing.refill(hall, at: instant)
    }
}
