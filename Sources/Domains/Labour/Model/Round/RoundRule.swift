package import Kernel
import Registry

/// Why somebody cannot be offered a seat. The first that fails is kept. A new rule stands at the end, whenever it is asked:
/// rounds of before keep the numbers they were written with.
package enum RoundRule: String, FieldChoice {
    case age, trade, certificate, elsewhere, declined, blocked, wage, reach
    /// She goes with others or not at all, and not all of them can.
    case group

    /// As a round's row says it: -1 for the first rule.
    var code: Int64 { Int64(-1 - (RoundRule.allCases.firstIndex(of: self) ?? 0)) }

    init?(code: Int64) {
        guard (-Int64(RoundRule.allCases.count)...(-1)).contains(code) else { return nil }
        self = RoundRule.allCases[Int(-1 - code)]
    }
}

/// An order as a round sees it before it begins.
struct RoundOffer: Sendable {
    let id: OrderID
    let path: String
    let trade: Trade
    let start: Instant
    let end: Instant
    let free: Int64
    let isBlocked: Bool
    /// What a day of it pays; nil of work by the piece.
    var dayPay: Money?

    /// Of terms by the hour: for the whole shift.
    static func dayPay(_ unit: PayUnit, _ rate: Money, _ start: Instant, _ end: Instant) -> Money? {
        switch unit {
        case .day: rate
        case .hour: Money(fen: rate.fen * ((end.milliseconds - start.milliseconds) / 60_000) / 60)
        case .piece: nil
        }
    }
}

/// Somebody who looks for work, as a round sees her.
struct RoundPerson: Sendable {
    let id: WorkerID
    let path: String
    let born: CivilDate?
    let trades: [Trade]
    /// Whole days since she asked for work or last worked.
    let waited: Int64
    /// Trades she has a certificate for, each with the last day of it.
    let certificates: [Trade: CivilDate]
    /// Shifts on which she has a seat.
    let busy: [(start: Instant, end: Instant)]
    /// Orders she was offered and does not want, or gave up.
    let declined: Set<OrderID>
    /// The least pay of a day she works for; nil where she named none.
    var reserve: Money?
    var reach = WorkReach.anywhere
    /// With whom she goes or not at all; nil for who goes alone.
    var crew: CrewID?

    /// The first rule that keeps her from the order; nil where she may be offered it.
    func failing(_ order: RoundOffer) -> RoundRule? {
        let day = order.start.date
        let rule = TradeRule.of(order.trade, on: day)
        guard let born, born.age(on: day) >= rule.leastAge else { return .age }
        guard order.trade == .general || trades.contains(order.trade) else { return .trade }
        if rule.needsCertificate, certificates[order.trade].map({ $0 < day }) ?? true { return .certificate }
        if busy.contains(where: { $0.start < order.end && order.start < $0.end }) { return .elsewhere }
        if let reserve, let pay = order.dayPay, pay < reserve { return .wage }
        if distance(to: order) > reach.farthest { return .reach }
        if declined.contains(order.id) { return .declined }
        return order.isBlocked ? .blocked : nil
    }

    /// 0 in the same village, 1 in the same township, 2 beyond: what the register knows of the way.
    func distance(to order: RoundOffer) -> Int64 {
        if path == order.path { return 0 }
        return RoundPerson.above(path) == RoundPerson.above(order.path) ? 1 : 2
    }

    /// What stands in the round's row for her and the order.
    func verdict(on order: RoundOffer) -> Int64 { failing(order)?.code ?? distance(to: order) }

    private static func above(_ path: String) -> [Substring] { path.split(separator: "/").dropLast() }
}

/// The times of day at which a hall holds its rounds.
package struct RoundTimes: Sendable, Hashable {
    /// Minutes after midnight, each once, the earliest first.
    package let minutes: [Int]

    package static let usual = "05:15 05:45 06:15 18:00"

    package init(_ text: String) throws(Rejection) {
        var found: Set<Int> = []
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "，" || $0 == "、" }) {
            let parts = word.split(whereSeparator: { $0 == ":" || $0 == "：" })
            guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
                (0..<24).contains(hour), (0..<60).contains(minute)
            else { throw LabourRefusal.timesUnreadable() }
            found.insert(hour * 60 + minute)
        }
        guard (1...12).contains(found.count) else { throw LabourRefusal.timesUnreadable() }
        minutes = found.sorted()
    }

    var text: String { minutes.map { "\(($0 / 60).padded(to: 2)):\(($0 % 60).padded(to: 2))" }.joined(separator: " ") }

    /// The next of them after `now`.
    func next(after now: Instant) -> Instant {
        let days = [now.date.start, now.date.end]
        let all = days.flatMap { day in minutes.map { day.adding(seconds: Int64($0) * 60) } }
        return all.first { $0 > now } ?? now.adding(days: 1)
    }
}

package enum RoundName {}
/// A round of a hall: the hall's place and the round's number there, `village-3`.
package typealias RoundID = Identifier<RoundName>

/// A hall: the place whose orders and seekers its rounds bring together.
package struct Hall: Sendable, Hashable {
    package let place: DivisionID
    package internal(set) var times: RoundTimes?
    /// Rounds held so far.
    package internal(set) var held: Int64 = 0
    /// When the clock holds the next; nil while the hall is closed.
    package internal(set) var next: Instant?
    /// The digest of the seed that the next round draws with.
    package internal(set) var commitment = ""

    /// Names a round wherever it is asked for: `village-3`.
    func round(_ number: Int64) -> String { "\(place)-\(number)" }
}
