package import Kernel
package import Storage
import Weighing

/// Weighs a load. Nobody types a net or a number; what a second look would find wrong is refused at the scale.
package struct IssueTicket: WasteCommand {
    package var ticket: TicketID?
    package let load: Load
    /// Of a load that arrives at a plant: the ticket it left its station with.
    package var departure: TicketID?
    /// Absent: now.
    package var weighedAt: Instant?
    /// Of recyclables that are fetched: the sale they belong to.
    package var sale: SaleID?
    /// Of the display, or of the load on the scale.
    package var photo: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            ticket: pass.newName("ticket", \.ticket), load: pass.inlined(\.load),
            departure: pass.optional("departure", \.departure), weighedAt: pass.optional("weighedAt", \.weighedAt),
            sale: pass.optional("sale", \.sale), photo: pass.optionalPaper("photo", \.photo))
    }

    package static let name = "issueTicket"
    package static var title: Message { WasteText.issueTicket }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .scaleUnknown, .ticketKnown, .siteUnknown, .sameSite, .severalOrigins, .scaleElsewhere, .scaleNotVerified,
        .vehicleMissing, .vehicleUnknown, .notCarried, .tareNotBelowGross, .weighedLater, .weighedLongAgo,
        .enteredTwice, .tareOld, .tareOff, .overloaded, .departureMissing, .departureUnknown,
        .saleMissing, .saleElsewhere, .saleUnknown, .saleNotSold, .beyondSale, .beyondStock,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("ticket", identifier(context).text) }

    private func identifier(_ context: Context) -> TicketID { ticket ?? context.derivedIdentifier(.ticket) }

    /// What the room knows of the sites, the scale and the vehicle.
    package struct Facts: Sendable {
        package let from: [Site]
        package let to: Site?
        package let scale: Scale?
        /// The vehicle in use with the plate.
        package let vehicle: Vehicle?
        /// What holds of its tare and its load where the scale stands.
        package let rule: TareRule
        /// A ticket of the same vehicle with the same weights, shortly before or after.
        package let twin: TicketID?
        /// Whether the departure is a load on its way from here to there that has not arrived.
        package let isUnderway: Bool
        /// The sale that is named.
        package let sale: SaleStock?
        /// Whether sorted recyclables lie where the load comes from.
        package let hasHeap: Bool
    }

    /// A sale as the scale needs it: what it sold, what left for it, and what lies at its site.
    package struct SaleStock: Sendable {
        package let sale: Sale
        package let handed: Int64
        package let lies: Int64
    }

    package func place(_ state: Waste.State, _ facts: Facts) -> DivisionID? { facts.scale?.place }

    package func decide(_ state: Waste.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        let id = identifier(context)
        let at = weighedAt ?? context.now
        guard let scale = facts.scale else { throw WasteRefusal.scaleUnknown(load.scale) }
        guard state.ticket == nil else { throw WasteRefusal.ticketKnown(id) }
        let (origin, destination) = try ends(facts)
        guard scale.site == load.to || load.from.contains(scale.site) else {
            throw WasteRefusal.scaleElsewhere(scale.name)
        }
        guard at.date <= scale.until else { throw WasteRefusal.scaleNotVerified(scale.until) }
        try checkLoad(facts, at, context.now)
        let kind = TicketKind.of(
            load.stream, from: origin.kind, to: destination.kind, isAtOrigin: load.from.contains(scale.site))
        if kind == .plantIn {
            guard departure != nil else { throw WasteRefusal.departureMissing() }
            guard facts.isUnderway else { throw WasteRefusal.departureUnknown() }
        }
        try checkSale(facts, kind)
        return [
            TicketIssued(
                ticket: id, place: scale.place, kind: kind, load: load,
                departure: kind == .plantIn ? departure : nil, weighedAt: at, issuer: context.principal.person,
                sale: sale, photo: photo)
        ]
    }

    /// What leaves a sorted heap leaves it for a sale: no more than was sold, and no more than lies there.
    private func checkSale(_ facts: Facts, _ kind: TicketKind) throws(Rejection) {
        let isFetched = kind == .recycleOut && load.stream == .recyclable
        guard let sale else {
            guard !isFetched || !facts.hasHeap else { throw WasteRefusal.saleMissing() }
            return
        }
        guard isFetched else { throw WasteRefusal.saleElsewhere() }
        guard let stock = facts.sale else { throw WasteRefusal.saleUnknown(sale) }
        guard load.from == [stock.sale.site] else { throw WasteRefusal.saleElsewhere() }
        guard stock.sale.phase == .sold else { throw WasteRefusal.saleNotSold() }
        let net = load.gross - load.tare
        let left = max(0, Sale.most(of: stock.sale.kilograms) - stock.handed)
        guard net <= left else { throw WasteRefusal.beyondSale(left) }
        guard net <= Sale.most(of: max(0, stock.lies)) else { throw WasteRefusal.beyondStock(max(0, stock.lies)) }
    }

    private func ends(_ facts: Facts) throws(Rejection) -> (Site, Site) {
        let known = Set(facts.from.map(\.id))
        if let missing = load.from.first(where: { !known.contains($0) }) { throw WasteRefusal.siteUnknown(missing) }
        guard let origin = facts.from.first else { throw WasteRefusal.siteUnknown(load.to).at("from") }
        guard let destination = facts.to else { throw WasteRefusal.siteUnknown(load.to).at("to") }
        guard !load.from.contains(load.to) else { throw WasteRefusal.sameSite() }
        guard facts.from.allSatisfy({ $0.kind == origin.kind }) else {
            throw WasteRefusal.severalOrigins()
        }
        return (origin, destination)
    }

    private func checkLoad(_ facts: Facts, _ at: Instant, _ now: Instant) throws(Rejection) {
        guard !load.vehicle.isBlank else { throw WasteRefusal.vehicleMissing() }
        guard let vehicle = facts.vehicle else { throw WasteRefusal.vehicleUnknown(load.vehicle) }
        guard vehicle.carries.contains(load.stream) else { throw WasteRefusal.notCarried(load.stream.label) }
        guard load.tare < load.gross else { throw WasteRefusal.tareNotBelowGross() }
        guard at <= now else { throw WasteRefusal.weighedLater() }
        guard at >= now.adding(days: -TicketDays.late) else { throw WasteRefusal.weighedLongAgo(TicketDays.late) }
        if let twin = facts.twin { throw WasteRefusal.enteredTwice(twin) }
        let rule = facts.rule
        guard at.date <= vehicle.tareDay.adding(days: rule.days) else { throw WasteRefusal.tareOld(rule.days) }
        guard rule.holds(load.tare, of: vehicle) else { throw WasteRefusal.tareOff(vehicle.tare) }
        let most = rule.most(of: vehicle)
        guard load.gross - load.tare <= most else { throw WasteRefusal.overloaded(most) }
    }
}

/// Days of a ticket that follow from how stations work, not from a law.
enum TicketDays {
    /// A weighing written down without a network is entered within a week.
    static let late: Int64 = 7
}

/// A load was weighed.
package struct TicketIssued: WasteEvent {
    package let ticket: TicketID
    package let place: DivisionID
    package let kind: TicketKind
    package let load: Load
    package var departure: TicketID?
    package let weighedAt: Instant
    package let issuer: PersonID
    /// Absent in entries of before 1 December 2026, and of loads that belong to no sale.
    package var sale: SaleID?
    /// The photo's digest; absent in entries of before 1 December 2026, and where none was taken.
    package var photo: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            ticket: pass.value("ticket", \.ticket), place: pass.value("place", \.place),
            kind: pass.value("kind", \.kind),
            load: pass.inlined(\.load), departure: pass.optional("departure", \.departure),
            weighedAt: pass.value("weighedAt", \.weighedAt),
            issuer: pass.value("issuer", \.issuer), sale: pass.optional("sale", \.sale),
            photo: pass.optionalPaper("photo", \.photo))
    }

    package static let name = "ticketIssued"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.ticket = Ticket(id: ticket, place: place, kind: kind, issuer: issuer, gross: load.gross, tare: load.tare)
    }
}
