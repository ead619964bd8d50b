package import Kernel
import Registry
package import Storage

extension OrderPosting {
    init(_ employer: EmployerID, _ context: Context, in tx: any ReadTransaction) throws {
        let found = try LabourQueries.findEmployer(employer, in: tx)?.employer
        let figures = try found.map { employer in
            OrderFigures(
                hourFullTime: try LabourQueries.figure(.labourHourFullTime, at: employer.place, context, in: tx).money,
                hourPartTime: try LabourQueries.figure(.labourHourPartTime, at: employer.place, context, in: tx).money,
                mostHours: try LabourQueries.figure(.labourShiftHours, at: employer.place, context, in: tx).value,
                callOutSeconds: try LabourQueries.figure(.labourCallOutSeconds, at: employer.place, context, in: tx)
                    .value)
        }
        self.init(employer: found, figures: figures)
    }
}

extension PostOrder {
    package func facts(on state: Labour.State, _ context: Context, in tx: any ReadTransaction) throws -> OrderPosting {
        try OrderPosting(terms.employer, context, in: tx)
    }
}

extension RepeatOrder {
    package func facts(on state: Labour.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let terms = try LabourQueries.findOrder(earlier, in: tx)?.terms
        return Facts(terms: terms, posting: try OrderPosting(terms?.employer ?? .example, context, in: tx))
    }
}

extension ChangeSeats {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> SeatFreeing {
        try SeatFreeing(of: order, context, in: tx)
    }
}

extension CancelOrder {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> SeatFreeing {
        try SeatFreeing(of: order, context, in: tx)
    }
}

extension OrderPosted {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO labour_order (id, employer, place, trade, work, address, conditions, starts, ends, day, seats,
                taken, waiting, unit, rate_fen, cycle, short_day, work_kind, insurance, policy, is_cancelled, posted_at)
            VALUES (\(order), \(terms.employer), \(place), \(terms.trade), \(terms.work), \(terms.address),
                \(terms.conditions), \(terms.start), \(terms.end), \(terms.start.date), \(terms.seats), 0, 0,
                \(terms.unit), \(terms.rate), \(terms.cycle), \(terms.shortDay), \(terms.workKind), \(terms.insurance),
                \(terms.policy), 0, \(entry.at))
            """)
    }
}

extension SeatsChanged {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws { try SeatRow.refresh(state.order, in: tx) }
}

extension OrderCancelled {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(state.order, in: tx)
        for worker in (state.order?.engagements.keys).map({ $0.sorted() }) ?? [] {
            try SeatRow.refresh(worker, of: state.order, in: tx)
        }
        guard let cancelled = state.order else { return }
        let workers = cancelled.engagements.filter { $0.value.phase == .cancelled }.keys.sorted()
        try MessageRow.put(cancelled: order, cancelled.terms.start, to: workers, at: entry.at, in: tx)
    }
}
