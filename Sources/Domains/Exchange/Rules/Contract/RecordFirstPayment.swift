package import Kernel
package import Registry
package import Storage

/// Records money received for the contract before its certificate.
package struct RecordFirstPayment: LotVerb {
    package let lot: LotID
    package let amount: Money
    /// The bank's number of the transfer.
    package let reference: String
    /// The day the money arrived; today when absent.
    package var receivedOn: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), amount: pass.value("amountFen", \.amount),
            reference: pass.value("reference", \.reference), receivedOn: pass.optional("receivedOn", \.receivedOn))
    }

    package static let name = "recordFirstPayment"
    package static var title: Message { ExchangeText.Command.recordFirstPayment }
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .amountNotPositive, .arrivalRecorded,
        .datedAhead, .datedBefore, .beyondTotal,
    ]

    package struct Facts: Sendable {
        /// What the books say was paid of the contract.
        package let booked: Money
        /// Where the same money was entered before.
        package var known: KnownArrival?
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        if lot.state != .settling { try lot.check(.settling, by: context.principal.role) }
        guard amount > .zero else { throw ExchangeRefusal.amountNotPositive() }
        guard let signed = lot.contract else {
            throw ExchangeRefusal.wrongState(lot.state, LotState.settling)
        }
        if let known = facts.known { throw ExchangeRefusal.arrivalRecorded(reference, known.words) }
        if let receivedOn { try check(receivedOn, signed, context) }
        let paid = max(lot.paid, facts.booked)
        guard amount <= signed.total - paid else {
            throw ExchangeRefusal.beyondTotal(ExchangeText.yuan(signed.total - paid))
        }
        return [
            PaymentRecorded(
                lot: self.lot, village: lot.village, contract: signed.contract, owner: lot.owner, amount: amount,
                reference: reference, receivedOn: receivedOn ?? context.now.date,
                parts: signed.parts(of: amount, after: paid))
        ]
    }
}

extension RecordFirstPayment {
    /// Money for a contract comes when there is one, and not tomorrow.
    private func check(_ day: CivilDate, _ signed: Lot.Signed, _ context: Context) throws(Rejection) {
        guard day <= context.now.date else { throw ExchangeRefusal.datedAhead(day) }
        if let first = signed.signedOn, day < first { throw ExchangeRefusal.datedBefore(day, first) }
    }
}

extension Lot.Signed {
    /// Which instalments `amount` settles when `paid` has come before: the earliest first.
    func parts(of amount: Money, after paid: Money) -> [PaymentPart] {
        var before = paid
        var left = amount
        return instalments.compactMap { instalment in
            let open = max(.zero, instalment.amount - before)
            before = max(.zero, before - instalment.amount)
            let part = min(open, left)
            guard part > .zero else { return nil }
            left -= part
            return PaymentPart(number: instalment.number, amount: part)
        }
    }
}

/// What a payment settles of one instalment.
package struct PaymentPart: FieldRecord, Hashable {
    package let number: Int64
    package let amount: Money

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(number: pass.whole("number", \.number, in: CountDomain.self), amount: pass.value("amountFen", \.amount))
    }
}

/// Counts towards the first instalment; the books take it up (policy).
package struct PaymentRecorded: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let contract: ContractID
    package let owner: OrganisationID
    package let amount: Money
    package let reference: String
    package let receivedOn: CivilDate
    package let parts: [PaymentPart]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            contract: pass.value("contract", \.contract), owner: pass.value("owner", \.owner),
            amount: pass.value("amountFen", \.amount), reference: pass.value("reference", \.reference),
            receivedOn: pass.value("receivedOn", \.receivedOn), parts: pass.list("parts", \.parts, max: 400))
    }

    package static let name = "paymentRecorded"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        if state.lot?.state == .contractSigned { state.lot?.move(.settling) }
        state.lot?.paid += amount
    }

    var arrival: BankArrival { .firstPayment(of: contract, amount, reference: reference, to: owner, in: village) }
}

extension BankArrival {
    /// Money for a contract before its certificate.
    static func firstPayment(
        of contract: ContractID, _ amount: Money, reference: String, to owner: OrganisationID, in village: DivisionID
    ) -> BankArrival {
        BankArrival(
            reference: reference, amount: amount, account: owner.text, place: village, kind: .firstPayment,
            thing: "contract/\(contract)")
    }
}
