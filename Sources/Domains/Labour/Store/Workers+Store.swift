package import Kernel
import Registry
package import Storage

extension RegisterWorker {
    package func facts(on state: Labour.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let mark = identityNumber?.content.map { context.marks.of($0) }
        return Facts(
            isKnownPlace: try DivisionQueries.find(place, in: tx) != nil,
            known: try mark.flatMap { try tx.find("SELECT id FROM labour_worker WHERE mark = \($0)") })
    }
}

extension EraseWorker {
    package func facts(on known: Worker, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            open: try tx.find(
                """
                SELECT count(*) FROM labour_engagement WHERE worker = \(worker)
                    AND (paid_fen < net_fen OR phase IN ('offered', 'accepted', 'arrived'))
                """) ?? 0,
            crew: try CrewQueries.find(of: worker, in: tx))
    }
}

extension SeekerFacts {
    /// - Parameter soon: whether she looks for work with the very word.
    init(_ known: Worker?, soon: Bool = false, in tx: any ReadTransaction) throws {
        let place = known.flatMap { soon || $0.seekingSince != nil ? $0.place : nil }
        self.init(hall: try place.flatMap { try RoundQueries.findHall(over: $0, in: tx) })
    }
}

extension SeekWork {
    package func facts(on known: Worker, _ context: Context, in tx: any ReadTransaction) throws -> SeekerFacts {
        try SeekerFacts(known, soon: isSeeking, in: tx)
    }
}

extension StateConditions {
    package func facts(on known: Worker, _ context: Context, in tx: any ReadTransaction) throws -> SeekerFacts {
        try SeekerFacts(known, in: tx)
    }
}

extension NoteCertificate {
    package func facts(on known: Worker, _ context: Context, in tx: any ReadTransaction) throws -> SeekerFacts {
        try SeekerFacts(known, in: tx)
    }
}

extension WorkerRegistered {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let names = trades.map(\.rawValue).joined(separator: " ")
        try tx.run(
            """
            INSERT INTO labour_worker (id, place, display_name, mark, phone_mark, born, trades, is_erased,
                registered_at)
            VALUES (\(worker), \(place), \(LabourText.masked(name.content)), \(mark.content), \(phoneMark?.content),
                \(identityNumber.content?.born), \(names), 0, \(entry.at))
            """)
        try tx.append(
            [entry.index.sqlValue, worker.sqlValue, place.sqlValue, entry.at.date.sqlValue], to: "labour_contact")
    }
}

extension WorkSought {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE labour_worker SET seeking_since = \(isSeeking ? entry.at : nil) WHERE id = \(worker)")
        try tx.append(
            [entry.index.sqlValue, worker.sqlValue, place.sqlValue, entry.at.date.sqlValue], to: "labour_contact")
    }
}

extension ConditionsStated {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE labour_worker SET reserve_fen = \(reserve?.content), reach = \(reach) WHERE id = \(worker)
            """)
        try tx.append(
            [entry.index.sqlValue, worker.sqlValue, place.sqlValue, entry.at.date.sqlValue], to: "labour_contact")
    }
}

extension WorkerErased {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE labour_worker SET display_name = \(LabourText.masked(nil)), mark = NULL, phone_mark = NULL, born = NULL,
                seeking_since = NULL, reserve_fen = NULL, reach = NULL, is_erased = 1
            WHERE id = \(worker)
            """)
        try tx.run("DELETE FROM labour_account WHERE worker = \(worker)")
        // What a round said to her stays as a number's; that the number was hers is gone.
        try tx.run("UPDATE labour_round_seeker SET worker = NULL WHERE worker = \(worker)")
    }
}

extension TakeCertificate {
    package func facts(on state: Labour.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let row = try tx.first(
            "SELECT paper, until FROM labour_certificate WHERE worker = \(worker) AND trade = \(trade)")
        return Facts(
            paper: try row?.get(0), until: try row?.get(1), hall: try SeekerFacts(state.worker, in: tx).hall)
    }
}
