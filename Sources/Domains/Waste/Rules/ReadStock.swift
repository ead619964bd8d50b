package import Kernel
package import Storage

/// Says how much lies at a station or in a plant's pit at a day's end. A correction says why.
package struct ReadStock: WasteCommand {
    package typealias Subject = Site

    package let site: SiteID
    package let day: CivilDate
    package let kilograms: Int64
    package var reason: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), day: pass.value("day", \.day),
            kilograms: pass.whole("kilograms", \.kilograms, in: StockDomain.self),
            reason: pass.optional("reason", \.reason))
    }

    package static let name = "readStock"
    package static var title: Message { WasteText.readStock }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["day": .years(back: 2, ahead: 0)]
    package static let refusals: [WasteRefusal] = [.siteUnknown, .noStockHere, .dayToCome, .reasonMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("site", site.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Site {
        guard let found = state.site else { throw WasteRefusal.siteUnknown(site) }
        return found
    }

    package struct Facts: Sendable {
        package let isKnown: Bool
    }

    package func place(_ site: Site, _ facts: Facts) -> DivisionID? { site.place }

    package func decide(_ subject: Site, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Waste>] {
        guard subject.kind.hasStock else { throw WasteRefusal.noStockHere() }
        guard day <= context.now.date else { throw WasteRefusal.dayToCome() }
        let hasReason = reason.map { !$0.isBlank } ?? false
        guard !facts.isKnown || hasReason else { throw WasteRefusal.reasonMissing() }
        return [StockRead(site: site, place: subject.place, day: day, kilograms: kilograms, reason: reason)]
    }
}

/// What lay at a site at a day's end.
package struct StockRead: WasteEvent {
    package let site: SiteID
    package let place: DivisionID
    package let day: CivilDate
    package let kilograms: Int64
    package var reason: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), place: pass.value("place", \.place), day: pass.value("day", \.day),
            kilograms: pass.whole("kilograms", \.kilograms, in: StockDomain.self),
            reason: pass.optional("reason", \.reason))
    }

    package static let name = "stockRead"
    package func change(_ state: inout Waste.State, at instant: Instant) {}
}
