package import Kernel

package enum WasteRoundName {}
package typealias WasteRoundID = Identifier<WasteRoundName>

/// What became of a stop: emptied, or why not.
package enum StopOutcome: String, FieldChoice {
    case done, nothingThere, roadBlocked, notSorted, vehicleFull, other
}

/// What a driver said of a stop, and when by the house’s time.
package struct StopMark: Sendable, Hashable {
    package let outcome: StopOutcome
    /// Where it was weighed; nil where it was not.
    package let kilograms: Int64?
    package let at: Instant

    /// Whether it says more than another: what was marked later counts, in whichever order both arrive.
    func counts(over other: StopMark?) -> Bool {
        guard let other else { return true }
        return (other.at, other.outcome.rawValue) < (at, outcome.rawValue)
    }
}

/// One driver's round of a day: the points in order, and what was said of each.
package struct CollectionRound: Sendable, Hashable {
    package let id: WasteRoundID
    package let place: DivisionID
    package let day: CivilDate
    package let vehicle: VehicleID
    /// The driver's own account.
    package let driver: OfficeID
    package let points: [SiteID]
    package internal(set) var marks: [SiteID: StopMark] = [:]
    package internal(set) var isCancelled = false

    package func check(_ invariants: inout Invariants) {
        invariants.hold(
            !points.isEmpty && Set(points).count == points.count, "\(id) calls nowhere, or twice at a point")
        invariants.hold(marks.keys.allSatisfy(points.contains), "\(id) has a mark of a point it does not call at")
    }
}
