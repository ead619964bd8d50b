package import Kernel
package import Registry
package import Storage

/// Takes an objection that somebody raised against the result on the notice board: the lot's clock stops as if it had been
/// raised here. The house gives it.
package struct TakeObjection: LotVerb {
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

    package static let name = "takeObjection"
    package static var title: Message { ExchangeText.Command.takeObjection }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .objectionTooLate]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        [
            ObjectionRaised(
                lot: self.lot, village: lot.village, number: lot.objectionCount + 1,
                remaining: try lot.stopForObjection(context), board: board, isFromBoard: true, grounds: nil)
        ]
    }
}
