package import Kernel
package import Storage

/// Says how much of a material lies at a site after all, and why the scale's book says otherwise: dried out, stolen, put
/// on the wrong heap.
package struct CountRecyclables: WasteCommand {
    package typealias Subject = Site

    package let site: SiteID
    package let material: Recyclable
    package let kilograms: Int64
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), material: pass.value("material", \.material),
            kilograms: pass.whole("kilograms", \.kilograms, in: StockDomain.self),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "countRecyclables"
    package static var title: Message { SaleText.countRecyclables }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [.siteUnknown, .nothingSortedHere, .reasonMissing, .countedAlready]

    package func stream(_ context: Context) -> StreamID { StreamID("site", site.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Site {
        guard let found = state.site else { throw WasteRefusal.siteUnknown(site) }
        return found
    }

    package struct Facts: Sendable {
        /// What lies there by the book.
        package let lies: Int64
    }

    package func place(_ site: Site, _ facts: Facts) -> DivisionID? { site.place }

    package func decide(_ subject: Site, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Waste>] {
        guard subject.kind.sorts else { throw WasteRefusal.nothingSortedHere() }
        guard !reason.isBlank else { throw WasteRefusal.reasonMissing() }
        guard kilograms != facts.lies else { throw WasteRefusal.countedAlready() }
        let isMore = kilograms > facts.lies
        return [
            RecyclablesCounted(
                site: site, place: subject.place, material: material, day: context.now.date, isMore: isMore,
                difference: isMore ? kilograms - facts.lies : facts.lies - kilograms, reason: reason)
        ]
    }
}

/// The heap is so much more, or less, than the book had.
package struct RecyclablesCounted: WasteEvent {
    package let site: SiteID
    package let place: DivisionID
    package let material: Recyclable
    package let day: CivilDate
    package let isMore: Bool
    package let difference: Int64
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), place: pass.value("place", \.place),
            material: pass.value("material", \.material), day: pass.value("day", \.day),
            isMore: pass.value("isMore", \.isMore),
            difference: pass.whole("difference", \.difference, in: StockDomain.self),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "recyclablesCounted"
    package func change(_ state: inout Waste.State, at instant: Instant) {}
}
