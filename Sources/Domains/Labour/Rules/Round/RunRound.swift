package import Kernel
package import Storage

/// Holds a round: everybody who looks for work and every open seat of the place, all at once; who is offered which seat, and
/// why the others are not. The clock gives it at the hall's times, a clerk whenever seats came free.
package struct RunRound: HallVerb {
    package let hall: DivisionID
    /// The time on the schedule; only the clock gives one.
    package var slot: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(hall: pass.value("hall", \.hall), slot: pass.optional("slot", \.slot))
    }

    package static let name = "runRound"
    package static var title: Message { RoundText.runRound }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .installation]
    package static let refusals: [LabourRefusal] = [.noSuchHall, .roundNotDue, .seedLost, .roundTooLarge]

    package struct Facts: Sendable {
        let orders: [RoundOffer]
        let people: [RoundPerson]
        /// How many belong to each group.
        let crews: [CrewID: Int]

        var table: RoundTable { RoundTable(orders.sorted { $0.id < $1.id }, people, crews: crews) }
    }

    static func seed(_ place: DivisionID, _ number: Int64, _ context: Context) -> String {
        context.marks.seed(of: "labour round \(place) \(number)")
    }

    package func decide(_ known: Hall, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        if let slot, slot != known.next { throw LabourRefusal.roundNotDue() }
        return [try known.round(over: facts.table, slot: slot, context)]
    }
}

extension Hall {
    /// A round over these seats and people, with its proof; it reveals the seed that was committed to and commits to the next.
    func round(over table: RoundTable, slot: Instant? = nil, isRefill: Bool = false, _ context: Context)
        throws(Rejection) -> RoundRun
    {
        let number = held + 1
        let seed = RunRound.seed(place, number, context)
        guard RoundBook.commitment(of: seed) == commitment else { throw LabourRefusal.seedLost() }
        let book = try RoundBook(
            seed: seed, orders: table.orders.map { RoundOrder(order: $0.id, seats: $0.free, price: 0) },
            seekers: table.rows(context)
        ).solved()
        return RoundRun(
            place: place, number: number, slot: slot, rule: book.rule, seed: seed,
            commitment: RoundBook.commitment(of: RunRound.seed(place, number + 1, context)),
            next: slot == nil ? next : times?.next(after: context.now), isRefill: isRefill, orders: book.orders,
            seekers: book.seekers)
    }
}

/// A round was held. Everything needed to hold it against its own proof, and nobody's name.
package struct RoundRun: LabourEvent {
    package let place: DivisionID
    package let number: Int64
    package var slot: Instant?
    package let rule: Int64
    /// Revealed now; its digest stood in the hall's entry before.
    package let seed: String
    /// The digest of the next round's seed.
    package let commitment: String
    package var next: Instant?
    /// Whether it filled what came free between two rounds, and nothing else.
    package let isRefill: Bool
    package let orders: [RoundOrder]
    package let seekers: [RoundSeeker]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            place: pass.value("place", \.place), number: pass.whole("number", \.number, in: SerialNumberDomain.self),
            slot: pass.optional("slot", \.slot), rule: pass.whole("rule", \.rule, in: SerialNumberDomain.self),
            seed: pass.value("seed", \.seed), commitment: pass.value("commitment", \.commitment),
            next: pass.optional("next", \.next), isRefill: pass.value("isRefill", \.isRefill, standard: false),
            orders: pass.list("orders", \.orders),
            seekers: pass.list("seekers", \.seekers))
    }

    package static let name = "roundRun"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.hall?.held = number
        state.hall?.next = next
        state.hall?.commitment = commitment
    }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        guard slot != nil, let next else { return [] }
        return [Due(at: next, RunRound(hall: place, slot: next))]
    }

    package var book: RoundBook { RoundBook(seed: seed, orders: orders, seekers: seekers) }

    /// What follows: each seat is held for whom the round gave it to, until she answers.
    package var offers: [OfferSeat] {
        seekers.compactMap { seeker in
            guard seeker.group == nil, let worker = seeker.worker.content, let order = order(of: seeker) else {
                return nil
            }
            return OfferSeat(order: order, worker: worker)
        }
    }

    /// And those of each group all at once.
    package var crewOffers: [OfferCrew] {
        var asked: Set<Int64> = []
        return seekers.compactMap { seeker in
            guard let group = seeker.group, let worker = seeker.worker.content, let order = order(of: seeker),
                asked.insert(group).inserted
            else { return nil }
            return OfferCrew(order: order, worker: worker)
        }
    }

    private func order(of seeker: RoundSeeker) -> OrderID? {
        seeker.seat.flatMap { orders.indices.contains(Int($0) - 1) ? orders[Int($0) - 1].order : nil }
    }
}
