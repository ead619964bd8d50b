package import Kernel
package import Registry
package import Storage

/// Records wages paid in money to the worker herself, by bank or in cash against her signature. One number pays once.
package struct PayWages: OrderVerb {
    package let order: OrderID
    package let worker: WorkerID
    package let payee: WorkerID
    package let amount: Money
    package let method: PayMethod
    package let reference: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            order: pass.value("order", \.order),
            worker: pass.value("worker", \.worker),
            payee: pass.value("payee", \.payee),
            amount: pass.value("amountFen", \.amount),
            method: pass.value("method", \.method),
            reference: pass.personal("reference", \.reference, of: .unnamed))
    }

    package static let name = "payWages"
    package static var title: Message { LabourText.payWages }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder)]
    package static let refusals: [LabourRefusal] = [
        .noSuchOrder, .noSeat, .payeeNotWorker, .withBank, .reasonMissing, .paidBefore, .amountMissing, .moreThanDue,
    ]

    package func holder(_ known: Order, _ facts: Facts, _ context: Context) -> PersonID? { known.employerPerson }

    package func decide(_ known: Order, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Labour>] {
        guard let engagement = known.engagements[worker], engagement.net > .zero else {
            throw LabourRefusal.noSeat(worker)
        }
        guard payee == worker else { throw LabourRefusal.payeeNotWorker() }
        guard engagement.file == nil else { throw LabourRefusal.withBank() }
        guard let number = reference.content, !number.isBlank else {
            throw LabourRefusal.reasonMissing()
        }
        guard !engagement.references.contains(number) else { throw LabourRefusal.paidBefore() }
        guard amount > .zero else { throw LabourRefusal.amountMissing() }
        guard amount <= engagement.owed else { throw LabourRefusal.moreThanDue(engagement.owed.plainYuan) }
        return [
            WagesPaid(
                order: order, place: known.place, worker: worker, amount: amount, left: engagement.owed - amount,
                method: method, reference: Personal(number, of: DataSubject(ofWorker: worker)),
                paidOn: context.now.date, organisation: known.organisation, employer: known.terms.employer)
        ]
    }
}

/// Wages were paid to the worker; what is left stays owed to the fen.
package struct WagesPaid: LabourEvent {
    package let order: OrderID
    package let place: DivisionID
    package let worker: WorkerID
    package let amount: Money
    package let left: Money
    package let method: PayMethod
    package let reference: Personal<String>
    package let paidOn: CivilDate
    package var organisation: OrganisationID?
    /// By whom; absent of what was paid before this was kept.
    package var employer: EmployerID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let worker = pass.value("worker", \.worker)
        return Self(
            order: pass.value("order", \.order), place: pass.value("place", \.place), worker: worker,
            amount: pass.value("amountFen", \.amount),
            left: pass.value("leftFen", \.left),
            method: pass.value("method", \.method),
            reference: pass.personal("reference", \.reference, of: DataSubject(ofWorker: worker)),
            paidOn: pass.value("paidOn", \.paidOn),
            organisation: pass.optional("organisation", \.organisation),
            employer: pass.optional("employer", \.employer))
    }

    package static let name = "wagesPaid"

    package func change(_ state: inout Labour.State, at instant: Instant) {
        guard let engagement = state.order?.engagements[worker] else { return }
        state.order?.engagements[worker]?.paid = engagement.paid + amount
        if let number = reference.content { state.order?.engagements[worker]?.references.insert(number) }
        if left == .zero { state.order?.engagements[worker]?.arrear = nil }
        state.order?.engagements[worker]?.file = nil
    }
}

/// Money, by bank or in cash: never in kind (Order 724, art. 11).
package enum PayMethod: String, FieldChoice { case bank, cash }
