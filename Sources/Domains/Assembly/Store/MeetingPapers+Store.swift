package import Kernel
import Registry
package import Storage

extension Assembly {
    /// The papers of meetings, and who was struck from a roll that was frozen.
    static var meetingPapers: Migration {
        Migration(
            "assembly-006",
            [
                """
                CREATE TABLE assembly_meeting_paper (
                    meeting TEXT NOT NULL REFERENCES assembly_meeting (id), number INTEGER NOT NULL,
                    kind TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (meeting, number)
                ) STRICT
                """,
                "ALTER TABLE assembly_voter ADD COLUMN struck TEXT",
            ])
    }
}

/// A paper of a meeting.
struct MeetingPaper: Sendable {
    let kind: MeetingPaperKind
    let mark: String
}

extension MeetingQueries {
    static func papers(of meeting: MeetingID, in tx: any ReadTransaction) throws -> [MeetingPaper] {
        try tx.rows("SELECT kind, sha256 FROM assembly_meeting_paper WHERE meeting = \(meeting) ORDER BY number").map {
            MeetingPaper(kind: try $0.get(0), mark: try $0.get(1))
        }
    }

    /// How many were struck from the frozen roll.
    static func countStruck(of meeting: MeetingID, in tx: any ReadTransaction) throws -> Int64 {
        try tx.find("SELECT count(*) FROM assembly_voter WHERE meeting = \(meeting) AND struck IS NOT NULL") ?? 0
    }
}

extension PutMotion {
    package func facts(on meeting: Meeting, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let concerns else { return Facts() }
        let party = try tx.first("SELECT identity_mark FROM party WHERE id = \(concerns)")
        guard let mark: String = try party?.find(0) else { return Facts(isKnown: party != nil) }
        let close = KinRelation.allCases.filter(\.isClose).map(\.rawValue)
        return Facts(
            concerned: try tx.rows(
                """
                SELECT v.member FROM assembly_voter v JOIN assembly_person p ON p.member = v.member
                WHERE v.meeting = \(self.meeting) AND (p.identity_mark = \(mark)
                    OR p.identity_mark IN (
                        SELECT t.mark FROM assembly_kin k JOIN assembly_term t ON t.id = k.term
                        WHERE k.mark = \(mark) AND k.relation IN \(list: close))
                    OR p.identity_mark IN (
                        SELECT k.mark FROM assembly_kin k JOIN assembly_term t ON t.id = k.term
                        WHERE t.mark = \(mark) AND k.relation IN \(list: close)))
                ORDER BY v.member
                """
            ).map { try $0.get(0) })
    }
}

extension MeetingPapersAdded {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for (position, digest) in papers.enumerated() {
            try tx.run(
                """
                INSERT INTO assembly_meeting_paper (meeting, number, kind, sha256)
                VALUES (\(meeting), \(first + Int64(position)), \(kind), \(digest))
                """)
        }
    }
}

extension StruckFromRoll {
    package func project(
        from standing: Void, to state: Assembly.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE assembly_voter SET struck = \(ground), holder = NULL WHERE meeting = \(meeting) AND member = \(member)
            """)
        try tx.run("UPDATE assembly_voter SET holder = NULL WHERE meeting = \(meeting) AND holder = \(member)")
        try tx.run("UPDATE assembly_meeting SET entitled = \(entitled) WHERE id = \(meeting)")
    }
}

extension MeetingPaperKind: SQLValueConvertible {}
