package import Kernel
package import Registry

/// Records money received for the contract before its certificate.
package struct RecordFirstPayment: LotVerb {
    package let lot: LotID
    package let amount: Money
    /// The bank's number of the transfer.
    package let reference: String

    package init(lot: LotID, amount: Money, reference: String) {
        self.lot = lot
        self.amount = amount
        self.reference = reference
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        amount = reader.value("amountFen")
        reference = reader.value("reference")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("amountFen", amount)
        writer.put("reference", reference)
    }

    package static let name = "recordFirstPayment"
    package static var title: Message { ExchangeText.Command.recordFirstPayment }
    package static let rejections = [3003, 3004, 3071]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        if lot.state != .settling { try lot.check(.settling, by: context.principal.role) }
        guard amount > .zero else { throw ExchangeRejection.amountNotPositive.rejection }
        return [
            .paymentRecorded(
                PaymentRecorded(lot: self.lot, village: lot.village, amount: amount, reference: reference))
        ]
    }
}

/// Counts towards the first instalment.
package struct PaymentRecorded: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let amount: Money
    package let reference: String

    package init(lot: LotID, village: DivisionID, amount: Money, reference: String) {
        self.lot = lot
        self.village = village
        self.amount = amount
        self.reference = reference
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        amount = reader.value("amountFen")
        reference = reader.value("reference")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("amountFen", amount)
        writer.put("reference", reference)
    }

    package static let name = "paymentRecorded"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        if state.lot?.state == .contractSigned { state.lot?.move(.settling) }
        state.lot?.paid += amount
    }
}

/// Certifies the deal once the first instalment is there; Registry issues the numbered certificate (policy).
package struct CertifyLot: LotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
    }

    package static let name = "certifyLot"
    package static var title: Message { ExchangeText.Command.certifyLot }
    package static let rejections = [3003, 3004, 3072]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.certified, by: context.principal.role)
        guard let signed = lot.contract, lot.paid >= signed.first else {
            throw ExchangeRejection.firstPaymentShort(due: lot.contract?.first ?? .zero, paid: lot.paid).rejection
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

    package init(lot: LotID, village: DivisionID, contract: ContractID, asset: AssetID, level: HandlingLevel) {
        self.lot = lot
        self.village = village
        self.contract = contract
        self.asset = asset
        self.level = level
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        contract = reader.value("contract")
        asset = reader.value("asset")
        level = reader.value("level")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("contract", contract)
        writer.put("asset", asset)
        writer.put("level", level)
    }

    package static let name = "lotCertified"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.certified)
    }
}

/// Closes the file; the contract's life begins.
package struct FileLot: LotVerb {
    package let lot: LotID
    /// SHA-256 of the index of papers.
    package let digest: String

    package init(lot: LotID, digest: String) {
        self.lot = lot
        self.digest = digest
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        digest = reader.value("digest")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("digest", digest)
    }

    package static let name = "fileLot"
    package static var title: Message { ExchangeText.Command.fileLot }
    package static let rejections = [3003, 3004]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.filed, .performing, by: context.principal.role)
        return [.lotFiled(LotFiled(lot: self.lot, village: lot.village, digest: digest))]
    }
}

/// The contract is being performed.
package struct LotFiled: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let digest: String

    package init(lot: LotID, village: DivisionID, digest: String) {
        self.lot = lot
        self.village = village
        self.digest = digest
    }

    package init(reading reader: inout FieldReader) {
        lot = reader.value("lot")
        village = reader.value("village")
        digest = reader.value("digest")
    }

    package func write(to writer: inout FieldWriter) {
        writer.put("lot", lot)
        writer.put("village", village)
        writer.put("digest", digest)
    }

    package static let name = "lotFiled"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.filed, .performing)
    }
}
