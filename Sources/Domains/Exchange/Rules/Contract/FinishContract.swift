package import Kernel
package import Registry
package import Storage

/// Ends the contract's life with its last day; the card is free again. Given by the clock.
package struct FinishContract: LotVerb {
    package let lot: LotID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(lot: pass.value("lot", \.lot)) }

    package static let name = "finishContract"
    package static var title: Message { ExchangeText.Command.finishContract }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .notYetDue]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.finished, by: context.principal.role)
        guard let end = lot.contract?.endsOn.end, context.now >= end else {
            throw ExchangeRefusal.notYetDue(lot.contract?.endsOn.end ?? context.now)
        }
        return [ContractFinished(lot: self.lot, village: lot.village)]
    }
}

/// Nothing follows; the lease on the card has run out by its date.
package struct ContractFinished: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), village: pass.value("village", \.village))
    }

    package static let name = "contractFinished"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.move(.finished) }
}
