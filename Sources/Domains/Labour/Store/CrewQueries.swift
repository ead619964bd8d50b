import Kernel
import Registry
import Storage

/// A group as its leader and the desks see it.
struct CrewLine: Sendable {
    let id: CrewID
    let place: DivisionID
    let isOver: Bool
    /// The leader first.
    let members: [WorkerLine]
}

enum CrewQueries {
    static func find(of worker: WorkerID, in tx: any ReadTransaction) throws -> CrewID? {
        try tx.find("SELECT crew FROM labour_crew_member WHERE worker = \(worker)")
    }

    /// The leader first.
    static func listMembers(of crew: CrewID, in tx: any ReadTransaction) throws -> [WorkerID] {
        try tx.rows("SELECT worker FROM labour_crew_member WHERE crew = \(crew) ORDER BY position").map {
            try $0.get(0)
        }
    }

    /// How many belong to each.
    static func sizes(in tx: any ReadTransaction) throws -> [CrewID: Int] {
        var found: [CrewID: Int] = [:]
        for row in try tx.rows("SELECT crew, count(*) FROM labour_crew_member GROUP BY crew ORDER BY crew") {
            found[try row.get(0)] = Int(try row.get(1, as: Int64.self))
        }
        return found
    }

    static func findCrew(_ id: CrewID, in tx: any ReadTransaction) throws -> CrewLine? {
        guard let row = try tx.first("SELECT place, is_over FROM labour_crew WHERE id = \(id)") else { return nil }
        return CrewLine(
            id: id, place: try row.get(0), isOver: try row.get(1, as: Int64.self) == 1,
            members: try listMembers(of: id, in: tx).compactMap { try LabourQueries.findWorker($0, in: tx) })
    }

    /// On which order the group is being asked.
    static func findAsked(_ crew: CrewID, in tx: any ReadTransaction) throws -> OrderID? {
        try tx.find(
            """
            SELECT order_id FROM labour_engagement WHERE crew = \(crew) AND phase = 'offered' ORDER BY order_id LIMIT 1
            """)
    }

    /// Who looks for work within a place and goes alone, whoever waits longest first.
    static func listAlone(within place: DivisionID, limit: Int, in tx: any ReadTransaction) throws -> [WorkerLine] {
        try LabourQueries.listSeeking(limit: 300, in: tx).filter { worker in
            try worker.crew == nil && DivisionQueries.isWithin(worker.place, of: place, in: tx)
        }.prefix(limit).map { $0 }
    }
}
