package import Kernel
package import Registry

/// How far one person's work on one order has come.
package enum EngagementPhase: String, FieldChoice {
    case offered, accepted, arrived, worked
    case withdrawn, declined, lapsed, noShow, cancelled

    /// Whether the person has a seat, or had it until the work was done.
    package var hasSeat: Bool {
        switch self {
        case .offered, .accepted, .arrived, .worked: true
        case .withdrawn, .declined, .lapsed, .noShow, .cancelled: false
        }
    }
}

/// The steps of the arrears clock, in their order.
package enum ArrearStep: String, FieldChoice {
    case due, open, blocked, mediation, handedOver

    /// What follows; nil after the last.
    package var next: ArrearStep? {
        switch self {
        case .due: .open
        case .open: .blocked
        case .blocked: .mediation
        case .mediation: .handedOver
        case .handedOver: nil
        }
    }
}

/// One person's work on one order, what is owed for it and what was paid.
package struct Engagement: Sendable, Hashable {
    package internal(set) var phase: EngagementPhase
    /// When an offer lapses.
    package internal(set) var until: Instant?
    /// With whom she is asked, all at once; nil once they have answered: then each has her own seat.
    package internal(set) var crew: CrewID?
    package internal(set) var came: Instant?
    package internal(set) var minutes: Int64?
    package internal(set) var gross: Money = .zero
    package internal(set) var net: Money = .zero
    package internal(set) var paid: Money = .zero
    package internal(set) var dueOn: CivilDate?
    /// The bank's or the receipt's numbers of what was paid: the same number pays once.
    package internal(set) var references: Set<String> = []
    package internal(set) var arrear: ArrearStep?
    /// The file that is with the bank; nil where none is.
    package internal(set) var file: Int64?

    package var owed: Money { net - paid }
}

/// An order: its terms, its seats, and the work of those who have one. The seats are the state of one stream, so however
/// many ask at once, the writer gives exactly as many as there are.
package struct Order: Sendable, Hashable {
    package let id: OrderID
    package let place: DivisionID
    package let organisation: OrganisationID?
    package let terms: OrderTerms
    package let callOutMinutes: Int64
    package internal(set) var book: SeatBook<WorkerID>
    package internal(set) var engagements: [WorkerID: Engagement] = [:]
    package internal(set) var isCancelled = false
    /// How many files for the bank were made.
    package internal(set) var files: Int64 = 0

    package var employerPerson: PersonID? { PersonID(terms.employer.text) }

    /// The order's place in a person's day; an order that was posted has a shift.
    var shift: Shift? { try? terms.shift() }

    func requireOpen(at now: Instant) throws(Rejection) {
        guard !isCancelled else { throw LabourRefusal.orderCancelled() }
        guard now < terms.end else { throw LabourRefusal.orderOver() }
    }

    /// Who answers an offer with her: her group, as long as it is asked; otherwise she alone.
    func asked(with worker: WorkerID) -> [WorkerID] {
        guard let mine = engagements[worker], mine.phase == .offered, let crew = mine.crew else { return [worker] }
        return asked(crew)
    }

    /// Of a group, who is being asked.
    func asked(_ crew: CrewID) -> [WorkerID] {
        engagements.filter { $0.value.phase == .offered && $0.value.crew == crew }.keys.sorted()
    }

    func engagement(of worker: WorkerID, in phases: Set<EngagementPhase>) throws(Rejection) -> Engagement {
        guard let found = engagements[worker], phases.contains(found.phase) else { throw LabourRefusal.noSeat(worker) }
        return found
    }
}
