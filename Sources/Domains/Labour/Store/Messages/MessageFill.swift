package import Kernel
package import Storage

/// What there was to tell before there was a table of it, read from the entries of the log as an older store is opened.
package enum MessageFill {
    package static let kinds: Set<String> = [SeatOffered.fullName, OrderCancelled.fullName, ArrearAdvanced.fullName]

    /// In the log's order.
    package static func fill(_ kind: String, _ fields: [String: JSON], at: Instant, in tx: any WriteTransaction) throws
    {
        switch kind {
        case SeatOffered.fullName:
            try MessageRow.put(try SeatOffered.read(.object(fields), notation: .logged), at: at, in: tx)
        case OrderCancelled.fullName:
            let order = try OrderCancelled.read(.object(fields), notation: .logged).order
            guard let start: Instant = try tx.find("SELECT starts FROM labour_order WHERE id = \(order)") else {
                return
            }
            let workers: [WorkerID] = try tx.rows(
                "SELECT worker FROM labour_engagement WHERE order_id = \(order) AND phase = 'cancelled' ORDER BY worker"
            ).map { try $0.get(0) }
            try MessageRow.put(cancelled: order, start, to: workers, at: at, in: tx)
        case ArrearAdvanced.fullName:
            try MessageRow.put(try ArrearAdvanced.read(.object(fields), notation: .logged), at: at, in: tx)
        default: return
        }
    }
}
