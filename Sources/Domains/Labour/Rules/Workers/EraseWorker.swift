package import Kernel
package import Storage

/// Destroys what is personal of a worker who has nothing open, once the ledgers’ term is over or on her own wish.
package struct EraseWorker: LabourCommand {
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(worker: pass.value("worker", \.worker))
    }

    package static let name = "eraseWorker"
    package static var title: Message { LabourText.eraseWorker }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [.noSuchWorker, .workerErased, .workOpen, .inCrew]

    package func stream(_ context: Context) -> StreamID { StreamID("worker", worker.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Worker {
        guard let found = state.worker else { throw LabourRefusal.noSuchWorker(worker) }
        return found
    }

    package struct Facts: Sendable {
        /// Seats she has, and wages that are still owed.
        package let open: Int64
        package let crew: CrewID?
    }

    package func place(_ known: Worker, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Worker, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard !known.isErased else { throw LabourRefusal.workerErased(worker) }
        guard facts.open == 0 else { throw LabourRefusal.workOpen(facts.open) }
        guard facts.crew == nil else { throw LabourRefusal.inCrew.at("worker", worker) }
        return [WorkerErased(worker: worker, place: known.place)]
    }
}

/// What is personal of a worker is destroyed; every count stands.
package struct WorkerErased: LabourEvent {
    package let worker: WorkerID
    package let place: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(worker: pass.value("worker", \.worker), place: pass.value("place", \.place))
    }

    package static let name = "workerErased"

    package var erased: DataSubject? { DataSubject(ofWorker: worker) }

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.worker?.isErased = true
        state.worker?.name = nil
    }
}
