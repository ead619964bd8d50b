package import Kernel
package import Storage

/// A certificate that another room issued or took back. Where nobody of the name looks for work it concerns nobody here,
/// and nothing is written (record 0454).
package struct TakeCertificate: LabourCommand {
    package let worker: WorkerID
    package let trade: Trade
    package let until: CivilDate
    /// Whether it counts; false where it was taken back.
    package let isInForce: Bool
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
            until: pass.value("until", \.until), isInForce: pass.value("isInForce", \.isInForce),
            paper: pass.value("paper", \.paper))
    }

    package static let name = "takeCertificate"
    package static var title: Message { RoundText.takeCertificate }
    package static let access: Access = [.installation]
    package static let refusals: [LabourRefusal] = []

    package func stream(_ context: Context) -> StreamID { StreamID("worker", worker.text) }

    package struct Facts: Sendable {
        /// What opens the trade to her now.
        package let paper: String?
        package let until: CivilDate?
        let hall: DivisionID?
    }

    package func place(_ state: Labour.State, _ facts: Facts) -> DivisionID? { state.worker?.place }

    package func decide(_ state: Labour.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Labour>]
    {
        guard let known = state.worker, !known.isErased else { return [] }
        let counts = isInForce ? until >= (facts.until ?? context.now.date) : facts.paper == paper
        guard counts else { return [] }
        return [
            CertificateNoted(
                worker: worker, place: known.place, trade: trade, until: until, isInForce: isInForce, paper: paper,
                hall: isInForce ? facts.hall : nil)
        ]
    }
}
