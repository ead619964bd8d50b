package import Kernel
package import Storage

/// Holds seats for a group until it answers, all of them or none: what follows a round that gave it an order.
package struct OfferCrew: OrderVerb {
    package let order: OrderID
    /// One of them; the round's rows name no group.
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(order: pass.value("order", \.order), worker: pass.value("worker", \.worker))
    }

    package static let name = "offerCrew"
    package static var title: Message { CrewText.offer }
    package static let access: Access = [.installation]
    package static let refusals: [LabourRefusal] = CrewFacts.refusals

    package func decide(_ known: Order, _ facts: CrewFacts, _ context: Context) throws(Rejection) -> [any Event<Labour>]
    {
        let crew = try facts.check(worker, for: known, context)
        let until = min(context.now.adding(seconds: facts.offerSeconds), known.terms.end)
        return facts.members.map {
            SeatOffered(order: order, place: known.place, worker: $0.worker, until: until, crew: crew)
        }
    }
}

/// What giving a group its seats must know of it.
package struct CrewFacts: Sendable {
    package struct Member: Sendable {
        let worker: WorkerID
        let seat: SeatFacts
    }

    /// Nil where there is no such group, or no more.
    package let crew: CrewID?
    /// The leader first.
    package let members: [Member]
    package let offerSeconds: Int64

    static let refusals: [LabourRefusal] = [
        .noSuchOrder, .orderCancelled, .orderOver, .notOfCrew, .crewUnfit, .seatTwice, .crewTooLarge,
    ]

    /// The hard rules for each of them, and room for all.
    func check(_ worker: WorkerID, for order: Order, _ context: Context) throws(Rejection) -> CrewID {
        try order.requireOpen(at: context.now)
        guard let crew else { throw LabourRefusal.notOfCrew(worker) }
        for member in members {
            do { try member.seat.check(member.worker, for: order) } catch {
                throw LabourRefusal.crewUnfit(member.worker)
            }
            if order.book.answer(to: member.worker) == .hasOne { throw LabourRefusal.seatTwice(member.worker) }
        }
        guard order.book.free >= Int64(members.count) else { throw LabourRefusal.crewTooLarge(members.count) }
        return crew
    }
}
