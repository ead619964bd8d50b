package import Kernel
import Weighing

package enum TicketName {}
package typealias TicketID = Identifier<TicketName>

/// What was weighed (GB/T 19095-2019), and what burning leaves.
package enum WasteStream: String, FieldChoice {
    case other, kitchen, recyclable, hazardous, slag, flyash

    var isRaw: Bool { self == .other || self == .kitchen || self == .hazardous }
}

/// One weighing. The net is reckoned, never typed; the kind follows from the two sites and from where the scale stands.
package struct Ticket: Sendable, Hashable {
    package let id: TicketID
    package let place: DivisionID
    package let kind: TicketKind
    package let issuer: PersonID
    package let gross: Int64
    package let tare: Int64
    package internal(set) var isVoid = false

    package var net: Int64 { gross - tare }

    package func check(_ invariants: inout Invariants) {
        invariants.hold(tare < gross, "\(id) weighs nothing")
    }
}

/// What a weighing says of its load.
package enum TicketKind: String, FieldChoice {
    case collect, transferOut, plantIn, slagOut, flyAshOut, recycleOut, rawOut, landfillOut

    /// `isAtOrigin`: the scale stands where the load comes from.
    static func of(_ stream: WasteStream, from: SiteKind, to: SiteKind, isAtOrigin: Bool) -> TicketKind {
        switch (stream, from, to) {
        case (.slag, _, _): .slagOut
        case (.flyash, _, _): .flyAshOut
        case (_, _, .landfill): .landfillOut
        case (_, _, .recycler): .recycleOut
        case (_, .point, _): .collect
        case (_, .station, .plant): isAtOrigin ? .transferOut : .plantIn
        default: .rawOut
        }
    }

    /// As the judge of tickets names it.
    var weighed: WeighingTicket.Kind {
        switch self {
        case .collect: .collect
        case .transferOut: .transferOut
        case .plantIn: .plantIn
        case .slagOut: .slagOut
        case .flyAshOut: .flyAshOut
        case .recycleOut: .recycleOut
        case .rawOut: .rawOut
        case .landfillOut: .landfillOut
        }
    }
}
