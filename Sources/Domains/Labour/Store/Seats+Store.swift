package import Kernel
import Registry
package import Storage

extension SeatFacts {
    init(_ worker: WorkerID, for order: Order, _ context: Context, in tx: any ReadTransaction) throws {
        let row = try tx.first("SELECT born, is_erased FROM labour_worker WHERE id = \(worker)")
        let overlapping: OrderID? = try tx.find(
            """
            SELECT order_id FROM labour_engagement
            WHERE worker = \(worker) AND order_id <> \(order.id) AND starts < \(order.terms.end)
                AND ends > \(order.terms.start) AND phase IN ('offered', 'accepted', 'arrived', 'worked')
            ORDER BY starts LIMIT 1
            """)
        self.init(
            isKnown: row != nil, isErased: try row.map { try $0.get(1, as: Int64.self) == 1 } ?? false,
            born: try row?.find(0), overlapping: overlapping,
            offerSeconds: try LabourQueries.figure(.labourOfferSeconds, at: order.place, context, in: tx).value,
            certificateUntil: try tx.find(
                "SELECT until FROM labour_certificate WHERE worker = \(worker) AND trade = \(order.terms.trade)"),
            crew: try CrewQueries.find(of: worker, in: tx))
    }
}

extension SeatFreeing {
    init(of order: Order, _ context: Context, in tx: any ReadTransaction) throws {
        self.init(
            offerSeconds: try LabourQueries.figure(.labourOfferSeconds, at: order.place, context, in: tx).value,
            hall: try RoundQueries.findHall(of: order.id, at: order.place, in: tx))
    }
}

extension OfferSeat {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> SeatFacts {
        try SeatFacts(worker, for: order, context, in: tx)
    }
}

extension TakeSeat {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> SeatFacts {
        try SeatFacts(worker, for: order, context, in: tx)
    }
}

extension GiveUpSeat {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> SeatFreeing {
        try SeatFreeing(of: order, context, in: tx)
    }
}

extension DeclineOffer {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> SeatFreeing {
        try SeatFreeing(of: order, context, in: tx)
    }
}

extension LapseOffer {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> SeatFreeing {
        try SeatFreeing(of: order, context, in: tx)
    }
}

extension SeatOffered {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(state.order, in: tx)
        try SeatRow.refresh(worker, of: state.order, in: tx)
        try MessageRow.put(self, at: entry.at, in: tx)
    }
}

extension SeatTaken {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(state.order, in: tx)
        try SeatRow.refresh(worker, of: state.order, in: tx)
        try tx.run(
            "UPDATE labour_engagement SET accepted = accepted + 1 WHERE order_id = \(order) AND worker = \(worker)")
    }
}

extension WaitingJoined {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(state.order, in: tx)
    }
}

extension SeatFreed {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(state.order, in: tx)
        try SeatRow.refresh(worker, of: state.order, in: tx)
    }
}
