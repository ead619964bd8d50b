import Kernel
import Labour
import Skills
import Storage

/// What the labour market did with somebody, the skills room may hold beside her sign-ins: who sat in class while checked in
/// at work, and whether a wage came of the job a subsidy rests on.
enum CheckInIsNoted {
    static let policy = Policy("CheckInIsNoted", on: CheckedIn.self, gives: [NoteMarketShift.self]) { checked, _ in
        note(checked.worker, checked.order) { NoteMarketShift(learner: $0, order: $1, came: checked.came) }
    }

    static func note(
        _ worker: WorkerID, _ order: OrderID, _ make: (LearnerID, MarketOrder) -> NoteMarketShift
    ) -> [any Command] {
        guard let learner = LearnerID(worker.text), let name = MarketOrder(order.text) else { return [] }
        return [make(learner, name)]
    }
}

enum WorkedHoursAreNoted {
    static let policy = Policy("WorkedHoursAreNoted", on: WagesDue.self, gives: [NoteMarketShift.self]) { due, _ in
        CheckInIsNoted.note(due.worker, due.order) {
            NoteMarketShift(learner: $0, order: $1, minutes: min(due.minutes, ShiftDomain.range.upperBound))
        }
    }
}

enum PaidWagesAreNoted {
    static let policy = Policy("PaidWagesAreNoted", on: WagesPaid.self, gives: [NoteMarketShift.self]) { paid, _ in
        CheckInIsNoted.note(paid.worker, paid.order) {
            NoteMarketShift(
                learner: $0, order: $1, paidOn: paid.paidOn, employer: paid.employer.flatMap { MarketEmployer($0.text) }
            )
        }
    }
}
