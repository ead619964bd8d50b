package import Kernel
package import Storage

/// Says for what pay and how far somebody goes to work: a round offers nothing below or beyond. What it is about her stays
/// sealed; the round's row says of a pair only which of the two kept it away.
package struct StateConditions: LabourCommand {
    package let worker: WorkerID
    /// For a day; absent: whatever is paid.
    package var reserve: Personal<Money>?
    package let reach: WorkReach

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            worker: pass.value("worker", \.worker),
            reserve: pass.optionalPersonal("reserveFen", \.reserve, of: .unnamed),
            reach: pass.value("reach", \.reach, absent: .anywhere))
    }

    package static let name = "stateConditions"
    package static var title: Message { ConditionText.state }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [.noSuchWorker, .workerErased, .amountMissing]

    package typealias Facts = SeekerFacts

    package func stream(_ context: Context) -> StreamID { StreamID("worker", worker.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Worker {
        guard let found = state.worker else { throw LabourRefusal.noSuchWorker(worker) }
        return found
    }

    package func place(_ known: Worker, _ facts: Facts) -> DivisionID? { known.place }

    package func holder(_ known: Worker, _ facts: Facts, _ context: Context) -> PersonID? { known.person }

    package func decide(_ known: Worker, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard !known.isErased else { throw LabourRefusal.workerErased(worker) }
        let least = reserve?.content
        if let least, least <= .zero { throw LabourRefusal.amountMissing.at("reserveFen") }
        let subject = DataSubject(ofWorker: worker)
        return [
            ConditionsStated(
                worker: worker, place: known.place, reserve: least.map { Personal($0, of: subject) }, reach: reach,
                hall: facts.hall)
        ]
    }
}

/// How far somebody goes to work, as far as the register knows of the way.
package enum WorkReach: String, FieldChoice {
    case village, township, anywhere

    /// 0 in the same village, 1 in the same township, 2 beyond.
    var farthest: Int64 { Int64(WorkReach.allCases.firstIndex(of: self) ?? 0) }
}

/// Somebody said for what pay and how far she goes; a later word takes the place of an earlier one.
package struct ConditionsStated: LabourEvent {
    package let worker: WorkerID
    package let place: DivisionID
    package var reserve: Personal<Money>?
    package let reach: WorkReach
    package var hall: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let worker = pass.value("worker", \.worker)
        return Self(
            worker: worker, place: pass.value("place", \.place),
            reserve: pass.optionalPersonal("reserveFen", \.reserve, of: DataSubject(ofWorker: worker)),
            reach: pass.value("reach", \.reach), hall: pass.optional("hall", \.hall))
    }

    package static let name = "conditionsStated"

    package func change(_ state: inout Labour.State, at instant: Instant) {}

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        SeatFreeing.refill(hall, at: instant)
    }
}
