package import Kernel
package import Storage

/// Takes a ticket out of the reckoning; somebody else than who wrote it says why. The ticket stays to be seen.
package struct VoidTicket: WasteCommand {
    package typealias Subject = Ticket

    package let ticket: TicketID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(ticket: pass.value("ticket", \.ticket), reason: pass.value("reason", \.reason))
    }

    package static let name = "voidTicket"
    package static var title: Message { WasteText.voidTicket }
    package static let access: Access = [.own(.stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .ticketUnknown, .ticketIsVoid, .ownTicket, .reasonMissing, .ticketSettled,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("ticket", ticket.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Ticket {
        guard let found = state.ticket else { throw WasteRefusal.ticketUnknown(ticket) }
        return found
    }

    package struct Facts: Sendable {
        /// The month whose settlement a hauler agreed with counts it.
        package let settled: WasteMonth?
    }

    package func place(_ ticket: Ticket, _ facts: Facts) -> DivisionID? { ticket.place }

    package func decide(_ subject: Ticket, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard !subject.isVoid else { throw WasteRefusal.ticketIsVoid(ticket) }
        guard subject.issuer != context.principal.person else { throw WasteRefusal.ownTicket() }
        if let month = facts.settled { throw WasteRefusal.ticketSettled(month) }
        guard !reason.isBlank else { throw WasteRefusal.reasonMissing() }
        return [TicketVoided(ticket: ticket, place: subject.place, reason: reason)]
    }
}

/// A ticket no longer counts.
package struct TicketVoided: WasteEvent {
    package let ticket: TicketID
    package let place: DivisionID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            ticket: pass.value("ticket", \.ticket), place: pass.value("place", \.place),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "ticketVoided"

    package func change(_ state: inout Waste.State, at instant: Instant) { state.ticket?.isVoid = true }
}
