package import Kernel
import Registry
package import Storage

extension FormCrew {
    package func facts(on state: Labour.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        var people: [WorkerID: Person] = [:]
        for worker in everybody.prefix(Crew.sizes.upperBound) {
            guard let row = try tx.first("SELECT place, is_erased FROM labour_worker WHERE id = \(worker)") else {
                continue
            }
            people[worker] = Person(
                isErased: try row.get(1, as: Int64.self) == 1,
                isWithin: try DivisionQueries.isWithin(try row.get(0), of: place, in: tx),
                crew: try CrewQueries.find(of: worker, in: tx))
        }
        return Facts(isKnownPlace: try DivisionQueries.find(place, in: tx) != nil, people: people)
    }
}

extension LeaveCrew {
    package func facts(on known: Crew, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            asked: try CrewQueries.findAsked(crew, in: tx), hall: try RoundQueries.findHall(over: known.place, in: tx))
    }
}

extension CrewFacts {
    /// Of the group that somebody belongs to.
    init(of worker: WorkerID, for order: Order, _ context: Context, in tx: any ReadTransaction) throws {
        let crew = try CrewQueries.find(of: worker, in: tx)
        let members = try crew.map { try CrewQueries.listMembers(of: $0, in: tx) } ?? []
        self.init(
            crew: crew,
            members: try members.map { Member(worker: $0, seat: try SeatFacts($0, for: order, context, in: tx)) },
            offerSeconds: try LabourQueries.figure(.labourOfferSeconds, at: order.place, context, in: tx).value)
    }
}

extension OfferCrew {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> CrewFacts {
        try CrewFacts(of: worker, for: order, context, in: tx)
    }
}

extension SeatCrew {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> CrewFacts {
        try CrewFacts(of: worker, for: order, context, in: tx)
    }
}

extension CrewFormed {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("INSERT INTO labour_crew (id, place, formed_at, is_over) VALUES (\(crew), \(place), \(entry.at), 0)")
        for (position, member) in members.enumerated() {
            guard let worker = member.worker.content else { continue }
            try tx.run(
                """
                INSERT INTO labour_crew_member (worker, crew, position) VALUES (\(worker), \(crew), \(Int64(position)))
                """)
        }
    }
}

extension CrewLeft {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard isOver else {
            try tx.run(
                "DELETE FROM labour_crew_member WHERE crew = \(crew) AND worker = \(worker.content)")
            return
        }
        try tx.run("DELETE FROM labour_crew_member WHERE crew = \(crew)")
        try tx.run("UPDATE labour_crew SET is_over = 1 WHERE id = \(crew)")
    }
}
