package import Kernel
import Registry
package import Storage

extension AmendNotice {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        try Facts.read(for: lot, days: lot.level.noticeKey, context, in: tx)
    }
}

extension NoticeAmended {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE lot SET remark = \(reasons) WHERE id = \(lot)")
    }
}
