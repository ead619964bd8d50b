import Kernel
import Registry
package import Storage

extension Assembly {
    /// Votes on paper: how many sheets of the two tellers are in, and what both read.
    static var paperVotes: Migration {
        Migration(
            "assembly-007",
            [
                """
                CREATE TABLE assembly_tally (
                    meeting TEXT NOT NULL REFERENCES assembly_meeting (id), number INTEGER NOT NULL,
                    sheets INTEGER NOT NULL, recounts INTEGER NOT NULL, issued INTEGER, returned INTEGER, invalid INTEGER,
                    PRIMARY KEY (meeting, number)
                ) STRICT
                """
            ])
    }
}

/// A vote on paper, as everyone may see it.
struct TallyLine: Sendable {
    let number: Int64
    let sheets: Int64
    let recounts: Int64
    /// Nil until both tellers agree.
    let issued: Int64?
    let returned: Int64?
    let invalid: Int64?
}

extension MeetingQueries {
    static func tallies(of meeting: MeetingID, in tx: any ReadTransaction) throws -> [TallyLine] {
        try tx.rows(
            """
            SELECT number, sheets, recounts, issued, returned, invalid FROM assembly_tally WHERE meeting = \(meeting)
            ORDER BY number
            """
        ).map {
            TallyLine(
                number: try $0.get(0), sheets: try $0.get(1), recounts: try $0.get(2), issued: try $0.find(3),
                returned: try $0.find(4), invalid: try $0.find(5))
        }
    }
}

extension TallyCommitted {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE assembly_tally SET sheets = 1 WHERE meeting = \(meeting) AND number = \(number)")
    }
}

extension TalliesOpened {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard let first, first == second else {
            try tx.run(
                """
                UPDATE assembly_tally SET sheets = 0, recounts = recounts + 1
                WHERE meeting = \(meeting) AND number = \(number)
                """)
            return
        }
        try tx.run(
            """
            UPDATE assembly_tally SET sheets = 2, issued = \(first.issued), returned = \(first.returned),
                invalid = \(first.invalid)
            WHERE meeting = \(meeting) AND number = \(number)
            """)
    }
}
