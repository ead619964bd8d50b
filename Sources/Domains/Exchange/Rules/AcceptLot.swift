package import Kernel
package import Registry

/// The station takes the application: its papers are complete.
package struct AcceptLot: PlainLotVerb {
    package let lot: LotID

    package init(lot: LotID) {
        self.lot = lot
    }

    package static let name = "acceptLot"
    package static var title: Message { ExchangeText.Command.acceptLot }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .checklistIncomplete]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.accepted, by: context.principal.role)
        let missing = facts.checklist.missing(lot.papers)
        guard missing.isEmpty else { throw ExchangeRefusal.checklistIncomplete(ExchangeText.materials(missing)) }
        return [
            .lotAccepted(LotAccepted(lot: self.lot, village: lot.village, acceptor: context.principal.person))
        ]
    }
}

/// The first pair of eyes has seen it.
package struct LotAccepted: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let acceptor: PersonID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            acceptor: pass.value("acceptor", \.acceptor))
    }

    package static let name = "lotAccepted"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.accepted)
        state.lot?.acceptor = acceptor
    }
}

/// Gives the application back to be completed, saying what is missing.
package struct ReturnLot: ReasonedLotVerb {
    package let lot: LotID
    package let reasons: String

    package init(lot: LotID, reasons: String) {
        self.lot = lot
        self.reasons = reasons
    }

    package static let name = "returnLot"
    package static var title: Message { ExchangeText.Command.returnLot }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.check(.returned, by: context.principal.role)
        try ExchangeRefusal.requireReasons(reasons)
        return [.lotReturned(LotReturned(lot: self.lot, village: lot.village, reasons: reasons))]
    }
}

/// The village completes it and submits again.
package struct LotReturned: ReasonedLotEvent {
    package let lot: LotID
    package let village: DivisionID
    package let reasons: String

    package init(lot: LotID, village: DivisionID, reasons: String) {
        self.lot = lot
        self.village = village
        self.reasons = reasons
    }

    package static let name = "lotReturned"

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.returned)
    }
}
