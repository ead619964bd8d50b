import HJ212
import Kernel

/// A month of a facility in figures per tonne. A day without a measured volume leaves both sums.
struct CapacityMonth: Sendable {
    struct Day: Sendable {
        let day: CivilDate
        /// m³.
        let volume: Micro?
        let outletCOD: Micro?
        let operation: OperationFigures?
    }

    enum State: Sendable, Hashable { case normal, overloaded, thinInlet, lowLoad, insufficient }

    let design: Micro
    let days: [Day]

    private var measured: [(day: Day, volume: Int128)] {
        days.compactMap { day in day.volume.map { (day, Int128($0.units)) } }
    }

    private func percent(_ part: Int128, of whole: Int128) -> Micro? {
        Micro.quotient(part * 100_000_000, by: whole, decimals: 2)
    }

    /// Mean of the measured days’ volumes over the design load, percent.
    var load: Micro? {
        let days = measured
        return percent(days.reduce(0) { $0 + $1.volume }, of: Int128(design.units) * Int128(days.count))
    }

    private var treated: [(volume: Int128, inlet: Int128, outlet: Int128)] {
        measured.compactMap { day, volume in
            guard let inlet = day.operation?.inletCOD, let outlet = day.outletCOD else { return nil }
            return (volume, Int128(inlet.units), Int128(outlet.units))
        }
    }

    /// Of the COD that came in, by mass, percent.
    var removal: Micro? {
        percent(
            treated.reduce(0) { $0 + $1.volume * ($1.inlet - $1.outlet) },
            of: treated.reduce(0) { $0 + $1.volume * $1.inlet })
    }

    /// kg of COD.
    var removed: Micro? {
        treated.isEmpty
            ? nil
            : Micro.quotient(
                treated.reduce(0) { $0 + $1.volume * ($1.inlet - $1.outlet) }, by: 1_000_000_000, decimals: 1)
    }

    private var powered: [(volume: Int128, energy: Int128)] {
        measured.compactMap { day, volume in day.operation.map { (volume, Int128($0.energy.units)) } }
    }

    /// kWh a m³.
    var energy: Micro? {
        Micro.quotient(
            powered.reduce(0) { $0 + $1.energy } * 1_000_000, by: powered.reduce(0) { $0 + $1.volume }, decimals: 3)
    }

    /// kg of dry matter taken away for each 1,000 m³ of the month.
    var sludge: Micro? {
        let dry = days.compactMap { $0.operation?.drySludge }
        guard !dry.isEmpty else { return nil }
        return Micro.quotient(
            dry.reduce(0) { $0 + Int128($1.units) } * 1_000_000_000, by: measured.reduce(0) { $0 + $1.volume },
            decimals: 1
        )
    }

    func state(on day: CivilDate) -> State {
        guard let load else { return .insufficient }
        var run: Int64 = 0
        var before: CivilDate?
        for one in measured.sorted(by: { $0.day.day < $1.day.day }) {
            let follows = before.map { $0.adding(days: 1) == one.day.day } ?? true
            run = one.volume >= Int128(design.units) ? (follows ? run + 1 : 1) : 0
            before = one.day.day
            if run >= DatedTables.value("overloadDays", on: day) { return .overloaded }
        }
        let inlets = days.compactMap { $0.operation?.inletCOD }
        let mean = Micro.quotient(inlets.reduce(0) { $0 + Int128($1.units) }, by: Int128(inlets.count))
        if let mean, mean.units < DatedTables.value("inletCODLow", on: day) * 1_000_000 { return .thinInlet }
        return load.units < DatedTables.value("loadLow", on: day) * 1_000_000 ? .lowLoad : .normal
    }
}
