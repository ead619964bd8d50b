package import Kernel
package import Registry
package import Storage

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
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .fileDigestWrong]

    package struct Facts: Sendable {
        /// The digest of the papers the house has of the lot; nil before the certificate.
        package let digest: String?
        /// How many days before its last day a contract begins to expire.
        package let expiringDays: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.filed, .performing, by: context.principal.role)
        guard let papers = facts.digest, digest == nil || digest == papers else {
            throw ExchangeRefusal.fileDigestWrong(facts.digest ?? "")
        }
        let last = lot.contract?.endsOn ?? context.now.date
        return [
            LotFiled(
                lot: self.lot, village: lot.village, digest: papers,
                expiresSoonAt: max(last.adding(days: -Int(facts.expiringDays)).start, context.now), endsAt: last.end)
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

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        [
            Due(at: expiresSoonAt, BeginExpiry(lot: lot)),
            Due(at: max(endsAt, instant), FinishContract(lot: lot)),
        ]
    }
}
