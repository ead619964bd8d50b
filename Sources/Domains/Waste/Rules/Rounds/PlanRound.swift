package import Kernel
package import Storage

/// Plans one driver's round of a day: the vehicle, and the points in the order they are called at.
package struct PlanRound: WasteCommand {
    package var round: WasteRoundID?
    package let day: CivilDate
    package let vehicle: VehicleID
    /// The account the driver signs in with.
    package let driver: OfficeID
    package let points: [SiteID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            round: pass.newName("round", \.round), day: pass.value("day", \.day),
            vehicle: pass.value("vehicle", \.vehicle), driver: pass.value("driver", \.driver),
            points: pass.values("points", \.points))
    }

    package static let name = "planRound"
    package static var title: Message { RoundText.planRound }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["day": .years(back: 1, ahead: 1)]
    package static let refusals: [WasteRefusal] = [
        .vehicleUnknown, .vehicleRetired, .roundKnown, .dayOver, .driverUnknown, .noPoints, .siteUnknown, .notAPoint,
        .pointTwice,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("wasteRound", identifier(context).text) }

    private func identifier(_ context: Context) -> WasteRoundID { round ?? context.derivedIdentifier(.wasteRound) }

    package struct Facts: Sendable {
        package let vehicle: Vehicle?
        /// Whether the account is open and a person's own.
        package let isDriver: Bool
        package let points: [Site]
    }

    package func place(_ state: Waste.State, _ facts: Facts) -> DivisionID? { facts.vehicle?.place }

    package func decide(_ state: Waste.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let id = identifier(context)
        guard let found = facts.vehicle else { throw WasteRefusal.vehicleUnknown(vehicle) }
        guard !found.isRetired else { throw WasteRefusal.vehicleRetired(found.plate) }
        guard state.round == nil else { throw WasteRefusal.roundKnown(id) }
        guard day >= context.now.date else { throw WasteRefusal.dayOver() }
        guard facts.isDriver else { throw WasteRefusal.driverUnknown() }
        guard !points.isEmpty else { throw WasteRefusal.noPoints() }
        let known = Set(facts.points.map(\.id))
        if let missing = points.first(where: { !known.contains($0) }) {
            throw WasteRefusal.siteUnknown.at("points", missing)
        }
        if let other = facts.points.first(where: { $0.kind != .point }) { throw WasteRefusal.notAPoint(other.name) }
        guard Set(points).count == points.count else { throw WasteRefusal.pointTwice() }
        return [
            RoundPlanned(
                round: id, place: found.place, day: day, vehicle: vehicle, driver: driver, points: points)
        ]
    }
}

/// A driver has a round.
package struct RoundPlanned: WasteEvent {
    package let round: WasteRoundID
    package let place: DivisionID
    package let day: CivilDate
    package let vehicle: VehicleID
    package let driver: OfficeID
    package let points: [SiteID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            round: pass.value("round", \.round), place: pass.value("place", \.place), day: pass.value("day", \.day),
            vehicle: pass.value("vehicle", \.vehicle), driver: pass.value("driver", \.driver),
            points: pass.values("points", \.points))
    }

    package static let name = "roundPlanned"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.round = CollectionRound(
            id: round, place: place, day: day, vehicle: vehicle, driver: driver, points: points)
    }
}
