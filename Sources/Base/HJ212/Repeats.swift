/// Which frames have come before (section 2.5 of the field's notes): the same frame again is answered again and kept
/// once; the same exchange with other bytes, or the same time with other values, is a conflict for a person to decide.
package struct RepeatMemory: Sendable {
    package enum Finding: Sendable, Hashable {
        case new
        /// The same bytes once more.
        case duplicate
        /// A new exchange with the values that are there: sent again.
        case sentAgain
        /// The same exchange number with other bytes: evidence, not counted.
        case conflictOfExchange
        /// Other values for a time and fields that are there; the first count until a person decides.
        case conflictOfValues([String])

        package var isConflict: Bool {
            switch self {
            case .conflictOfExchange, .conflictOfValues: true
            default: false
            }
        }
    }

    private struct Exchange: Hashable { let mn, cn, qn: String }
    private struct Period: Hashable { let mn, cn, time: String }

    private let most: Int
    private var exchanges: [Exchange: [UInt8]] = [:]
    private var exchangeOrder: [Exchange] = []
    private var periods: [Period: [String: String]] = [:]
    private var periodOrder: [Period] = []

    /// Remembers about `most` exchanges and as many periods; older ones are found by their rows.
    package init(most: Int = 65_536) { self.most = max(16, most) }

    package mutating func judge(_ segment: Segment) -> Finding {
        let (mn, cn) = (segment.mn ?? "", segment.cn ?? "")
        if let qn = segment.qn {
            let exchange = Exchange(mn: mn, cn: cn, qn: qn + (segment.part.map { "/\($0.number)" } ?? ""))
            if let before = exchanges[exchange] {
                return before == segment.bytes ? .duplicate : .conflictOfExchange
            }
            exchanges[exchange] = segment.bytes
            exchangeOrder.append(exchange)
        }
        guard let time = segment.dataTime else { return .new }
        defer { trim() }
        return compare(segment, Period(mn: mn, cn: cn, time: String(time.prefix(14))))
    }

    private mutating func compare(_ segment: Segment, _ period: Period) -> Finding {
        let readings = segment.readings.filter { !$0.factor.isEmpty }
        guard var known = periods[period] else {
            periods[period] = Dictionary(
                readings.map { (Self.name($0), $0.text) }, uniquingKeysWith: { first, _ in first })
            periodOrder.append(period)
            return .new
        }
        var (fresh, others) = (0, [String]())
        for reading in readings {
            let name = Self.name(reading)
            if let before = known[name] {
                if before != reading.text, !others.contains(name) { others.append(name) }
            } else {
                known[name] = reading.text
                fresh += 1
            }
        }
        if !others.isEmpty { return .conflictOfValues(others) }
        periods[period] = known
        if fresh > 0 { return .new }
        return segment.qn == nil ? .duplicate : .sentAgain
    }

    /// Takes back what `judge` remembered of a frame that could not be kept: sent again, it is new.
    package mutating func forget(_ segment: Segment) {
        let (mn, cn) = (segment.mn ?? "", segment.cn ?? "")
        if let qn = segment.qn {
            exchanges[Exchange(mn: mn, cn: cn, qn: qn + (segment.part.map { "/\($0.number)" } ?? ""))] = nil
        }
        guard let time = segment.dataTime else { return }
        let period = Period(mn: mn, cn: cn, time: String(time.prefix(14)))
        for reading in segment.readings { periods[period]?[Self.name(reading)] = nil }
    }

    private static func name(_ reading: Reading) -> String {
        [reading.factor, reading.sub, reading.field].compactMap { $0 }.joined(separator: "-")
    }

    private mutating func trim() {
        if exchangeOrder.count > most * 2 {
            for old in exchangeOrder.prefix(most) { exchanges[old] = nil }
            exchangeOrder.removeFirst(most)
        }
        if periodOrder.count > most * 2 {
            for old in periodOrder.prefix(most) { periods[old] = nil }
            periodOrder.removeFirst(most)
        }
    }
}
