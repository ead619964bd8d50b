package import Kernel
import Registry
package import Storage

extension PublishNotice {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        try Facts.read(for: lot, days: lot.level.noticeKey, context, in: tx)
    }
}

extension NoticeClock.Facts {
    static func read(for lot: Lot, days: ParameterKey, _ context: Context, in tx: any ReadTransaction) throws -> Self {
        Self(
            days: try lot.figure(days, context, in: tx),
            leastDays: try lot.terms.mode.noticeDays.map { try lot.figure($0, context, in: tx) } ?? 0,
            freeSeconds: try lot.figure(.auctionFreeSeconds, context, in: tx))
    }
}

extension NoticePublished {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(
            state.lot, [.listed], entry,
            also: """
                listed_at = coalesce(listed_at, \(entry.at)), closes_at = \(closesAt), opens_at = \(opensAt),
                ends_at = \(endsAt)
                """)
        try tx.addNotice(
            of: lot, "notice", Message(zh: titleZh, en: titleEn), Message(zh: textZh, en: textEn), digest, entry,
            until: closesAt)
    }
}
