package import Kernel
package import Storage

/// The next step of the arrears clock: a reminder, a case, no new orders, mediation, inspection.
package struct AdvanceArrear: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID
    package let step: ArrearStep
    /// The number of the letter by which a desk hands the case over, or of the mediation's record.
    package var paper: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker),
            step: pass.value("step", \.step), paper: pass.optional("paper", \.paper))
    }

    package static let name = "advanceArrear"
    package static var title: Message { LabourText.advanceArrear }
    package static let access: Access = [.own(.stationAgent, .countyOfficer), .installation]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .noSeat, .nothingOwed, .stepTaken, .tooEarly, .paperMissing,
    ]

    package struct Facts: Sendable {
        package let openDays: Int64
        package let answerDays: Int64
        package let mediateDays: Int64
        package let handOverDays: Int64

        /// Working days from the day wages were due until a step.
        func days(until step: ArrearStep) -> Int {
            switch step {
            case .due: 0
            case .open: Int(openDays)
            case .blocked: Int(answerDays)
            case .mediation: Int(mediateDays)
            case .handedOver: Int(handOverDays)
            }
        }
    }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard let engagement = known.engagements[worker], let dueOn = engagement.dueOn else {
            throw LabourRefusal.noSeat(worker)
        }
        guard engagement.owed > .zero else { throw LabourRefusal.nothingOwed() }
        guard engagement.arrear?.next == step || (engagement.arrear == nil && step == .due) else {
            throw LabourRefusal.stepTaken()
        }
        guard context.now >= dueOn.end else { throw LabourRefusal.tooEarly(dueOn.end) }
        // The clock hands over by itself; a desk says by which letter.
        if step == .handedOver, context.principal.role != .system, (paper ?? "").isBlank {
            throw LabourRefusal.paperMissing()
        }
        let next = step.next.flatMap { following in
            try? context.calendar.end(ofWorkingDays: facts.days(until: following), from: dueOn.start)
        }
        return [
            ArrearAdvanced(
                order: order, place: known.place, worker: worker, employer: known.terms.employer, step: step,
                owed: engagement.owed, nextAt: next, paper: paper)
        ]
    }
}

/// Wages are past their day, and what follows from it has begun.
package struct ArrearAdvanced: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID
    package let employer: EmployerID
    package let step: ArrearStep
    package let owed: Money
    package var nextAt: Instant?
    package var paper: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker),
            employer: pass.value("employer", \.employer),
            step: pass.value("step", \.step),
            owed: pass.value("owedFen", \.owed),
            nextAt: pass.optional("nextAt", \.nextAt), paper: pass.optional("paper", \.paper))
    }

    package static let name = "arrearAdvanced"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.order?.engagements[worker]?.arrear = step
    }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        guard let nextAt, let next = step.next else { return [] }
        return [Due(at: max(nextAt, instant), AdvanceArrear(order: order, worker: worker, step: next))]
    }
}
