package import HJ212
package import Kernel

/// An analyser or meter of a facility. What it measures counts from the day it was accepted until the day it was taken out.
package struct Instrument: Sendable, Hashable {
    package let number: Int64
    package let item: MeasuredItem
    package internal(set) var accepted: CivilDate?
    package internal(set) var retired: CivilDate?

    package func isInForce(on day: CivilDate) -> Bool {
        accepted.map { $0 <= day } ?? false && retired.map { day < $0 } ?? true
    }
}

/// A stretch of hours that a person marked. It holds once somebody else has confirmed it; the device's own mark stays beside it.
package struct HandMark: Sendable, Hashable {
    package let number: Int64
    package let by: PersonID
    package internal(set) var isConfirmed = false
    package internal(set) var isWithdrawn = false
}

/// What a hand mark says of the hours of a day, for reckoning. Without an item it is of every item.
package struct MarkedHours: Sendable, Hashable {
    package let item: MeasuredItem?
    package let hours: Range<Int>
    package let mark: Mark

    package init(item: MeasuredItem?, hours: Range<Int>, mark: Mark) {
        self.item = item
        self.hours = hours
        self.mark = mark
    }
}

/// What people and checks say of a day beside the frames: confirmed marks, hours taken away by a failed check, and items whose
/// instruments were not in force.
package struct DayCorrections: Sendable, Hashable {
    package var marks: [MarkedHours] = []
    /// By item: from the last passed check to the next passed one around a failed one.
    package var failed: [MeasuredItem: [Range<Instant>]] = [:]
    package var withoutInstrument: Set<MeasuredItem> = []

    package init() {}

    /// The last mark that names the hour.
    func mark(_ item: MeasuredItem, _ hour: Int) -> Mark? {
        marks.last { ($0.item ?? item) == item && $0.hours.contains(hour) }?.mark
    }

    func isInvalid(_ item: MeasuredItem, _ hour: Int, of day: CivilDate) -> Bool {
        withoutInstrument.contains(item)
            || CheckResult.isInvalid(
                hourFrom: day.start.adding(seconds: Int64(hour) * 3_600), failed[item] ?? [])
    }

    /// The hour as it stands with them.
    func corrected(_ value: HourValue, _ item: MeasuredItem, of day: CivilDate) -> HourValue {
        var value = value
        value.handMark = mark(item, value.hour)
        value.isInvalidByCheck = isInvalid(item, value.hour, of: day)
        return value
    }
}
