package import Kernel
package import Registry
package import Storage

/// Certifies the deal once the first instalment is there; Registry issues the numbered certificate (policy).
package struct CertifyLot: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(lot: pass.value("lot", \.lot)) }

    package static let name = "certifyLot"
    package static var title: Message { ExchangeText.Command.certifyLot }
    package static let access: Access = .own(.stationReviewer, .countyOfficer, .countyReleaser)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .firstPaymentShort]

    package struct Facts: Sendable {
        /// What the books say was paid of the contract.
        package let booked: Money
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        let paid = max(lot.paid, facts.booked)
        // What the accountant booked counts like what the station recorded: then the lot settles with its certificate.
        let isBookedOnly = lot.state == .contractSigned && facts.booked > .zero
        try lot.check(isBookedOnly ? [.settling, .certified] : [.certified], by: context.principal.role)
        guard let signed = lot.contract, paid >= signed.first else {
            throw ExchangeRefusal.firstPaymentShort(
                ExchangeText.yuan(lot.contract?.first ?? .zero), ExchangeText.yuan(paid))
        }
        return [
            LotCertified(
                lot: self.lot, village: lot.village, contract: signed.contract, asset: lot.asset, level: lot.level)
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
