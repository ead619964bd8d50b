package import Kernel
package import Registry
package import Storage

/// Confirms what was worked; the slip and the day it is to be paid follow from the order’s terms.
package struct ConfirmHours: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID
    package let minutes: Int64
    package var pieces: Int64?
    package let isSentHome: Bool
    package var meal: Money?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker),
            minutes: pass.whole("minutes", \.minutes, in: MinutesDomain.self),
            pieces: pass.optionalWhole("pieces", \.pieces, in: CountDomain.self),
            isSentHome: pass.value("sentHome", \.isSentHome, absent: false),
            meal: pass.optional("mealFen", \.meal))
    }

    package static let name = "confirmHours"
    package static var title: Message { LabourText.confirmHours }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .orderCancelled, .noSeat, .tooEarly, .tooManyMinutes, .shiftBackwards, .amountTooLarge,
        .amountMissing, .reasonMissing, .belowMinimum,
    ]

    package struct Facts: Sendable {
        package let hourFullTime: Money
        package let hourPartTime: Money
    }

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { known.employerPerson }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard !known.isCancelled else { throw LabourRefusal.orderCancelled() }
        _ = try known.engagement(of: worker, in: [.arrived])
        guard context.now > known.terms.start else { throw LabourRefusal.tooEarly(known.terms.start) }
        let agreed = try known.terms.shift().minutes
        guard (0...agreed + 180).contains(minutes) else { throw LabourRefusal.tooManyMinutes(agreed + 180) }
        let slip = try known.terms.pay(callOutMinutes: known.callOutMinutes)
            .slip(agreed: agreed, worked: minutes, pieces: pieces ?? 0, isSentHome: isSentHome)
        var lines = slip.lines
        if let meal, meal > .zero { lines.append(PayLine(.meal, amount: meal)) }
        let whole = PaySlip(lines)
        let floor = WageFloor(month: .zero, hourFullTime: facts.hourFullTime, hourPartTime: facts.hourPartTime)
        guard minutes == 0 || floor.allows(whole.net, forMinutes: minutes, known.terms.workKind) else {
            throw LabourRefusal.belowMinimum(floor.hour(known.terms.workKind).plainYuan)
        }
        let dueOn =
            (try? PayDay.due(for: known.terms.start.date, known.terms.cycle, context.calendar))
            ?? known.terms.start.date
        return [
            WagesDue(
                order: order, place: known.place, worker: worker, minutes: minutes,
                lines: lines.map { WageLine(kind: $0.kind, amount: $0.amount) }, dueOn: dueOn,
                organisation: known.organisation)
        ]
    }
}

/// Wages are owed: the slip’s printed lines, and the day by which they are to be paid.
package struct WagesDue: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID
    package let minutes: Int64
    package let lines: [WageLine]
    package let dueOn: CivilDate
    package var organisation: OrganisationID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker),
            minutes: pass.whole("minutes", \.minutes, in: MinutesDomain.self),
            lines: pass.list("lines", \.lines),
            dueOn: pass.value("dueOn", \.dueOn),
            organisation: pass.optional("organisation", \.organisation))
    }

    package static let name = "wagesDue"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        let slip = PaySlip(lines.map { PayLine($0.kind, amount: $0.amount) })
        guard let engagement = state.order?.engagements[worker] else { return }
        if engagement.phase == .arrived { state.order?.engagements[worker]?.phase = .worked }
        state.order?.engagements[worker]?.minutes = minutes
        state.order?.engagements[worker]?.gross = slip.gross
        state.order?.engagements[worker]?.net = slip.net
        state.order?.engagements[worker]?.dueOn = dueOn
    }

    /// The net of the slip: what the worker gets.
    package var net: Money { PaySlip(lines.map { PayLine($0.kind, amount: $0.amount) }).net }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        [Due(at: max(dueOn.end, instant), AdvanceArrear(order: order, worker: worker, step: .due))]
    }
}

/// A printed line of a slip, as the log keeps it.
package struct WageLine: FieldRecord, Hashable {
    package let kind: PayLineKind
    package let amount: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(kind: pass.value("kind", \.kind), amount: pass.value("amountFen", \.amount))
    }
}
