package import Kernel
import Registry
package import Storage

extension OpenHall {
    package func facts(on state: Labour.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try DivisionQueries.find(place, in: tx) != nil)
    }
}

extension RunRound {
    package func facts(on known: Hall, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let path = try DivisionQueries.findPath(known.place, in: tx) ?? "/\(known.place)/"
        return Facts(
            orders: try RoundQueries.listOffers(within: path, at: context.now, in: tx),
            people: try RoundQueries.listPeople(within: path, at: context.now, in: tx),
            crews: try CrewQueries.sizes(in: tx))
    }
}

extension FillSeats {
    package func facts(on known: Hall, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let path = try DivisionQueries.findPath(known.place, in: tx) ?? "/\(known.place)/"
        // Whoever did not come is known half an hour after the start; twice as long somebody else may still be sent.
        let noShow = try LabourQueries.figure(.labourNoShowSeconds, at: known.place, context, in: tx).value
        return Facts(
            orders: try RoundQueries.listOffers(
                givenOutBy: known.place, from: context.now.adding(seconds: -2 * noShow), at: context.now, in: tx),
            people: try RoundQueries.listPeople(within: path, at: context.now, in: tx),
            crews: try CrewQueries.sizes(in: tx))
    }
}

extension HallOpened {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO labour_hall (place, times, next, commitment) VALUES (\(place), \(times), \(next), \(commitment))
            ON CONFLICT (place) DO UPDATE SET times = excluded.times, next = excluded.next,
                commitment = excluded.commitment
            """)
    }
}

extension HallClosed {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE labour_hall SET next = NULL WHERE place = \(place)")
    }
}

extension RoundRun {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let id = "\(place)-\(number)"
        try tx.run(
            "UPDATE labour_hall SET next = \(next), commitment = \(commitment) WHERE place = \(place)")
        try tx.run(
            """
            INSERT INTO labour_round (id, place, number, at, entry, seekers, seed, is_refill)
            VALUES (\(id), \(place), \(number), \(entry.at), \(entry.index), \(Int64(seekers.count)), \(seed),
                \(isRefill))
            """)
        for (position, order) in orders.enumerated() {
            let placed = seekers.count { $0.seat == Int64(position + 1) }
            try tx.run(
                """
                INSERT INTO labour_round_order (round, order_id, seats, placed, price)
                VALUES (\(id), \(order.order), \(order.seats), \(Int64(placed)), \(order.price))
                """)
        }
        for (seeker, reason) in zip(seekers, book.reasons()) {
            let seat = seeker.seat.map { orders[Int($0) - 1].order }
            try tx.run(
                """
                INSERT INTO labour_round_seeker (round, number, worker, at, seat, reason, order_id, rule, amount,
                    group_number)
                VALUES (\(id), \(seeker.number), \(seeker.worker.content), \(entry.at), \(seat), \(reason?.kind),
                    \(reason?.order), \(reason?.rule), \(reason?.amount ?? 0), \(seeker.group))
                """)
        }
    }
}

extension CertificateNoted {
    package func project(
        from standing: Void, to state: Labour.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM labour_certificate WHERE worker = \(worker) AND trade = \(trade)")
        guard isInForce else { return }
        try tx.run(
            "INSERT INTO labour_certificate (worker, trade, until, paper) VALUES (\(worker), \(trade), \(until), \(paper))"
        )
    }
}
