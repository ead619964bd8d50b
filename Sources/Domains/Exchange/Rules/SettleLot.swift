package import Kernel
package import Registry

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
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .amountNotPositive, .beyondTotal]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        if lot.state != .settling { try lot.check(.settling, by: context.principal.role) }
        guard amount > .zero else { throw ExchangeRefusal.amountNotPositive() }
        guard let signed = lot.contract else {
            throw ExchangeRefusal.wrongState(lot.state, .settling)
        }
        let paid = max(lot.paid, facts.booked)
        guard amount <= signed.total - paid else {
            throw ExchangeRefusal.beyondTotal(ExchangeText.yuan(signed.total - paid))
        }
        return [
            .paymentRecorded(
                PaymentRecorded(
                    lot: self.lot, village: lot.village, contract: signed.contract, owner: lot.owner, amount: amount,
                    reference: reference, receivedOn: receivedOn ?? context.now.date,
                    parts: signed.parts(of: amount, after: paid)))
        ]
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
        Self(number: pass.value("number", \.number), amount: pass.value("amountFen", \.amount))
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

    package init(
        lot: LotID, village: DivisionID, contract: ContractID, owner: OrganisationID, amount: Money, reference: String,
        receivedOn: CivilDate, parts: [PaymentPart]
    ) {
        self.lot = lot
        self.village = village
        self.contract = contract
        self.owner = owner
        self.amount = amount
        self.reference = reference
        self.receivedOn = receivedOn
        self.parts = parts
    }

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
}

/// Certifies the deal once the first instalment is there; Registry issues the numbered certificate (policy).
package struct CertifyLot: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package static let name = "certifyLot"
    package static var title: Message { ExchangeText.Command.certifyLot }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .firstPaymentShort]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        let paid = max(lot.paid, facts.booked)
        // What the accountant booked counts like what the station recorded: then the lot settles with its certificate.
        let isBookedOnly = lot.state == .contractSigned && facts.booked > .zero
        try lot.check(isBookedOnly ? [.settling, .certified] : [.certified], by: context.principal.role)
        guard let signed = lot.contract, paid >= signed.first else {
            throw ExchangeRefusal.firstPaymentShort(
                ExchangeText.yuan(lot.contract?.first ?? .zero), ExchangeText.yuan(paid))
        }
        return [
            .lotCertified(
                LotCertified(
                    lot: self.lot, village: lot.village, contract: signed.contract, asset: lot.asset, level: lot.level))
        ]
    }
}

/// Registry authenticates the contract (policy).
package struct LotCertified: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let contract: ContractID
    package let asset: AssetID
    package let level: HandlingLevel

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            contract: pass.value("contract", \.contract), asset: pass.value("asset", \.asset),
            level: pass.value("level", \.level))
    }

    package static let name = "lotCertified"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        if state.lot?.state == .contractSigned { state.lot?.move(.settling) }
        state.lot?.move(.certified)
    }
}

/// Closes the file; the contract's life begins.
package struct FileLot: LotVerb {
    package let lot: LotID
    /// What the clerk has in hand: SHA-256 of the pack's list of papers (`FilingPack.digest`). Absent: nothing is compared.
    package var digest: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), digest: pass.optional("digest", \.digest))
    }

    package static let name = "fileLot"
    package static var title: Message { ExchangeText.Command.fileLot }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .fileDigestWrong]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.filed, .performing, by: context.principal.role)
        guard let papers = facts.fileDigest, digest == nil || digest == papers else {
            throw ExchangeRefusal.fileDigestWrong(facts.fileDigest ?? "")
        }
        let days = Int(facts.figures[.contractExpiringDays])
        let last = lot.contract?.endsOn ?? context.now.date
        return [
            .lotFiled(
                LotFiled(
                    lot: self.lot, village: lot.village, digest: papers,
                    expiresSoonAt: max(last.adding(days: -days).start, context.now), endsAt: last.end))
        ]
    }
}

/// The contract is being performed.
package struct LotFiled: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let digest: String
    /// When the contract begins to expire, and when its last day is over: the clocks of its life.
    package let expiresSoonAt: Instant
    package let endsAt: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            digest: pass.value("digest", \.digest), expiresSoonAt: pass.value("expiresSoonAt", \.expiresSoonAt),
            endsAt: pass.value("endsAt", \.endsAt))
    }

    package static let name = "lotFiled"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.filed, .performing)
        state.lot?.contract?.expiresSoonAt = expiresSoonAt
    }
}
