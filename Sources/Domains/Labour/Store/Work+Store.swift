package import Kernel
import Registry
package import Storage

extension RecordNoShow {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            freeing: try SeatFreeing(of: order, context, in: tx),
            noShowSeconds: try LabourQueries.figure(.labourNoShowSeconds, at: order.place, context, in: tx).value)
    }
}

extension ConfirmHours {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            hourFullTime: try LabourQueries.figure(.labourHourFullTime, at: order.place, context, in: tx).money,
            hourPartTime: try LabourQueries.figure(.labourHourPartTime, at: order.place, context, in: tx).money)
    }
}

extension AdvanceArrear {
    package func facts(on order: Order, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            openDays: try LabourQueries.figure(.labourArrearOpenDays, at: order.place, context, in: tx).value,
            answerDays: try LabourQueries.figure(.labourArrearAnswerDays, at: order.place, context, in: tx).value,
            mediateDays: try LabourQueries.figure(.labourArrearMediateDays, at: order.place, context, in: tx).value,
            handOverDays: try LabourQueries.figure(.labourArrearHandOverDays, at: order.place, context, in: tx).value)
    }
}

extension FileFigures {
    package func facts(on state: Labour.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try DivisionQueries.find(place, in: tx) != nil)
    }
}

extension CheckedIn {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(worker, of: state.order, in: tx)
    }
}

extension WagesDue {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(worker, of: state.order, in: tx)
    }
}

extension WagesPaid {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(worker, of: state.order, in: tx)
        try TransferRow.end(.paid, of: worker, on: order, in: tx)
        guard left == .zero else { return }
        try tx.run("UPDATE labour_engagement SET paid_on = \(paidOn) WHERE order_id = \(order) AND worker = \(worker)")
    }
}

extension ArrearAdvanced {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try SeatRow.refresh(worker, of: state.order, in: tx)
        try MessageRow.put(self, at: entry.at, in: tx)
    }
}

extension FiguresFiled {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO labour_figures
                (place, from_day, until_day, employers, posts, served, persons, intentions, source)
            VALUES (\(place), \(from), \(until), \(figures.employers), \(figures.posts), \(figures.served),
                \(figures.persons), \(figures.intentions), \(source))
            """)
    }
}
