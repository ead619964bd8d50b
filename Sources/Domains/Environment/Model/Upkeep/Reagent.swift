package import HJ212
package import Kernel

/// What a facility puts into the water, and what its analysers use up.
package enum Reagent: String, FieldChoice {
    case carbonSource, coagulant, flocculant, disinfectant, alkali, analyser
}

/// What lay there of a reagent when it was last counted.
package struct ReagentCount: Sendable, Hashable {
    package let day: CivilDate
    package let stock: Micro
}

/// A count as it is kept: how much there was, and what the days since the count before used.
package struct ReagentUse: Sendable, Hashable {
    package let day: CivilDate
    package let stock: Micro
    /// Nil of the first count.
    package let used: Micro?
    package let days: Int64?

    /// The day on which it runs out if it goes on being used like that; nil where the use is not known, or nothing was used.
    package var runsOut: CivilDate? {
        guard let used, let days, used.units > 0, days > 0 else { return nil }
        // Beyond ten years nobody orders by it.
        let left = min(Int128(stock.units) * Int128(days) / Int128(used.units), 3_650)
        return day.adding(days: Int(left))
    }
}
