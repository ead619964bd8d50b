package import Kernel
package import Storage

/// A certificate of somebody's, seen at a desk or given by the skills room: it opens a trade to her until its last day.
package struct NoteCertificate: LabourCommand {
    package let worker: WorkerID
    package let trade: Trade
    package let until: CivilDate
    /// Whether it counts; false where it was taken back.
    package let isInForce: Bool
    /// Number of the paper or of the certificate.
    package let paper: String

    package init(worker: WorkerID, trade: Trade, until: CivilDate, isInForce: Bool, paper: String) {
        self.worker = worker
        self.trade = trade
        self.until = until
        self.isInForce = isInForce
        self.paper = paper
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            worker: pass.value("worker", \.worker), trade: pass.value("trade", \.trade),
            until: pass.value("until", \.until), isInForce: pass.value("isInForce", \.isInForce, absent: true),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "noteCertificate"
    package static var title: Message { RoundText.noteCertificate }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .installation]
    package static let refusals: [LabourRefusal] = [.noSuchWorker, .workerErased, .certificateEnded, .paperMissing]

    package typealias Facts = SeekerFacts

    package func stream(_ context: Context) -> StreamID { StreamID("worker", worker.text) }

    package func subject(of state: Labour.State) throws(Rejection) -> Worker {
        guard let found = state.worker else { throw LabourRefusal.noSuchWorker(worker) }
        return found
    }

    package func place(_ known: Worker, _ facts: Facts) -> DivisionID? { known.place }

    package func decide(_ known: Worker, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard !known.isErased else { throw LabourRefusal.workerErased(worker) }
        guard !isInForce || until >= context.now.date else { throw LabourRefusal.certificateEnded() }
        guard !paper.isBlank else { throw LabourRefusal.paperMissing() }
        return [
            CertificateNoted(
                worker: worker, place: known.place, trade: trade, until: until, isInForce: isInForce, paper: paper,
                hall: isInForce ? facts.hall : nil)
        ]
    }
}

/// A trade that needs a certificate is open to somebody, or not any more.
package struct CertificateNoted: LabourEvent {
    package let worker: WorkerID
    package let place: DivisionID
    package let trade: Trade
    package let until: CivilDate
    package let isInForce: Bool
    package let paper: String
    package var hall: DivisionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            worker: pass.value("worker", \.worker), place: pass.value("place", \.place),
            trade: pass.value("trade", \.trade), until: pass.value("until", \.until),
            isInForce: pass.value("isInForce", \.isInForce), paper: pass.value("paper", \.paper),
            hall: pass.optional("hall", \.hall))
    }

    package static let name = "certificateNoted"

    package func change(_ state: inout Labour.State, at instant: Instant) {}

    package func due(_ state: Labour.State, at instant: Instant) -> [Due<Labour>] {
        SeatFreeing.refill(hall, at: instant)
    }
}
