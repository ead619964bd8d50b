package import Kernel
package import Storage

/// Goes with the others no more. Where the leader leaves or one stays behind, it is over for all of them.
package struct LeaveCrew: LabourCommand {
    package let crew: CrewID
    package let worker: WorkerID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(crew: pass.value("crew", \.crew), worker: pass.value("worker", \.worker))
    }

    package static let name = "leaveCrew"
    package static var title: Message { CrewText.leave }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [.noSuchCrew, .notOfCrew, .crewAsked]

    package struct Facts: Sendable {
        /// An order on which they are being asked, all at once.
        package let asked: OrderID?
        /// The open hall that looks at once what those may do who go alone again.
        package let hall: DivisionID?
    }

    package func stream(_ context: Context) -> StreamID { StreamID("crew", crew.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Crew {
        guard let found = state.crew, !found.isOver else { throw LabourRefusal.noSuchCrew(crew) }
        return found
    }

    package func place(_ known: Crew, _ facts: Facts) -> DivisionID? { known.place }

    package func holder(_ known: Crew, _ facts: Facts, _ context: Context) -> PersonID? { PersonID(worker.text) }

    package func decide(_ known: Crew, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard known.members.contains(worker) else { throw LabourRefusal.notOfCrew(worker) }
        guard facts.asked == nil else { throw LabourRefusal.crewAsked() }
        return [
            CrewLeft(
                crew: crew, place: known.place, worker: Personal(worker, of: DataSubject(ofWorker: worker)),
                isOver: worker == known.leader || known.members.count <= Crew.sizes.lowerBound, hall: facts.hall)
        ]
    }
}

/// Somebody goes with the others no more; or all of them go alone again.
package struct CrewLeft: LabourEvent {
    package let crew: CrewID
    package let place: DivisionID
    package let worker: Personal<WorkerID>
    package let isOver: Bool
    package var hall: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            crew: pass.value("crew", \.crew), place: pass.value("place", \.place),
            worker: pass.personal("worker", \.worker, of: .unnamed), isOver: pass.value("isOver", \.isOver),
            hall: pass.optional("hall", \.hall))
    }

    package static let name = "crewLeft"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.crew?.members.removeAll { $0 == worker.content }
        state.crew?.isOver = isOver
    }

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        SeatFreeing.refill(hall, at: instant)
    }
}
