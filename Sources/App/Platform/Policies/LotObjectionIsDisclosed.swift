import Disclosure
import Kernel

import struct Exchange.ObjectionRaised

/// An objection raised at the lot hangs on the notice board beside the result (decision record 0204).
enum LotObjectionIsDisclosed {
    static let policy = Policy("LotObjectionIsDisclosed", on: ObjectionRaised.self, gives: [ShowObjection.self]) {
        raised, _ in
        guard !raised.isFromBoard, let board = raised.board, let notice = NoticeID(board.notice.text),
            let objection = ObjectionID(board.objection.text)
        else { return [] }
        return [ShowObjection(notice: notice, objection: objection)]
    }
}
