import Disclosure
import Kernel

import struct Disclosure.AnswerObjection
import struct Exchange.ObjectionAnswered

/// What the exchange answers to an objection, the notice board repeats (decision record 0204).
enum LotAnswerIsDisclosed {
    static let policy = Policy("LotAnswerIsDisclosed", on: ObjectionAnswered.self, gives: [AnswerObjection.self]) {
        answered, _ in
        guard let board = answered.board, let notice = NoticeID(board.notice.text),
            let objection = ObjectionID(board.objection.text)
        else { return [] }
        return [AnswerObjection(notice: notice, objection: objection, answerZh: answered.answer)]
    }
}
