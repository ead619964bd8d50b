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
        try tx.step(state.lot, [to], entry, also: clock(of: state.lot))
    }

    /// Where the clock that goes on ends now, as the row has it. The clocks of award and contract are the lot's own.
    private func clock(of lot: Lot?) -> SQL? {
        guard let end = clockEndsAt, let notice = lot?.notice else { return nil }
        switch to {
        case .listed, .auctionScheduled:
            return "closes_at = \(notice.closesAt), opens_at = \(notice.opensAt), ends_at = \(notice.endsAt)"
        case .auctionRunning: return "ends_at = \(end)"
        default: return nil
        }
    }
}
