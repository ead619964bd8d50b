package import Kernel
package import Storage

/// Puts a collection point, a station, a plant or a recycler on the list.
package struct RegisterSite: WasteCommand {
    package var site: SiteID?
    package let place: DivisionID
    package let siteName: String
    package let kind: SiteKind

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.newName("site", \.site), place: pass.value("place", \.place),
            siteName: pass.value("name", \.siteName), kind: pass.value("kind", \.kind))
    }

    package static let name = "registerSite"
    package static var title: Message { WasteText.registerSite }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [.placeUnknown, .siteKnown, .nameMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("site", identifier(context).text) }

    private func identifier(_ context: Context) -> SiteID { site ?? context.derivedIdentifier(.site) }

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
    }

    package func place(_ state: Waste.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    package func decide(_ state: Waste.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw WasteRefusal.placeUnknown(place) }
        guard state.site == nil else { throw WasteRefusal.siteKnown(id) }
        guard !siteName.isBlank else { throw WasteRefusal.nameMissing() }
        return [SiteRegistered(site: id, place: place, siteName: siteName, kind: kind)]
    }
}

/// A site stands on the list.
package struct SiteRegistered: WasteEvent {
    package let site: SiteID
    package let place: DivisionID
    package let siteName: String
    package let kind: SiteKind

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), place: pass.value("place", \.place),
            siteName: pass.value("name", \.siteName), kind: pass.value("kind", \.kind))
    }

    package static let name = "siteRegistered"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.site = Site(id: site, place: place, name: siteName, kind: kind)
    }
}
