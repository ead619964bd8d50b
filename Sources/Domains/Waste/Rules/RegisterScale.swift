package import Kernel
package import Storage

/// Puts a scale of a site on the list, with the last day of its verification.
package struct RegisterScale: WasteCommand {
    package var scale: ScaleID?
    package let site: SiteID
    package let scaleName: String
    package let until: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            scale: pass.newName("scale", \.scale), site: pass.value("site", \.site),
            scaleName: pass.value("name", \.scaleName), until: pass.value("until", \.until))
    }

    package static let name = "registerScale"
    package static var title: Message { WasteText.registerScale }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["until": .years(back: 10, ahead: 5)]
    package static let refusals: [WasteRefusal] = [.siteUnknown, .scaleKnown, .nameMissing, .verificationOver]

    package func stream(_ context: Context) -> StreamID { StreamID("scale", identifier(context).text) }

    private func identifier(_ context: Context) -> ScaleID { scale ?? context.derivedIdentifier(.scale) }

    package struct Facts: Sendable {
        package let site: Site?
    }

    package func place(_ state: Waste.State, _ facts: Facts) -> DivisionID? { facts.site?.place }

    package func decide(_ state: Waste.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let id = identifier(context)
        guard let found = facts.site else { throw WasteRefusal.siteUnknown(site) }
        guard state.scale == nil else { throw WasteRefusal.scaleKnown(id) }
        guard !scaleName.isBlank else { throw WasteRefusal.nameMissing() }
        guard until >= context.now.date else { throw WasteRefusal.verificationOver(until) }
        return [ScaleRegistered(scale: id, site: site, place: found.place, scaleName: scaleName, until: until)]
    }
}

/// A scale stands on the list.
package struct ScaleRegistered: WasteEvent {
    package let scale: ScaleID
    package let site: SiteID
    package let place: DivisionID
    package let scaleName: String
    package let until: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            scale: pass.value("scale", \.scale), site: pass.value("site", \.site), place: pass.value("place", \.place),
            scaleName: pass.value("name", \.scaleName), until: pass.value("until", \.until))
    }

    package static let name = "scaleRegistered"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.scale = Scale(id: scale, site: site, place: place, name: scaleName, until: until)
    }
}
