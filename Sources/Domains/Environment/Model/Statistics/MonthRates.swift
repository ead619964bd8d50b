import Kernel

/// The rates of a point over a span of days, with what they are made of: each rate is a numerator over a denominator, and
/// several points are summed before they are divided.
struct MonthRates: Sendable, Hashable {
    /// A day of an item as it was recorded.
    struct Record: Sendable, Hashable {
        let item: MeasuredItem
        let day: CivilDate
        let due: Int64
        /// Nil where nobody noted how many hours arrived.
        let received: Int64?
        let valid: Int64
    }

    /// Hours of items: due, received, valid.
    let rates: TransmissionRates
    /// Days of an item of which nothing is recorded: all their hours are due, and none was received.
    let missing: Int
    /// Days of an item that do not tell how many hours arrived; they are in no rate.
    let untold: Int

    /// `items`: what is measured at the point. Of the batch analysers one missing hour a day is the automatic check's.
    init(_ records: [Record], of items: Set<MeasuredItem>, from: CivilDate, until: CivilDate) {
        var (due, received, valid) = (Int64(0), Int64(0), Int64(0))
        var (missing, untold) = (0, 0)
        let byDay = Dictionary(records.map { (Key(item: $0.item, day: $0.day), $0) }, uniquingKeysWith: { $1 })
        for number in from.dayNumber...max(from.dayNumber, until.dayNumber) where from <= until {
            let day = CivilDate(dayNumber: number)
            for item in items {
                let record = byDay[Key(item: item, day: day)]
                if let record, record.received == nil {
                    untold += 1
                    continue
                }
                if record == nil { missing += 1 }
                let (hours, came) = (record?.due ?? 24, record?.received ?? 0)
                due += hours - Self.leftOut(item, hours - came, on: day)
                received += came
                valid += min(record?.valid ?? 0, came)
            }
        }
        self.init(
            rates: TransmissionRates(due: due, received: received, valid: valid), missing: missing, untold: untold)
    }

    private init(rates: TransmissionRates, missing: Int, untold: Int) {
        self.rates = rates
        self.missing = missing
        self.untold = untold
    }

    static func sum(_ points: [MonthRates]) -> MonthRates {
        MonthRates(
            rates: TransmissionRates.sum(points.map(\.rates)), missing: points.reduce(0) { $0 + $1.missing },
            untold: points.reduce(0) { $0 + $1.untold })
    }

    /// Whether the effective rate reaches what is asked on the day; nil where nothing was due.
    func passes(on day: CivilDate) -> Bool? {
        guard rates.due > 0 else { return nil }
        return rates.valid * 100 >= DatedTables.value("effectiveRatePass", on: day) * rates.due
    }

    private struct Key: Hashable {
        let item: MeasuredItem
        let day: CivilDate
    }

    private static let checked: Set<MeasuredItem> = [.cod, .ammonia, .nitrogen, .phosphorus]

    private static func leftOut(_ item: MeasuredItem, _ lost: Int64, on day: CivilDate) -> Int64 {
        guard checked.contains(item) else { return 0 }
        return min(max(0, lost), DatedTables.value("checkHoursLeftOut", on: day))
    }
}
