import Exchange
import Kernel
import Registry

import struct Disclosure.ObjectionAnswered
import struct Disclosure.ObjectionRaised

/// Whoever objects to the notice that offers a lot holds the lot up until the answer is public.
enum NoticeObjectionHoldsLot {
    static let policy = Policy("NoticeObjectionHoldsLot", on: ObjectionRaised.self, gives: [HoldLot.self]) {
        raised, _ in
        guard let lot = lot(raised.held), let board = board(raised.notice.text, raised.objection.text) else {
            return []
        }
        return [HoldLot(lot: lot, board: board)]
    }

    static func lot(_ stream: String?) -> LotID? { stream.flatMap { LotID(String($0.dropFirst("lot/".count))) } }

    static func board(_ notice: String, _ objection: String) -> BoardObjection? {
        guard let notice = Identifier<BoardNoticeName>(notice),
            let objection = Identifier<BoardObjectionName>(objection)
        else { return nil }
        return BoardObjection(notice: notice, objection: objection)
    }
}

/// The answer to such an objection lets the lot go on.
enum NoticeAnswerReleasesLot {
    static let policy = Policy("NoticeAnswerReleasesLot", on: ObjectionAnswered.self, gives: [ReleaseLot.self]) {
        answered, _ in
        guard let lot = NoticeObjectionHoldsLot.lot(answered.held),
            let board = NoticeObjectionHoldsLot.board(answered.notice.text, answered.objection.text)
        else { return [] }
        return [ReleaseLot(lot: lot, board: board)]
    }
}
