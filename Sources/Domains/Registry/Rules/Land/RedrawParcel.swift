package import Kernel
import Geometry
package import Storage

/// A new survey of a parcel, or a slip of the old one put right. The outline that was stays with its days.
package struct RedrawParcel: RegistryCommand {
    package static let name = "redrawParcel"
    package static var title: Message { RegistryText.redrawParcel }
    package static let access: Access = [.own(.villageClerk, .stationAgent)]
    package static let refusals: [RegistryRefusal] = [
        .parcelUnknown, .parcelClosed, .outlineFaulty, .outlineUnreadable, .parcelTwice, .reasonMissing, .noChange,
    ]

    package let parcel: ParcelID
    package let outline: LandOutline
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.value("parcel", \.parcel), outline: pass.value("outline", \.outline),
            reason: pass.value("reason", \.reason))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("parcel", parcel.text) }

    package struct Facts: Sendable {
        package let parcel: LandParcel?
        package let neighbours: [LandParcel]
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.parcel?.division }
}

extension RedrawParcel {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let known = try facts.parcel.standing(parcel)
        guard !reason.isBlank else { throw RegistryRefusal.reasonMissing() }
        guard known.outline != outline else { throw RegistryRefusal.noChange() }
        let judge = OutlineJudge()
        try outline.checkSound(judge)
        let shared = try outline.shared(with: facts.neighbours.filter { $0.id != parcel }, judge)
        return [
            ParcelRedrawn(
                parcel: parcel, place: known.division, outline: outline, area: Area(units: outline.outline.areaUnits),
                reason: reason, on: context.now.date, shared: shared)
        ]
    }
}

extension LandParcel? {
    /// The parcel, when it is registered and neither split nor merged.
    func standing(_ id: ParcelID) throws(Rejection) -> LandParcel {
        guard let self else { throw RegistryRefusal.parcelUnknown(id.text) }
        if let day = self.closedOn { throw RegistryRefusal.parcelClosed(self.number, day.description) }
        return self
    }
}

/// A parcel has a new outline from this day on.
package struct ParcelRedrawn: RegistryEvent {
    package static let name = "parcelRedrawn"

    package let parcel: ParcelID
    package let place: DivisionID
    package let outline: LandOutline
    package let area: Area
    package let reason: String
    package let on: CivilDate
    package let shared: [SharedGround]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            parcel: pass.value("parcel", \.parcel), place: pass.value("division", \.place),
            outline: pass.value("outline", \.outline), area: pass.value("area", \.area),
            reason: pass.value("reason", \.reason), on: pass.value("on", \.on), shared: pass.list("shared", \.shared))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
