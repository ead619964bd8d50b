package import Kernel
package import Registry

/// Prolongs a suspension by as long as it may last at most, as often as the county allows (section 1.6: once).
package struct ExtendSuspension: ReasonedLotVerb {
    package let lot: LotID
    package let reasons: String

    package init(lot: LotID, reasons: String) {
        self.lot = lot
        self.reasons = reasons
    }

    package static let name = "extendSuspension"
    package static var title: Message { ExchangeText.Command.extendSuspension }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .extensionUsedUp]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.suspended)
        try ExchangeRefusal.requireReasons(reasons)
        guard let stop = lot.suspension, stop.extensions < facts.figures[.suspendRenewals] else {
            throw ExchangeRefusal.extensionUsedUp()
        }
        let until = max(stop.until, context.now).adding(days: facts.figures[.suspendMaxDays])
        return [
            .suspensionExtended(
                SuspensionExtended(lot: self.lot, village: lot.village, reasons: reasons, until: until))
        ]
    }
}

/// The lot goes on by itself at the new instant at the latest.
package struct SuspensionExtended: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let reasons: String
    package let until: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            reasons: pass.value("reasons", \.reasons), until: pass.value("until", \.until))
    }

    package static let name = "suspensionExtended"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.suspension?.until = until
        state.lot?.suspension?.extensions += 1
    }
}

/// Gives the winner a second time to sign, once (section 1.10: contract.sign).
package struct ExtendSigning: ReasonedLotVerb {
    package let lot: LotID
    package let reasons: String

    package init(lot: LotID, reasons: String) {
        self.lot = lot
        self.reasons = reasons
    }

    package static let name = "extendSigning"
    package static var title: Message { ExchangeText.Command.extendSigning }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .extensionUsedUp]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.contractPending)
        try ExchangeRefusal.requireReasons(reasons)
        let days = Int(facts.figures[.contractSignExtensionDays])
        guard let signBy = lot.signBy, !lot.isSigningExtended, days > 0, context.now <= signBy else {
            throw ExchangeRefusal.extensionUsedUp()
        }
        let until = try context.calendar.end(ofWorkingDays: days, from: signBy.adding(milliseconds: -1))
        return [.signingExtended(SigningExtended(lot: self.lot, village: lot.village, reasons: reasons, signBy: until))]
    }
}

/// There is no third time.
package struct SigningExtended: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let reasons: String
    package let signBy: Instant

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            reasons: pass.value("reasons", \.reasons), signBy: pass.value("signBy", \.signBy))
    }

    package static let name = "signingExtended"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.signBy = signBy
        state.lot?.isSigningExtended = true
    }
}
