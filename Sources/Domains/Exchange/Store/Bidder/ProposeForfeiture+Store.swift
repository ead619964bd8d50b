package import Kernel
import Registry
package import Storage

extension ProposeForfeiture {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let registration = try Registration(of: bidder, in: tx)
        let days = try registration.outline.map {
            try ParameterQueries.value(.objectionReplyDays, at: $0.village, on: context.now.date, in: tx).value
        }
        return Facts(registration: registration, replyDays: days)
    }
}

extension ForfeitureProposed {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE bidder SET reply_until = \(replyUntil) WHERE id = \(bidder)")
    }
}
