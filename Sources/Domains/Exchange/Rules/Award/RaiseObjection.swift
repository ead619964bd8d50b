package import Kernel
package import Registry
package import Storage

/// Objects to a published result; the clock stops until the centre has answered.
package struct RaiseObjection: LotVerb {
    package let lot: LotID
    package let grounds: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), grounds: pass.personal("grounds", \.grounds, of: .objections))
    }

    package static let name = "raiseObjection"
    package static var title: Message { ExchangeText.Command.raiseObjection }
    package static let access: Access = [
        .own(.villageClerk, .stationAgent, .supervisor), .anywhere(.bidder, .villager),
    ]
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .objectionTooLate]

    package struct Facts: Sendable {
        /// The entry of the log that published the result.
        package let result: Int64?
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        let number = lot.objectionCount + 1
        let shown = facts.result.flatMap { BoardObjection(lot: self.lot, result: $0, number: number) }
        return [
            ObjectionRaised(
                lot: self.lot, village: lot.village, number: number, remaining: try lot.stopForObjection(context),
                board: shown, isFromBoard: false, grounds: grounds)
        ]
    }
}

extension Lot {
    /// What an objection leaves of the publicity, in milliseconds; 0 when the clock already stands.
    func stopForObjection(_ context: Context) throws(Rejection) -> Int64 {
        if state != .objection { try check(.objection, by: context.principal.role) }
        guard let end = publicityEndsAt, state == .objection || context.now < end else {
            throw ExchangeRefusal.objectionTooLate()
        }
        return state == .objection ? 0 : end.milliseconds - context.now.milliseconds
    }
}

/// An objection is open. What somebody wrote stays out of the leaf: only its commitment is there.
package struct ObjectionRaised: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let number: Int64
    /// What was left of the publicity, in milliseconds; 0 when the clock already stood.
    package let remaining: Int64
    /// Under which names the notice board shows it; absent in entries of earlier programs.
    package var board: BoardObjection?
    /// Whether it was raised on the board, which then keeps its words.
    package let isFromBoard: Bool
    /// Absent where the board keeps them.
    package let grounds: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            number: pass.value("number", \.number), remaining: pass.value("remainingMs", \.remaining),
            board: pass.record("board", \.board), isFromBoard: pass.value("fromBoard", \.isFromBoard, absent: false),
            grounds: pass.optionalPersonal("grounds", \.grounds, of: .objections))
    }

    package static let name = "objectionRaised"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        if state.lot?.state != .objection {
            state.lot?.move(.objection)
            state.lot?.stop = Lot.Stop(from: .resultPublicity, since: instant, remainingMilliseconds: remaining)
        }
        state.lot?.objectionCount = number
        state.lot?.openObjections.insert(number)
        state.lot?.boardObjections[number] = board
    }
}
