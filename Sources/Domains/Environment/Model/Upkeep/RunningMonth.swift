package import HJ212
package import Kernel

/// The days of a month by the facility's electricity meter: what took power ran.
package struct RunningMonth: Sendable {
    package struct Day: Sendable, Hashable {
        package let day: CivilDate
        /// kWh; nil where nobody read the meter.
        package let energy: Micro?

        package var state: State {
            guard let energy else { return .unread }
            return energy.units > DatedTables.value("idleEnergy", on: day) * 1_000_000 ? .ran : .still
        }
    }

    package enum State: Sendable, Hashable { case ran, still, unread }

    package let days: [Day]

    package init(from first: CivilDate, until last: CivilDate, energy: [CivilDate: Micro]) {
        days =
            first <= last
            ? (first.dayNumber...last.dayNumber).map { number in
                let day = CivilDate(dayNumber: number)
                return Day(day: day, energy: energy[day])
            } : []
    }

    package func days(_ state: State) -> [CivilDate] { days.filter { $0.state == state }.map(\.day) }
    package func count(_ state: State) -> Int { days.count { $0.state == state } }
}
