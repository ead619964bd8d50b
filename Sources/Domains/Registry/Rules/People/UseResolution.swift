package import Kernel
package import Storage

/// A resolution about one asset opens one lot on it, and no other: it is used up with the lot's submission.
package struct UseResolution: RegistryCommand {
    package static let name = "useResolution"
    package static var title: Message { RegistryText.useResolution }
    package static let access: Access = .installation
    package static let refusals: [RegistryRefusal] = [.resolutionOfOtherObject, .resolutionUsed]

    package let resolution: ResolutionID
    package let lot: LotID

    package init(resolution: ResolutionID, lot: LotID) {
        self.resolution = resolution
        self.lot = lot
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(resolution: pass.value("resolution", \.resolution), lot: pass.value("lot", \.lot))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("resolution", resolution.text) }

    package struct Facts: Sendable {
        package let place: DivisionID?
        package let object: String?
        package let usedBy: LotID?
        /// The asset the lot took hold of.
        package let asset: AssetID?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.place }

    /// One that names no asset is about the whole, for example a plan of the year's lettings: it is not used up.
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard let place = facts.place, let object = facts.object, facts.usedBy != lot else { return [] }
        guard object == facts.asset?.text else {
            throw RegistryRefusal.resolutionOfOtherObject(object, facts.asset?.text ?? lot.text)
        }
        if let used = facts.usedBy { throw RegistryRefusal.resolutionUsed(used) }
        return [ResolutionUsed(resolution: resolution, lot: lot, place: place)]
    }
}

/// A resolution was used for a lot.
package struct ResolutionUsed: RegistryEvent {
    package static let name = "resolutionUsed"

    package let resolution: ResolutionID
    package let lot: LotID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            resolution: pass.value("resolution", \.resolution), lot: pass.value("lot", \.lot),
            place: pass.value("division", \.place))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) { state = .entry(exists: true) }
}
