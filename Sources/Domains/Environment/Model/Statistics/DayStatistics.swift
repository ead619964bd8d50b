package import HJ212
package import Kernel

/// One hour of one factor. `concentration` in mg/L, `volume` in m³, both in millionths.
package struct HourValue: Sendable, Hashable {
    package let hour: Int
    package let concentration: Micro?
    package let volume: Micro?
    /// As the device marked it, and as a person did. Both stay; the person's beats the device's.
    package let mark: Mark?
    package var handMark: Mark?
    /// Between the last passed and the next passed standard check around a failed one.
    package var isInvalidByCheck = false

    package init(hour: Int, concentration: Micro?, volume: Micro?, mark: Mark?, handMark: Mark? = nil) {
        self.hour = hour
        self.concentration = concentration
        self.volume = volume
        self.mark = mark
        self.handMark = handMark
    }

    package var effectiveMark: Mark? { handMark ?? mark }
    /// Hours without flow are not due: nothing is discharged, and no mean is made of their readings.
    package var isDue: Bool { volume.map { $0.units > 0 } ?? true }
    package var isValid: Bool {
        isDue && volume != nil && concentration != nil && !isInvalidByCheck && (effectiveMark ?? .normal) == .normal
    }
}

/// A day of a factor from its hours: flow-weighted, by the rules of its date. Zero flow gives no mean, never a zero.
package struct DayStatistics: Sendable, Hashable {
    package let dueHours: Int
    package let validHours: Int
    /// Of the due hours those of which a result arrived, whatever it is marked as.
    package let receivedHours: Int
    /// Nil where nothing was due.
    package let isValid: Bool?
    package let volume: Micro
    package let mean: Micro?
    /// For contrast only; never judged by.
    package let arithmetic: Micro?
    /// In kg. Nil where some due hours are invalid and the day stands; then only what is valid is known.
    package let mass: Micro?
    package let isMassSubstituted: Bool

    /// `dueHours` of 24 where every hour is due; missing hours are due. `previousMass`: the highest of the thirty valid days
    /// before the last passed check, for a day without a valid mean in normal running (HJ 356: the mass alone is replaced).
    package init(_ hours: [HourValue], on day: CivilDate, of hoursDue: Int = 24, previousMass: Micro? = nil) {
        let present = Dictionary(hours.map { ($0.hour, $0) }, uniquingKeysWith: { first, _ in first })
        let without = present.values.count { !$0.isDue }
        let valid = present.values.filter(\.isValid)
        dueHours = max(0, hoursDue - without)
        validHours = min(valid.count, dueHours)
        receivedHours = min(present.values.count { $0.isDue && $0.concentration != nil }, dueHours)
        let share = DatedTables.value("hourShareOfDay", on: day)
        isValid = dueHours == 0 ? nil : Int64(validHours) * 100 >= share * Int64(dueHours)
        volume = Micro(present.values.reduce(0) { $0 &+ max(0, $1.volume?.units ?? 0) })
        let (product, flow, sum) = valid.reduce(into: (Int128(0), Int128(0), Int128(0))) { sums, hour in
            let (c, q) = (Int128(hour.concentration?.units ?? 0), Int128(hour.volume?.units ?? 0))
            sums.0 += c * q
            sums.1 += q
            sums.2 += c
        }
        mean = isValid == true ? Micro.quotient(product, by: flow) : nil
        arithmetic = isValid == true ? Micro.quotient(sum, by: Int128(valid.count)) : nil
        let own = Micro.quotient(product, by: 1_000_000_000)
        isMassSubstituted = isValid == false && previousMass != nil
        if dueHours == 0 {
            mass = Micro(0)
        } else if isValid == false {
            mass = previousMass
        } else {
            mass = validHours == dueHours ? own : nil
        }
    }
}

/// A month: the arithmetic mean of its valid day means, if enough days are valid.
package struct MonthStatistics: Sendable, Hashable {
    package let days: Int
    package let validDays: Int
    package let isValid: Bool
    package let mean: Micro?

    package init(days: Int, means: [Micro], on day: CivilDate) {
        self.init(
            days: days, validDays: means.count, mean: nil, on: day, sum: means.reduce(0) { $0 + Int128($1.units) })
    }

    /// Where only the count and perhaps the mean of the valid days are known.
    package init(days: Int, validDays: Int, mean: Micro?, on day: CivilDate, sum: Int128? = nil) {
        self.days = days
        self.validDays = validDays
        isValid = days > 0 && Int64(validDays) * 100 >= DatedTables.value("dayShareOfMonth", on: day) * Int64(days)
        self.mean = isValid ? mean ?? sum.flatMap { Micro.quotient($0, by: Int128(validDays)) } : nil
    }

    /// In millionths.
    package var share: Micro? { Micro.quotient(Int128(validDays) * 1_000_000, by: Int128(days)) }
}

/// A standard check of an analyser.
package struct CheckResult: Sendable, Hashable {
    package let at: Instant
    package let passed: Bool

    package init(at: Instant, passed: Bool) {
        self.at = at
        self.passed = passed
    }

    /// Hour starts that a failed check takes away: from the last passed check to the next passed one.
    package static func invalidRanges(_ checks: [CheckResult], until end: Instant) -> [Range<Instant>] {
        var ranges: [Range<Instant>] = []
        var lastPassed: Instant?
        var opened: Instant?
        for check in checks.sorted(by: { $0.at < $1.at }) {
            if check.passed {
                if let from = opened, from < check.at { ranges.append(from..<check.at) }
                opened = nil
                lastPassed = check.at
            } else if opened == nil {
                opened = lastPassed ?? check.at
            }
        }
        if let from = opened, from < end { ranges.append(from..<end) }
        return ranges
    }

    /// Whether an hour that begins at `start` is taken away: it begins inside, so the hour of the last passed check counts
    /// as invalid and the hour in which the next one passes is the first that stands again.
    package static func isInvalid(hourFrom start: Instant, _ ranges: [Range<Instant>]) -> Bool {
        let end = start.adding(seconds: 3_600)
        return ranges.contains { $0.lowerBound < end && start < $0.upperBound }
    }
}
