import Disclosure
import Exchange
import Kernel
import Storage

/// A lot's result hangs on the village's board for as long as anyone may object.
enum ResultIsDisclosed {
    static let policy = Policy("ResultIsDisclosed", on: ResultPublished.self, gives: [OpenNotice.self]) {
        result, header in
        return [
            OpenNotice(
                notice: NoticeID(BoardObjection.noticeName(of: result.lot, result: header.index)),
                division: result.village,
                kind: .result, subject: StreamID.lot(result.lot).description,
                title: Message(zh: result.titleZh, en: result.titleEn),
                body: Message(zh: result.textZh, en: result.textEn),
                until: NoticeIsDisclosed.lastDay(before: result.endsAt))
        ]
    }
}
