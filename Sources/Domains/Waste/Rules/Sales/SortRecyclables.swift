package import Kernel
package import Storage

/// Weighs what was sorted at a site, on one of its scales: crate or trolley full and empty, the net is reckoned.
package struct SortRecyclables: WasteCommand {
    package typealias Subject = Site

    package let site: SiteID
    package let material: Recyclable
    package let gross: Int64
    package let tare: Int64
    package let scale: ScaleID
    package let day: CivilDate
    /// Whether it was taken out of mixed waste the site had taken in, which has so much less to pass on.
    package let isFromMixed: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), material: pass.value("material", \.material),
            gross: pass.whole("gross", \.gross, in: LoadDomain.self),
            tare: pass.whole("tare", \.tare, in: LoadDomain.self), scale: pass.value("scale", \.scale),
            day: pass.value("day", \.day), isFromMixed: pass.value("isFromMixed", \.isFromMixed))
    }

    package static let name = "sortRecyclables"
    package static var title: Message { SaleText.sortRecyclables }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .siteUnknown, .nothingSortedHere, .scaleUnknown, .scaleElsewhere, .dayToCome, .sortedLongAgo,
        .scaleNotVerified, .tareNotBelowGross,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("site", site.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Site {
        guard let found = state.site else { throw WasteRefusal.siteUnknown(site) }
        return found
    }

    package struct Facts: Sendable {
        package let scale: Scale?
    }

    package func place(_ site: Site, _ facts: Facts) -> DivisionID? { site.place }

    package func decide(_ subject: Site, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Waste>] {
        guard subject.kind.sorts else { throw WasteRefusal.nothingSortedHere() }
        guard let known = facts.scale else { throw WasteRefusal.scaleUnknown(scale) }
        guard known.site == site else { throw WasteRefusal.scaleElsewhere(known.name) }
        let today = context.now.date
        guard day <= today else { throw WasteRefusal.dayToCome() }
        guard day >= today.adding(days: -Int(TicketDays.late)) else {
            throw WasteRefusal.sortedLongAgo(TicketDays.late)
        }
        guard day <= known.until else { throw WasteRefusal.scaleNotVerified(known.until) }
        guard tare < gross else { throw WasteRefusal.tareNotBelowGross() }
        return [
            RecyclablesSorted(
                site: site, place: subject.place, material: material, gross: gross, tare: tare, scale: scale, day: day,
                isFromMixed: isFromMixed)
        ]
    }
}

/// Sorted recyclables lie at a site.
package struct RecyclablesSorted: WasteEvent {
    package let site: SiteID
    package let place: DivisionID
    package let material: Recyclable
    package let gross: Int64
    package let tare: Int64
    package let scale: ScaleID
    package let day: CivilDate
    package let isFromMixed: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), place: pass.value("place", \.place),
            material: pass.value("material", \.material), gross: pass.whole("gross", \.gross, in: LoadDomain.self),
            tare: pass.whole("tare", \.tare, in: LoadDomain.self), scale: pass.value("scale", \.scale),
            day: pass.value("day", \.day), isFromMixed: pass.value("isFromMixed", \.isFromMixed))
    }

    package static let name = "recyclablesSorted"
    package func change(_ state: inout Waste.State, at instant: Instant) {}
}
