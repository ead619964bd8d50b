import Disclosure
import EventLog
import Exchange
import Kernel

/// A lot's notice hangs on the village's board for as long as bidders may register.
enum NoticeIsDisclosed {
    static let policy = Policy("NoticeIsDisclosed", on: NoticePublished.self, gives: [OpenNotice.self]) { notice, _ in
        return [
            OpenNotice(
                notice: NoticeID("\(notice.lot.text)-notice-\(notice.number)"), division: notice.village,
                kind: .lotNotice, subject: StreamID.lot(notice.lot).description,
                title: Message(zh: notice.titleZh, en: notice.titleEn),
                body: Message(zh: notice.textZh, en: notice.textEn),
                until: lastDay(before: notice.closesAt), digest: Hash(base64: notice.digest)?.hex)
        ]
    }

    /// The last day of which a part lies before `end`.
    static func lastDay(before end: Instant) -> CivilDate { end.adding(milliseconds: -1).date }
}
