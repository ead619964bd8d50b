package import Kernel

/// People who go to work together or not at all. The first of them is asked and answers for all.
package struct Crew: Sendable, Hashable {
    package static let sizes = 2...20

    package let id: CrewID
    package let place: DivisionID
    /// In the order in which they were entered; who was erased since is left out.
    package internal(set) var members: [WorkerID]
    package internal(set) var isOver = false

    package var leader: WorkerID? { members.first }
}

/// One of a group in the log: who she is lies sealed.
package struct CrewMember: FieldRecord, Hashable {
    package let worker: Personal<WorkerID>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(worker: pass.personal("worker", \.worker, of: .unnamed))
    }
}
