package import Kernel
package import Registry
package import Storage

/// Marks a contract whose last day is near, so that the village decides on a new notice in time. Given by the clock.
package struct BeginExpiry: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(lot: pass.value("lot", \.lot)) }

    package static let name = "beginExpiry"
    package static var title: Message { ExchangeText.Command.beginExpiry }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.expiring, by: context.principal.role)
        guard let at = lot.contract?.expiresSoonAt, context.now >= at else {
            throw ExchangeRefusal.notYetDue(lot.contract?.expiresSoonAt ?? context.now)
        }
        return [ContractExpiring(lot: self.lot, village: lot.village)]
    }
}

/// The term has less left than the county's notice of expiry.
package struct ContractExpiring: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), village: pass.value("village", \.village))
    }

    package static let name = "contractExpiring"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.move(.expiring) }
}
