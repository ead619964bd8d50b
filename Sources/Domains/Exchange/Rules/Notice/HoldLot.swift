package import Kernel
package import Registry
package import Storage

/// Holds the lot up for an objection to the notice that offers it: no auction opens and no price is agreed before the
/// answer. The house gives it.
package struct HoldLot: LotVerb {
    package let lot: LotID
    /// Where the board shows it.
    package let board: BoardObjection

    package init(lot: LotID, board: BoardObjection) {
        self.lot = lot
        self.board = board
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), board: pass.inlined(\.board))
    }

    package static let name = "holdLot"
    package static var title: Message { ExchangeText.Command.holdLot }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown]

    /// In whatever state: a lot that is past its auction has nothing left to hold up, and the objection still stands.
    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        [LotHeld(lot: self.lot, village: lot.village, board: board)]
    }
}

/// Someone objects to the notice.
package struct LotHeld: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let board: BoardObjection

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village), board: pass.inlined(\.board))
    }

    package static let name = "lotHeld"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) { state.lot?.holds.insert(board) }
}
