package import Kernel
package import Registry
package import Storage

/// The objection is answered: the lot goes on once no other holds it up. An auction whose hour has passed opens at nine
/// on the next working day, for as long as the notice said. The house gives it.
package struct ReleaseLot: LotVerb {
    package let lot: LotID
    package let board: BoardObjection

    package init(lot: LotID, board: BoardObjection) {
        self.lot = lot
        self.board = board
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), board: pass.inlined(\.board))
    }

    package static let name = "releaseLot"
    package static var title: Message { ExchangeText.Command.releaseLot }
    package static let access: Access = .installation
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .objectionUnknown]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        guard lot.holds.contains(board) else { throw ExchangeRefusal.objectionUnknown() }
        var opensAt: Instant?
        if lot.holds.count == 1, lot.state == .auctionScheduled, let planned = lot.notice?.opensAt,
            context.now >= planned
        {
            opensAt = try NoticeClock.morning(after: context.now, context.calendar)
        }
        return [LotReleased(lot: self.lot, village: lot.village, board: board, opensAt: opensAt)]
    }
}

/// The answer is given.
package struct LotReleased: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let board: BoardObjection
    /// When the auction opens now, where its hour passed meanwhile.
    package var opensAt: Instant?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village), board: pass.inlined(\.board),
            opensAt: pass.optional("opensAt", \.opensAt))
    }

    package static let name = "lotReleased"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.holds.remove(board)
        if let opensAt { state.lot?.setClock(opensAt) }
    }

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        opensAt.map { [Due(at: $0, OpenAuction(lot: lot))] } ?? []
    }
}
