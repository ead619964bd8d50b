/// A matching that changes a change at a time and stays a best one: who comes, goes, is freed or accepts costs one path each,
/// never a solve of the whole. Who has accepted is outside: no later change can move her.
///
/// Method: shortest augmenting paths over reduced costs, with the certificate's own prices and worths as potentials, so that
/// the certificate holds after each change (`labour-skills.md` 2.4).
package struct LiveMatching: Sendable {
    package struct OrderID: Hashable, Sendable, Comparable {
        let slot: Int
        package static func < (left: Self, right: Self) -> Bool { left.slot < right.slot }
    }
    package struct SeekerID: Hashable, Sendable, Comparable {
        let slot: Int
        package static func < (left: Self, right: Self) -> Bool { left.slot < right.slot }
    }

    package enum Fault: Error, Sendable, Hashable {
        /// A cost below zero or above what was announced.
        case costOutOfRange
        /// More seats or seekers than the empty seat's price was made for.
        case tooMany
        case unknownOrder, unknownSeeker
        /// She has no seat that she could accept, or the order has no empty seat that could be taken away.
        case noSeat
    }

    struct Order: Sendable {
        var seats: Int
        var price: Int64
        var seated: [Int] = []
        var pairs: [(seeker: Int, cost: Int64)] = []
        var isHere = true
    }

    struct Seeker: Sendable {
        var worth: Int64 = 0
        var order: Int?
        var cost: Int64 = 0
        var pairs: [(order: Int, cost: Int64)] = []
        var isHere = true
    }

    package let emptySeatPrice: Int64
    private let most: Int
    private let dearest: Int64
    var orders: [Order] = []
    var seekers: [Seeker] = []
    var search = LiveSearch()
    /// Who has accepted, and where; nothing here ever changes it but her own leaving or the order's end.
    package private(set) var accepted: [SeekerID: OrderID] = [:]
    private var seats = 0
    private var present = 0

    /// - Parameters:
    ///   - most: seats, or seekers, that may be here at a time at most.
    ///   - dearest: the largest cost of a pair.
    package init(most: Int, dearest: Int64) throws(Fault) {
        let price = (Int128(most) + 1) * (Int128(dearest) + 1)
        guard most >= 0, dearest >= 0, price < Int128(1) << 60 else { throw .costOutOfRange }
        (self.most, self.dearest) = (most, dearest)
        emptySeatPrice = Int64(price)
    }

    package func order(of seeker: SeekerID) -> OrderID? {
        accepted[seeker] ?? seekers[seeker.slot].order.map { OrderID(slot: $0) }
    }

    /// An order with seats, and what each seeker who may have one costs.
    package mutating func post(_ count: Int, _ costs: [SeekerID: Int64]) throws(Fault) -> OrderID {
        guard count >= 0, min(seats + count, present) <= most else { throw .tooMany }
        try check(costs.values)
        let slot = orders.count
        var order = Order(seats: 0, price: emptySeatPrice)
        for (seeker, cost) in costs.sorted(by: { $0.key < $1.key }) where isFree(seeker) {
            order.pairs.append((seeker.slot, cost))
            order.price = min(order.price, cost + seekers[seeker.slot].worth)
            seekers[seeker.slot].pairs.append((slot, cost))
        }
        orders.append(order)
        try add(count, to: OrderID(slot: slot))
        return OrderID(slot: slot)
    }

    /// More seats on an order.
    package mutating func add(_ count: Int, to order: OrderID) throws(Fault) {
        try require(order)
        guard count >= 0, min(seats + count, present) <= most else { throw .tooMany }
        seats += count
        for _ in 0..<count {
            orders[order.slot].seats += 1
            fill(order.slot)
        }
    }

    /// One empty seat of an order fewer.
    package mutating func removeSeat(of order: OrderID) throws(Fault) {
        try require(order)
        guard orders[order.slot].seated.count < orders[order.slot].seats else { throw .noSeat }
        orders[order.slot].seats -= 1
        seats -= 1
    }

    /// Somebody who looks for work, and what she costs at each order she may have.
    package mutating func arrive(_ costs: [OrderID: Int64]) throws(Fault) -> SeekerID {
        guard min(seats, present + 1) <= most else { throw .tooMany }
        try check(costs.values)
        let slot = seekers.count
        seekers.append(Seeker())
        present += 1
        for (order, cost) in costs.sorted(by: { $0.key < $1.key })
        where orders.indices.contains(order.slot) && orders[order.slot].isHere {
            seekers[slot].pairs.append((order.slot, cost))
            orders[order.slot].pairs.append((slot, cost))
        }
        place(slot)
        return SeekerID(slot: slot)
    }

    /// She says yes: from now on nothing moves her, and her seat is no part of any later choice.
    package mutating func accept(_ seeker: SeekerID) throws(Fault) {
        guard isFree(seeker), let order = seekers[seeker.slot].order else { throw .noSeat }
        leave(seeker.slot)
        orders[order].seats -= 1
        seats -= 1
        accepted[seeker] = OrderID(slot: order)
    }

    /// She looks no more, or gives up the seat she accepted; whoever fits best moves up.
    package mutating func withdraw(_ seeker: SeekerID) throws(Fault) {
        if let order = accepted.removeValue(forKey: seeker) {
            guard orders[order.slot].isHere else { return }
            return try add(1, to: order)
        }
        guard isFree(seeker) else { throw .unknownSeeker }
        let order = seekers[seeker.slot].order
        leave(seeker.slot)
        if let order { fill(order) }
    }

    /// An order is taken back. Who was only offered a seat looks on; who had accepted is told and is free (her arrival is a
    /// new one).
    package mutating func cancel(_ order: OrderID) throws(Fault) -> [SeekerID] {
        try require(order)
        let freed = orders[order.slot].seated.sorted()
        seats -= orders[order.slot].seats
        for pair in orders[order.slot].pairs {
            seekers[pair.seeker].pairs.removeAll { $0.order == order.slot }
        }
        orders[order.slot] = Order(seats: 0, price: 0, isHere: false)
        for slot in freed { seekers[slot].order = nil }
        for slot in freed { place(slot) }
        let told = accepted.filter { $0.value == order }.map(\.key).sorted()
        for seeker in told { accepted[seeker] = nil }
        return told
    }

    private func isFree(_ seeker: SeekerID) -> Bool {
        seekers.indices.contains(seeker.slot) && seekers[seeker.slot].isHere
    }

    private func require(_ order: OrderID) throws(Fault) {
        guard orders.indices.contains(order.slot), orders[order.slot].isHere else { throw .unknownOrder }
    }

    private func check(_ costs: some Collection<Int64>) throws(Fault) {
        guard costs.allSatisfy({ (0...dearest).contains($0) }) else { throw .costOutOfRange }
    }

    /// Takes a seeker out with her pairs; her order keeps the seat.
    private mutating func leave(_ slot: Int) {
        if let order = seekers[slot].order { orders[order].seated.removeAll { $0 == slot } }
        for pair in seekers[slot].pairs { orders[pair.order].pairs.removeAll { $0.seeker == slot } }
        seekers[slot] = Seeker(isHere: false)
        present -= 1
    }

    /// As a problem and its answer, for the check: free seats, those who are here, and the certificate.
    package func snapshot() throws(AssignmentFault) -> (
        problem: AssignmentProblem, matched: [(order: Int, worker: Int)], certificate: AssignmentCertificate
    ) {
        let orderSlots = orders.indices.filter { orders[$0].isHere }
        let seekerSlots = seekers.indices.filter { seekers[$0].isHere }
        let at = Dictionary(seekerSlots.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var pairs: [AssignmentProblem.Pair] = []
        var matched: [(order: Int, worker: Int)] = []
        for (index, slot) in orderSlots.enumerated() {
            for pair in orders[slot].pairs {
                if let seeker = at[pair.seeker] { pairs.append(.init(index, seeker, pair.cost)) }
            }
            matched += orders[slot].seated.compactMap { at[$0] }.map { (index, $0) }
        }
        let problem = try AssignmentProblem(
            seats: orderSlots.map { Int64(orders[$0].seats) }, workers: seekerSlots.count, pairs: pairs)
        return (
            problem, matched,
            AssignmentCertificate(
                seatPrices: orderSlots.map { orders[$0].price }, worths: seekerSlots.map { seekers[$0].worth },
                emptySeatPrice: emptySeatPrice)
        )
    }
}
