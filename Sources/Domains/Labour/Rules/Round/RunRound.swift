import EventLog
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
    }

    static func seed(_ place: DivisionID, _ number: Int64, _ context: Context) -> String {
        context.marks.seed(of: "labour round \(place) \(number)")
    }

    package func decide(_ known: Hall, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        if let slot, slot != known.next { throw LabourRefusal.roundNotDue() }
        return [try known.round(over: facts.orders, facts.people, slot: slot, context)]
    }
}

extension Hall {
    /// A round over these seats and people, with its proof; it reveals the seed that was committed to and commits to the next.
    func round(
        over orders: [RoundOffer], _ people: [RoundPerson], slot: Instant? = nil, isRefill: Bool = false,
        _ context: Context
    ) throws(Rejection) -> RoundRun {
        let number = held + 1
        let seed = RunRound.seed(place, number, context)
        guard RoundBook.commitment(of: seed) == commitment else { throw LabourRefusal.seedLost() }
        let orders = orders.sorted { $0.id < $1.id }
        let book = try RoundBook(
            seed: seed, orders: orders.map { RoundOrder(order: $0.id, seats: $0.free, price: 0) },
            seekers: Hall.rows(people, orders, context)
        ).solved()
        return RoundRun(
            place: place, number: number, slot: slot, rule: RoundBook.rule, seed: seed,
            commitment: RoundBook.commitment(of: RunRound.seed(place, number + 1, context)),
            next: slot == nil ? next : times?.next(after: context.now), isRefill: isRefill, orders: book.orders,
            seekers: book.seekers)
    }

    /// Everybody under a number of the day, in the order of the numbers: nothing tells who is who.
    private static func rows(_ people: [RoundPerson], _ orders: [RoundOffer], _ context: Context) -> [RoundSeeker] {
        var used: Set<Int64> = []
        return people.sorted { $0.id < $1.id }.map { person in
            let mark = context.marks.pseudonym(of: person.id.text, on: context.now.date)
            let bytes = Hash.leaf(Array("round-number \(mark)".utf8)).bytes.prefix(5)
            var number = bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) }
            while !used.insert(number).inserted { number += 1 }
            return RoundSeeker(
                number: number, worker: Personal(person.id, of: DataSubject(ofWorker: person.id)),
                waited: min(max(0, person.waited), RoundBook.mostWaited),
                verdicts: orders.map { person.verdict(on: $0) }, worth: 0)
        }.sorted { $0.number < $1.number }
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
            guard let worker = seeker.worker.content, let seat = seeker.seat,
                orders.indices.contains(Int(seat) - 1)
            else { return nil }
            return OfferSeat(order: orders[Int(seat) - 1].order, worker: worker)
        }
    }
}
