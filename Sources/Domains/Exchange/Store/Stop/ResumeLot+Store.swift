package import Kernel
import Registry
package import Storage

extension ResumeLot {
    package func facts(on lot: Lot, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(leastDays: try lot.figure(.suspendMinRemainingDays, context, in: tx))
    }
}

extension LotResumed {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.step(lot, [to], entry)
        guard clockEndsAt != nil, let lot = state.lot else { return }
        switch to {
        case .listed, .auctionScheduled:
            try tx.run(
                """
                UPDATE lot SET closes_at = \(lot.notice?.closesAt), opens_at = \(lot.notice?.opensAt),
                    ends_at = \(lot.notice?.endsAt) WHERE id = \(lot.id)
                """)
        case .auctionRunning: try tx.run("UPDATE lot SET ends_at = \(clockEndsAt) WHERE id = \(lot.id)")
        case .resultPublicity: try tx.run("UPDATE lot SET publicity_ends_at = \(clockEndsAt) WHERE id = \(lot.id)")
        case .contractPending: try tx.run("UPDATE lot SET sign_by = \(clockEndsAt) WHERE id = \(lot.id)")
        default: break
        }
    }
}
