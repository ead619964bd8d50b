package import Kernel
package import Storage

/// What goes out by message, and what comes back. Sending is the server's.
extension Labour {
    /// Messages that nobody has sent yet and that there is still time for.
    package static func listOutgoing(
        at now: Instant, _ desk: DeskReading, limit: Int, in tx: any ReadTransaction
    ) throws -> [OutgoingMessage] {
        try MessageQueries.list(MessageQueries.unsent, at: now, limit: limit, in: tx).map { line in
            OutgoingMessage(
                order: line.order.id, worker: line.worker, kind: line.kind, at: line.at,
                phone: try MessageQueries.findPhone(of: line.recipient, desk, in: tx),
                text: MessageText.sentence(line, asks: true))
        }
    }

    /// What an answer from a telephone brings, by the telephone's mark.
    package static func plan(
        reply text: String, from mark: String?, at now: Instant, in tx: any ReadTransaction
    ) throws -> ReplyPlan {
        let workers = try mark.map { try MessageQueries.listWorkers(phone: $0, in: tx) } ?? []
        guard !workers.isEmpty else { return .say(MessageText.unknownPhone) }
        guard let isYes = ReplyWord.isYes(text) else { return .say(MessageText.notUnderstood) }
        let asked = try workers.flatMap { worker in
            try LabourQueries.listEngagements(of: worker.id, limit: 30, in: tx).filter {
                $0.phase == .offered && $0.end > now
            }
        }
        guard let first = asked.first else { return .say(try answered(workers, in: tx)) }
        // A crew that shares a telephone is asked once.
        guard asked.allSatisfy({ $0.order == first.order && ($0.crew != nil || asked.count == 1) }),
            let order = try LabourQueries.findOrder(first.order, in: tx)
        else { return .say(MessageText.severalAsked) }
        guard isYes, let crew = first.crew else {
            return give(
                isYes
                    ? TakeSeat(order: order.id, worker: first.worker, mayWait: false)
                    : DeclineOffer(order: order.id, worker: first.worker),
                by: first.worker, order, isYes ? MessageText.goes(order) : MessageText.noted)
        }
        guard let leader = try CrewQueries.listMembers(of: crew, in: tx).first,
            asked.contains(where: { $0.worker == leader })
        else { return .say(MessageText.leaderAnswers) }
        return give(SeatCrew(order: order.id, worker: leader), by: leader, order, MessageText.goes(order))
    }

    /// The words for a command that was refused after all.
    package static func words(for refused: Rejection) -> Message {
        refused.number == LabourRefusal.noSeat.number ? MessageText.late : refused.text
    }

    /// She acts as herself: the county's sender vouches for the number, as it does for a code.
    private static func give(
        _ command: any LabourCommand, by worker: WorkerID, _ order: OrderLine, _ done: Message
    ) -> ReplyPlan {
        guard let person = PersonID(worker.text), let office = OfficeID("\(worker)-message") else {
            return .say(MessageText.nothingAsked)
        }
        return .give(
            command, by: Principal(person: person, role: .bidder, office: office, division: order.place), done: done)
    }

    /// Nothing waits for an answer: what became of the last offer.
    private static func answered(_ workers: [WorkerLine], in tx: any ReadTransaction) throws -> Message {
        for worker in workers {
            guard let id = try MessageQueries.findLastAsked(worker.id, in: tx),
                let work = try LabourQueries.findEngagement(worker.id, on: id, in: tx),
                let order = try LabourQueries.findOrder(id, in: tx)
            else { continue }
            switch work.phase {
            case .accepted, .arrived: return MessageText.saidYes(order)
            case .declined, .withdrawn: return MessageText.saidNo
            case .lapsed, .cancelled, .noShow: return MessageText.late
            case .offered, .worked: continue
            }
        }
        return MessageText.nothingAsked
    }
}

extension OutgoingMessage {
    /// What keeps its outcome.
    package func noted(_ outcome: MessageOutcome) -> NoteMessage {
        NoteMessage(order: order, worker: worker, kind: kind, at: at, outcome: outcome)
    }
}

/// “1” or “2”, however a telephone writes it.
enum ReplyWord {
    /// Nil where it is neither.
    static func isYes(_ text: String) -> Bool? {
        let word = Folding.code(text).filter { $0.isLetter || $0.isNumber }
        if MessageText.yes.contains(word) { return true }
        return MessageText.no.contains(word) ? false : nil
    }
}
