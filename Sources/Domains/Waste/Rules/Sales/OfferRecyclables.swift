package import Kernel
package import Registry
package import Storage

/// Puts a quantity of a sorted heap up for sale: a card of the register and a lot of the exchange stand for it from the same
/// moment (policy), and so much of the heap is held.
package struct OfferRecyclables: WasteCommand {
    package var sale: SaleID?
    package let site: SiteID
    package let material: Recyclable
    package let kilograms: Int64
    /// Whose it is, and who signs.
    package let seller: OrganisationID
    /// For the whole quantity.
    package let reserve: Money
    /// Until when the buyer fetches it.
    package let fetchBy: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            sale: pass.newName("sale", \.sale), site: pass.value("site", \.site),
            material: pass.value("material", \.material),
            kilograms: pass.whole("kilograms", \.kilograms, in: StockDomain.self),
            seller: pass.value("seller", \.seller), reserve: pass.value("reserveFen", \.reserve),
            fetchBy: pass.value("fetchBy", \.fetchBy))
    }

    package static let name = "offerRecyclables"
    package static var title: Message { SaleText.offerRecyclables }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .siteUnknown, .saleKnown, .nothingOffered, .beyondHeap, .sellerUnknown, .sellerElsewhere, .reserveMissing,
        .fetchTooSoon,
    ]

    /// Notice, auction, publicity and signing take their days before anybody can fetch anything.
    static let leastDays = 30

    package func stream(_ context: Context) -> StreamID { StreamID("wasteSale", identifier(context).text) }

    /// A lot has the same name, so that it is taken from the lots' names.
    private func identifier(_ context: Context) -> SaleID { sale ?? context.derivedIdentifier(.lot) }

    package struct Facts: Sendable {
        package let site: Site?
        package let heap: Heap?
        package let isKnownSeller: Bool
        /// Whether the site lies where the seller is at home, or below.
        package let isAtHome: Bool
    }

    package func place(_ state: Waste.State, _ facts: Facts) -> DivisionID? { facts.site?.place }

    package func decide(_ state: Waste.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let id = identifier(context)
        guard let known = facts.site else { throw WasteRefusal.siteUnknown(site) }
        guard state.sale == nil else { throw WasteRefusal.saleKnown(id) }
        guard kilograms > 0 else { throw WasteRefusal.nothingOffered() }
        let free = facts.heap?.free ?? 0
        guard kilograms <= free else { throw WasteRefusal.beyondHeap(free) }
        guard facts.isKnownSeller else { throw WasteRefusal.sellerUnknown(seller) }
        guard facts.isAtHome else { throw WasteRefusal.sellerElsewhere() }
        guard reserve > .zero else { throw WasteRefusal.reserveMissing() }
        guard fetchBy >= context.now.date.adding(days: Self.leastDays) else {
            throw WasteRefusal.fetchTooSoon(Int64(Self.leastDays))
        }
        return [
            RecyclablesOffered(
                sale: id, site: site, place: known.place, siteName: known.name, material: material,
                kilograms: kilograms, seller: seller, reserve: reserve, fetchBy: fetchBy)
        ]
    }
}

/// A quantity of a heap is held for a sale.
package struct RecyclablesOffered: WasteEvent {
    package let sale: SaleID
    package let site: SiteID
    package let place: DivisionID
    package let siteName: String
    package let material: Recyclable
    package let kilograms: Int64
    package let seller: OrganisationID
    package let reserve: Money
    package let fetchBy: CivilDate

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            sale: pass.value("sale", \.sale), site: pass.value("site", \.site), place: pass.value("place", \.place),
            siteName: pass.value("siteName", \.siteName), material: pass.value("material", \.material),
            kilograms: pass.whole("kilograms", \.kilograms, in: StockDomain.self),
            seller: pass.value("seller", \.seller), reserve: pass.value("reserveFen", \.reserve),
            fetchBy: pass.value("fetchBy", \.fetchBy))
    }

    package static let name = "recyclablesOffered"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.sale = Sale(id: sale, site: site, place: place, material: material, kilograms: kilograms)
    }
}
