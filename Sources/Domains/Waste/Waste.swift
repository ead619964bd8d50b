package import Kernel
package import Storage

/// From a weighed load to "no raw waste went to a landfill" as an identity: sites, scales, tickets of both ends of a trip,
/// stock readings. Legal basis: Law on solid waste (2020) arts. 43–51, Metrology Law art. 9, GB/T 19095-2019.
/// Refusals 10001–10999.
///
/// Streams: `site/{site}`, `scale/{scale}`, `ticket/{ticket}`.
package enum Waste: Module {
    package static let name = "waste"
    package static var title: Message { WasteText.title }
    package typealias Refusal = WasteRefusal

    /// A site, a scale or a ticket.
    package struct State: Sendable {
        package internal(set) var site: Site?
        package internal(set) var scale: Scale?
        package internal(set) var ticket: Ticket?
    }

    package static let commands: [any Command.Type] = [
        RegisterSite.self, RegisterScale.self, VerifyScale.self, IssueTicket.self, VoidTicket.self, ReadStock.self,
    ]
    package static let events: [any Event.Type] = [
        SiteRegistered.self, ScaleRegistered.self, ScaleVerified.self, TicketIssued.self, TicketVoided.self,
        StockRead.self,
    ]

    package static func initialState(of stream: StreamID) -> State { State() }

    package static func check(_ state: State, _ invariants: inout Invariants) { state.ticket?.check(&invariants) }
}

/// A command of this room.
package protocol WasteCommand: Command where Domain == Waste {}

/// An event of this room; it concerns the place of the site where it happened.
package protocol WasteEvent: Event where Domain == Waste {
    var place: DivisionID { get }
}

extension WasteEvent {
    package var division: DivisionID? { place }
}
