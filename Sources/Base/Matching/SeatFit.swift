/// Who can sit at the same time: a largest set of people in the seats they fit, kept while people come and seats go.
///
/// Who sits where means nothing here; how many sit is the one number that every largest set has.
struct SeatFit: Sendable {
    /// Of each order, what nobody else has taken.
    private(set) var seats: [Int]
    private let fits: [[Int]]
    /// Of each order, who sits there; of each person, where, or -1.
    private var sitting: [[Int]]
    private var place: [Int]
    /// From which nobody who stands up could sit again: all their people fit is among them, and no seat of theirs is free.
    /// Once so, always so: seats only go, and no move along ends there.
    private var isShut: [Bool]

    /// - Parameter fits: of each person, the orders she may sit at.
    init(seats: [Int], fits: [[Int]]) {
        self.seats = seats
        self.fits = fits
        sitting = Array(repeating: [], count: seats.count)
        place = Array(repeating: -1, count: fits.count)
        isShut = Array(repeating: false, count: seats.count)
    }

    /// Seats one more person if others can move along; true if she sits now.
    @discardableResult mutating func add(_ person: Int) -> Bool {
        var mover = Array(repeating: -1, count: seats.count)
        var queue: [Int] = []
        for order in fits[person] where mover[order] < 0 && !isShut[order] {
            mover[order] = person
            queue.append(order)
        }
        var head = 0
        while head < queue.count {
            let order = queue[head]
            head += 1
            if sitting[order].count < seats[order] {
                move(to: order, mover)
                return true
            }
            for other in sitting[order] {
                for next in fits[other] where mover[next] < 0 && !isShut[next] {
                    mover[next] = other
                    queue.append(next)
                }
            }
        }
        for order in queue { isShut[order] = true }
        return false
    }

    private mutating func move(to end: Int, _ mover: [Int]) {
        var order = end
        while true {
            let person = mover[order]
            let before = place[person]
            if before >= 0 { sitting[before].removeAll { $0 == person } }
            sitting[order].append(person)
            place[person] = order
            guard before >= 0 else { return }
            order = before
        }
    }

    /// Takes `count` seats of an order away for good; answers how many people can sit no more.
    ///
    /// Whoever gave up a seat is the only one who may sit again elsewhere: another who could would have sat before.
    mutating func take(_ count: Int, of order: Int) -> Int {
        seats[order] -= count
        var lost = 0
        while sitting[order].count > max(0, seats[order]) {
            let person = sitting[order].removeLast()
            place[person] = -1
            if !add(person) { lost += 1 }
        }
        return lost
    }

    /// What `take` would answer; nothing changes.
    func loss(of count: Int, at order: Int) -> Int {
        if seats[order] - sitting[order].count >= count { return 0 }
        if isShut[order] { return count }
        var trial = self
        return trial.take(count, of: order)
    }
}
