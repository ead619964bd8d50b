import Exchange
import Kernel
import Registry

import struct Disclosure.ObjectionRaised

/// Whoever objects to a result on the notice board stops the lot's clock (decision record 0204).
enum BoardObjectionStopsLot {
    static let policy = Policy("BoardObjectionStopsLot", on: ObjectionRaised.self, gives: [TakeObjection.self]) {
        raised, _ in
        guard let lot = raised.lot.flatMap({ LotID(String($0.dropFirst("lot/".count))) }),
            let notice = Identifier<BoardNoticeName>(raised.notice.text),
            let objection = Identifier<BoardObjectionName>(raised.objection.text)
        else { return [] }
        return [TakeObjection(lot: lot, board: BoardObjection(notice: notice, objection: objection))]
    }
}
