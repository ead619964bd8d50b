package import Kernel
package import Storage

/// Enters people who go to work together or not at all, each of whom agreed to it and to who answers for them.
package struct FormCrew: LabourCommand {
    package var crew: CrewID?
    package let place: DivisionID
    /// Answers for all; wages go to each of them all the same (Order 724, art. 11).
    package let leader: WorkerID
    package let members: [WorkerID]
    package let hasConsented: Bool

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            crew: pass.newName("crew", \.crew), place: pass.value("place", \.place),
            leader: pass.value("leader", \.leader), members: pass.values("members", \.members),
            hasConsented: pass.value("consent", \.hasConsented))
    }

    package static let name = "formCrew"
    package static var title: Message { CrewText.form }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [LabourRefusal] = [
        .placeUnknown, .crewKnown, .crewSize, .noSuchWorker, .workerErased, .crewElsewhere, .inCrew,
        .crewConsentMissing,
    ]

    package struct Facts: Sendable {
        package let isKnownPlace: Bool
        package let people: [WorkerID: Person]
    }

    /// What the desk knows of one of them.
    package struct Person: Sendable {
        let isErased: Bool
        /// Whether she belongs to a place of the desk's.
        let isWithin: Bool
        let crew: CrewID?
    }

    package func stream(_ context: Context) -> StreamID { StreamID("crew", identifier(context).text) }

    private func identifier(_ context: Context) -> CrewID { crew ?? context.derivedIdentifier(.crew) }

    package func place(_ state: Labour.State, _ facts: Facts) -> DivisionID? { facts.isKnownPlace ? place : nil }

    /// All of them, the leader first and nobody twice.
    var everybody: [WorkerID] { [leader] + Set(members).subtracting([leader]).sorted() }

    package func decide(_ state: Labour.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        let id = identifier(context)
        guard facts.isKnownPlace else { throw LabourRefusal.placeUnknown(place) }
        guard state.crew == nil else { throw LabourRefusal.crewKnown(id) }
        let all = everybody
        guard Crew.sizes.contains(all.count) else { throw LabourRefusal.crewSize(Crew.sizes.upperBound) }
        for worker in all {
            guard let person = facts.people[worker] else { throw LabourRefusal.noSuchWorker.at("members", worker) }
            guard !person.isErased else { throw LabourRefusal.workerErased.at("members", worker) }
            guard person.isWithin else { throw LabourRefusal.crewElsewhere(worker) }
            guard person.crew == nil else { throw LabourRefusal.inCrew(worker) }
        }
        guard hasConsented else { throw LabourRefusal.crewConsentMissing() }
        return [
            CrewFormed(
                crew: id, place: place,
                members: all.map { CrewMember(worker: Personal($0, of: DataSubject(ofWorker: $0))) })
        ]
    }
}

/// People go to work together from now on. The log says how many, and not who.
package struct CrewFormed: LabourEvent {
    package let crew: CrewID
    package let place: DivisionID
    /// The first answers for all.
    package let members: [CrewMember]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            crew: pass.value("crew", \.crew), place: pass.value("place", \.place),
            members: pass.list("members", \.members))
    }

    package static let name = "crewFormed"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.crew = Crew(id: crew, place: place, members: members.compactMap(\.worker.content))
    }
}
