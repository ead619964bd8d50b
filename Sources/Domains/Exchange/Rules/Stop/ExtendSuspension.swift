package import Kernel
package import Registry
package import Storage

/// Prolongs a suspension by as long as it may last at most, as often as the county allows (section 1.6: once).
package struct ExtendSuspension: LotVerb {
    package let lot: LotID
    package let reasons: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), reasons: pass.value("reasons", \.reasons))
    }

    package static let name = "extendSuspension"
    package static var title: Message { ExchangeText.Command.extendSuspension }
    package static let access: Access = .own(.stationReviewer, .countyOfficer, .countyReleaser, .supervisor)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .extensionUsedUp]

    package struct Facts: Sendable {
        /// How often a suspension may be prolonged, and by how many days each time.
        package let renewals: Int64
        package let days: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.require(.suspended)
        try ExchangeRefusal.requireReasons(reasons)
        guard let stop = lot.suspension, stop.extensions < facts.renewals else {
            throw ExchangeRefusal.extensionUsedUp()
        }
        let until = max(stop.until, context.now).adding(days: facts.days)
        return [
            SuspensionExtended(lot: self.lot, village: lot.village, reasons: reasons, until: until)
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

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        [Due(at: until, ResumeLot(lot: lot))]
    }
}
