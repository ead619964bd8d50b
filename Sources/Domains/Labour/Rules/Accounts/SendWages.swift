package import Kernel
package import Storage

/// Puts what is due and unpaid of an order into one file for the bank: everybody who has an account, each for all that is owed.
/// What is in a file is in no second one, and is not paid by hand.
package struct SendWages: OrderVerb {
    package let order: OrderID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(order: pass.value("order", \.order)) }

    package static let name = "sendWages"
    package static var title: Message { TransferText.send }
    package static let access: Access = PayWages.access
    package static let refusals: [LabourRefusal] = [.noSuchOrder, .nothingToSend]

    package struct Facts: Sendable {
        /// Who on the order has an account.
        package let withAccount: Set<WorkerID>
    }

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { known.employerPerson }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        let rows = known.engagements.sorted { $0.key < $1.key }.filter { worker, work in
            work.owed > .zero && work.file == nil && facts.withAccount.contains(worker)
        }.map { WageTransfer(worker: $0.key, amount: $0.value.owed) }
        guard !rows.isEmpty else { throw LabourRefusal.nothingToSend() }
        return [WagesSent(order: order, place: known.place, file: known.files + 1, rows: rows)]
    }
}

/// The bank is asked to pay.
package struct WagesSent: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    /// The order's files in their row.
    package let file: Int64
    package let rows: [WageTransfer]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place),
            file: pass.whole("file", \.file, in: SerialNumberDomain.self), rows: pass.list("rows", \.rows))
    }

    package static let name = "wagesSent"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        state.order?.files = file
        for row in rows { state.order?.engagements[row.worker]?.file = file }
    }
}

/// What the bank is to pay to one worker.
package struct WageTransfer: FieldRecord, Hashable {
    package let worker: WorkerID
    package let amount: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(worker: pass.value("worker", \.worker), amount: pass.value("amountFen", \.amount))
    }
}
