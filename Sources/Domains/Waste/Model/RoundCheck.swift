import Kernel
import Weighing

/// A ticket of the round's vehicle: what it weighed, and from which points.
struct RoundTicket: Sendable, Hashable {
    let id: TicketID
    let net: Int64
    let points: Set<SiteID>
}

/// What a driver marked, held against the weighbridge. Each difference is named; none is explained away.
struct RoundCheck: Sendable {
    /// Points that were emptied as the driver says, and on no ticket.
    let onNoTicket: [SiteID]
    /// Points on a ticket that the driver did not mark as emptied.
    let notMarked: [SiteID]
    /// Points on a ticket at which the round does not call.
    let notOnRound: [SiteID]
    /// Points marked as emptied without a weight.
    let withoutWeight: [SiteID]
    /// The sum of what was marked, in kilograms.
    let marked: Int64
    /// The sum of the tickets, net.
    let weighed: Int64
    let tickets: [TicketID]

    init(points: [SiteID], marks: [SiteID: StopMark], tickets: [RoundTicket]) {
        let done = points.filter { marks[$0]?.outcome == .done }
        let named = tickets.reduce(into: Set<SiteID>()) { $0.formUnion($1.points) }
        onNoTicket = tickets.isEmpty ? [] : done.filter { !named.contains($0) }
        notMarked = points.filter { named.contains($0) && marks[$0]?.outcome != .done }
        notOnRound = named.subtracting(points).sorted { $0.text < $1.text }
        withoutWeight = done.filter { marks[$0]?.kilograms == nil }
        marked = done.reduce(0) { $0 + (marks[$1]?.kilograms ?? 0) }
        weighed = tickets.reduce(0) { $0 + $1.net }
        self.tickets = tickets.map(\.id)
    }

    /// Both weights, where both are whole.
    var difference: Int64? {
        !tickets.isEmpty && withoutWeight.isEmpty && marked > 0 && onNoTicket.isEmpty && notMarked.isEmpty
            && notOnRound.isEmpty ? weighed - marked : nil
    }

    /// Whether the weights differ by more than a vehicle's own scale and a weighbridge do.
    var isTooFar: Bool {
        guard let difference else { return false }
        return Whole.product(abs(difference), 10_000) > Whole.product(Int64(WeighingLimits().onBoard), marked)
    }

    var agrees: Bool { difference != nil && !isTooFar }
}
