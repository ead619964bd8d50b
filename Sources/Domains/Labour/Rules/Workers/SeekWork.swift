package import Kernel
package import Storage

/// “I look for work”, or not any more: at the desk, by message, on the phone.
package struct SeekWork: LabourCommand {
    package let worker: WorkerID
    package let isSeeking: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(worker: pass.value("worker", \.worker), isSeeking: pass.value("isSeeking", \.isSeeking))
    }

    package static let name = "seekWork"
    package static var title: Message { LabourText.seekWork }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [.noSuchWorker, .workerErased, .seekingAlready]

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
        guard (known.seekingSince != nil) != isSeeking else { throw LabourRefusal.seekingAlready() }
        return [
            WorkSought(worker: worker, place: known.place, isSeeking: isSeeking, hall: isSeeking ? facts.hall : nil)
        ]
    }
}

/// What a word of somebody's must know of the market beside her.
package struct SeekerFacts: Sendable {
    /// The nearest open hall of her place, where she looks for work; nil where she does not or none is open.
    package let hall: DivisionID?
}

/// Somebody looks for work from now on, or not any more.
package struct WorkSought: LabourEvent {
    package let worker: WorkerID
    package let place: DivisionID
    package let isSeeking: Bool
    /// The open hall that looks at once whether a seat that came free is for her.
    package var hall: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            worker: pass.value("worker", \.worker), place: pass.value("place", \.place),
            isSeeking: pass.value("isSeeking", \.isSeeking), hall: pass.optional("hall", \.hall))
    }

    package static let name = "workSought"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.worker?.seekingSince = isSeeking ? instant : nil
    }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        SeatFreeing.refill(hall, at: instant)
    }
}
