package import Kernel
import Registry
package import Storage

extension Supervision {
    package static var migrations: [Migration] {
        [
            Migration(
                "supervision-answers",
                [
                    """
                    CREATE TABLE flag_answer (
                        flag TEXT PRIMARY KEY, reply TEXT NOT NULL, facts TEXT NOT NULL, valid_until TEXT,
                        is_waiting INTEGER NOT NULL CHECK (is_waiting IN (0, 1)), answered_on TEXT NOT NULL,
                        desk TEXT NOT NULL, second_desk TEXT, words TEXT, paper TEXT
                    ) STRICT
                    """
                ])
        ]
    }

    package static var tables: [ProjectedTable] { [ProjectedTable("flag_answer", key: ["flag"])] }
}

extension FlagReply: SQLValueConvertible {}

extension OversightFile {
    /// The flag of this digest with the place it concerns; nil where nothing is flagged so now.
    func standing(_ id: FlagID) -> StandingFlag? {
        let own = flags.filter { $0.id == id }
        guard let first = own.first, let thing = things.first(where: { $0.id == first.object }),
            let place = thing.path.split(separator: "/").last.flatMap({ DivisionID(String($0)) })
        else { return nil }
        return StandingFlag(
            place: place, facts: OversightFlag.facts(own), isRed: own.contains { $0.level == .red })
    }
}

extension AnswerFlag {
    package func facts(on state: Supervision.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(standing: try OversightFile(at: context.now, in: tx).standing(flag))
    }
}

extension ConfirmAnswer {
    package func facts(on given: GivenAnswer, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(standing: try OversightFile(at: context.now, in: tx).standing(flag))
    }
}

extension FlagAnswered {
    package func project(
        from standing: Void, to state: Supervision.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard let flag = flag.content, let facts = facts.content else { return }
        try tx.run("DELETE FROM flag_answer WHERE flag = \(flag)")
        try tx.run(
            """
            INSERT INTO flag_answer (flag, reply, facts, valid_until, is_waiting, answered_on, desk, words, paper)
            VALUES (\(flag), \(reply), \(facts), \(until), \(isWaiting), \(entry.at.date), \(entry.officeText),
                \(words.content), \(paper))
            """)
    }
}

extension AnswerConfirmed {
    package func project(
        from standing: Void, to state: Supervision.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard let flag = flag.content else { return }
        try tx.run(
            "UPDATE flag_answer SET is_waiting = 0, second_desk = \(entry.officeText) WHERE flag = \(flag)")
    }
}

extension AnswerErased {
    package func project(
        from standing: Void, to state: Supervision.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard let flag = flag.content else { return }
        try tx.run("UPDATE flag_answer SET words = NULL WHERE flag = \(flag)")
    }
}

/// Looking up answers to flags.
package enum AnswerQueries {
    package static func list(in tx: any ReadTransaction) throws -> [FlagID: FlagAnswer] {
        let rows = try tx.rows(
            """
            SELECT flag, reply, facts, valid_until, is_waiting, answered_on, desk, second_desk, words, paper
            FROM flag_answer ORDER BY flag
            """)
        var answers: [FlagID: FlagAnswer] = [:]
        for row in rows {
            let flag: FlagID = try row.get(0)
            answers[flag] = FlagAnswer(
                flag: flag, reply: try row.get(1), facts: try row.get(2), until: try row.find(3),
                isWaiting: try row.get(4), answeredOn: try row.get(5), desk: try row.get(6), second: try row.find(7),
                words: try row.find(8), paper: try row.find(9))
        }
        return answers
    }
}
