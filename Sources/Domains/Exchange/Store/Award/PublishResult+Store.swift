package import Kernel
import Registry
package import Storage

extension PublishResult {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            publicityDays: try lot.figure(.resultPublicityDays, context, in: tx),
            leastDays: lot.terms.mode == .tender ? try lot.figure(.tenderPublicityDays, context, in: tx) : 0)
    }
}

extension ResultPublished {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(state.lot, [.resultPublicity], entry)
        let text = Message(zh: textZh, en: textEn)
        try tx.addNotice(
            of: lot, "result", Message(zh: titleZh, en: titleEn), text, NoticeText.digest(of: text), entry,
            until: endsAt)
    }
}
