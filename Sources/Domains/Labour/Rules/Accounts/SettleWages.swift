package import Kernel
import Registry
package import Storage

/// The bank has paid a file, all of it or all but some: each payment is entered, and what came back is owed as before.
package struct SettleWages: OrderVerb {
    package let order: OrderID
    package let file: Int64
    package let reference: Personal<String>
    /// Whose payment the bank sent back.
    package let returned: [WorkerID]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), file: pass.whole("file", \.file, in: SerialNumberDomain.self),
            reference: pass.personal("reference", \.reference, of: .unnamed),
            returned: pass.values("returned", \.returned))
    }

    package static let name = "settleWages"
    package static var title: Message { TransferText.settle }
    package static let access: Access = PayWages.access
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .noSuchFile, .fileSettled, .reasonMissing, .noSeat, .paidBefore,
    ]

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { known.employerPerson }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard file <= known.files else { throw LabourRefusal.noSuchFile() }
        let open = known.engagements.filter { $0.value.file == file }.sorted { $0.key < $1.key }
        guard !open.isEmpty else { throw LabourRefusal.fileSettled() }
        guard let number = reference.content, !number.isBlank else { throw LabourRefusal.reasonMissing.at("reference") }
        for worker in returned where !open.contains(where: { $0.key == worker }) { throw LabourRefusal.noSeat(worker) }
        var events: [any Event<Labour>] = []
        for (worker, work) in open {
            guard !returned.contains(worker) else {
                events.append(TransferReturned(order: order, place: known.place, worker: worker, file: file))
                continue
            }
            guard !work.references.contains(number) else { throw LabourRefusal.paidBefore() }
            events.append(
                WagesPaid(
                    order: order, place: known.place, worker: worker, amount: work.owed, left: .zero, method: .bank,
                    reference: Personal(number, of: DataSubject(ofWorker: worker)), paidOn: context.now.date,
                    organisation: known.organisation, employer: known.terms.employer))
        }
        return events
    }
}

/// The bank sent somebody's payment back; it is owed as before.
package struct TransferReturned: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID
    package let file: Int64

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            worker: pass.value("worker", \.worker), file: pass.whole("file", \.file, in: SerialNumberDomain.self))
    }

    package static let name = "transferReturned"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.order?.engagements[worker]?.file = nil
    }
}
