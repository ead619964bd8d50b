package import Kernel
package import Storage

/// A resolution is used for one thing, and for no other.
///
/// One about an asset is used up by the first lot on it. One about no single asset is used up from the day of the row
/// `resolution.usedOnce` on: before it such a resolution opened any number of things.
package struct UseResolution: RegistryCommand {
    package static let name = "useResolution"
    package static var title: Message { RegistryText.useResolution }
    package static let access: Access = .installation
    package static let refusals: [RegistryRefusal] = [
        .resolutionOfOtherObject, .resolutionUsed, .resolutionUnknown,
    ]

    package let resolution: ResolutionID
    package let lot: LotID?
    package let purpose: ResolutionPurpose?
    /// What uses it, where that is no lot.
    package let thing: String?

    package init(resolution: ResolutionID, lot: LotID) {
        self.init(resolution: resolution, lot: lot, purpose: nil, thing: nil)
    }

    package init(resolution: ResolutionID, for use: ResolutionUse) {
        self.init(resolution: resolution, lot: nil, purpose: use.purpose, thing: use.thing)
    }

    private init(resolution: ResolutionID, lot: LotID?, purpose: ResolutionPurpose?, thing: String?) {
        self.resolution = resolution
        self.lot = lot
        self.purpose = purpose
        self.thing = thing
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            resolution: pass.value("resolution", \.resolution), lot: pass.optional("lot", \.lot),
            purpose: pass.optional("purpose", \.purpose), thing: pass.optional("thing", \.thing))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("resolution", resolution.text) }

    package struct Facts: Sendable {
        package let place: DivisionID?
        package let object: String?
        package let standing: StandingUse?
        /// The asset the lot took hold of.
        package let asset: AssetID?
        /// Whether a resolution about no single asset is used once, at its place and on this day.
        package let isUsedOnce: Bool
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.place }

    var use: ResolutionUse { ResolutionUse(lot, purpose, thing) }

    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard let place = facts.place else {
            guard facts.isUsedOnce, lot == nil else { return [] }
            throw RegistryRefusal.resolutionUnknown(resolution.text)
        }
        guard facts.object != nil && lot != nil || facts.isUsedOnce, facts.standing?.use != use else { return [] }
        if let object = facts.object, lot != nil, object != facts.asset?.text {
            throw RegistryRefusal.resolutionOfOtherObject(object, facts.asset?.text ?? use.thing)
        }
        if let used = facts.standing {
            throw RegistryRefusal.resolutionUsed(
                used.use.words, used.day.map(RegistryText.usedOn) ?? RegistryText.usedEarlier)
        }
        return [
            ResolutionUsed(resolution: resolution, lot: lot, place: place, purpose: purpose, thing: thing)
        ]
    }
}

/// A resolution was used.
package struct ResolutionUsed: RegistryEvent {
    package static let name = "resolutionUsed"

    package let resolution: ResolutionID
    package let lot: LotID?
    package let place: DivisionID
    /// Absent where a lot used it.
    package let purpose: ResolutionPurpose?
    package let thing: String?

    /// Uses noted before it stand without their day in the tables of counties that were there already.
    static let firstDayKept = CivilDate(year: 2026, month: 12, day: 1) ?? .last

    var use: ResolutionUse { ResolutionUse(lot, purpose, thing) }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            resolution: pass.value("resolution", \.resolution), lot: pass.optional("lot", \.lot),
            place: pass.value("division", \.place), purpose: pass.optional("purpose", \.purpose),
            thing: pass.optional("thing", \.thing))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
