package import Kernel

/// The seats of an order and who has them, as one value: exactly as many are given as there are, however many ask, and
/// whoever waits moves up into a seat that is free, never beside it.
package struct SeatBook<Person: Hashable & Sendable>: Sendable, Hashable {
    package private(set) var seats: Int64
    package private(set) var taken: [Person]
    package private(set) var waiting: [Person]

    package enum Answer: Sendable, Hashable { case seated, waits, full, hasOne }

    package init(seats: Int64, taken: [Person] = [], waiting: [Person] = []) {
        self.seats = seats
        self.taken = taken
        self.waiting = waiting
    }

    package var free: Int64 { seats - Int64(taken.count) }

    /// What asking for a seat would bring; nothing changes.
    package func answer(to person: Person, mayWait: Bool = false) -> Answer {
        if taken.contains(person) || waiting.contains(person) { return .hasOne }
        if free > 0 { return .seated }
        return mayWait ? .waits : .full
    }

    package mutating func ask(_ person: Person, mayWait: Bool = false) -> Answer {
        let answer = answer(to: person, mayWait: mayWait)
        if answer == .seated { taken.append(person) }
        if answer == .waits { waiting.append(person) }
        return answer
    }

    /// Gives a seat up, of a group's member as of anybody's. Answers who moved up into it.
    @discardableResult package mutating func release(_ person: Person) -> Person? {
        waiting.removeAll { $0 == person }
        guard let place = taken.firstIndex(of: person) else { return nil }
        taken.remove(at: place)
        guard free > 0, !waiting.isEmpty else { return nil }
        let next = waiting.removeFirst()
        taken.append(next)
        return next
    }

    /// Another number of seats; throws where more people have one: who goes is somebody's decision, with call-out pay.
    package mutating func setSeats(_ number: Int64) throws(Rejection) {
        guard number >= Int64(taken.count) else { throw LabourRefusal.fewerThanAccepted(taken.count) }
        seats = number
        while free > 0, !waiting.isEmpty { taken.append(waiting.removeFirst()) }
    }
}
