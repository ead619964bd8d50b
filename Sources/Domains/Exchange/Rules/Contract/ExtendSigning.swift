package import Kernel
package import Registry
package import Storage

/// Gives the winner a second time to sign, once (section 1.10: contract.sign).
package struct ExtendSigning: LotVerb {
    package let lot: LotID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "extendSigning"
    package static var title: Message { ExchangeText.Command.extendSigning }
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .extensionUsedUp]

    package struct Facts: Sendable {
        /// By how many working days the time to sign may be prolonged; 0 where the county allows none.
        package let days: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.require(.contractPending)
        try ExchangeRefusal.requireReasons(reasons)
        guard let signBy = lot.signBy, !lot.isSigningExtended, facts.days > 0, context.now <= signBy else {
            throw ExchangeRefusal.extensionUsedUp()
        }
        let until = try context.calendar.end(ofWorkingDays: Int(facts.days), from: signBy.adding(milliseconds: -1))
        return [SigningExtended(lot: self.lot, village: lot.village, reasons: reasons, signBy: until)]
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
