import Kernel
import Registry
import Storage

/// A meeting as everyone may see it.
struct MeetingLine: Sendable {
    let id: MeetingID
    let organisation: OrganisationID
    let name: String
    let division: DivisionID
    let body: ResolutionBody
    let noticed: CivilDate
    let day: CivilDate
    let agenda: String
    let entitled: Int64
    let present: Int64
    let rollDigest: String?
    let isOpen: Bool
    let isClosed: Bool

    /// How many have to be there for anything to be decided; nil until the roll is frozen.
    var quorum: Int64? { rollDigest == nil ? nil : VotingRule.assembly.quorum(of: entitled) }
}

/// One name of a frozen roll: whether they came, who speaks for them, and whether the last vote counted them.
struct VoterLine: Sendable {
    let member: MemberID
    let household: HouseholdID
    /// Whole: the roll of a meeting is read by its desk alone.
    let name: String
    let presence: Presence?
    let holder: MemberID?
    /// The last motion on which they were counted, and the last on which they took no part; 0 for none.
    let counted: Int64
    let recused: Int64
}

/// A motion and its count; nil result while it is open.
struct MotionLine: Sendable {
    let number: Int64
    let matter: ResolutionMatter
    let object: String?
    let present: Int64
    let inFavour: Int64
    let against: Int64
    let abstained: Int64
    let needed: Int64
    let isPassed: Bool?
    let approvedBy: String?
}

enum MeetingQueries {
    /// The latest day first.
    static func list(limit: Int, in tx: any ReadTransaction) throws -> [MeetingLine] {
        try tx.rows("\(columns) ORDER BY m.held_on DESC, m.id LIMIT \(limit)").map(read)
    }

    static func find(_ id: MeetingID, in tx: any ReadTransaction) throws -> MeetingLine? {
        try tx.first("\(columns) WHERE m.id = \(id)").map(read)
    }

    static func motions(of meeting: MeetingID, in tx: any ReadTransaction) throws -> [MotionLine] {
        try tx.rows(
            """
            SELECT number, matter, object, present, in_favour, against, abstained, needed, is_passed,
                approved_by
            FROM assembly_motion WHERE meeting = \(meeting) ORDER BY number
            """
        ).map {
            MotionLine(
                number: try $0.get(0), matter: try $0.get(1), object: try $0.find(2), present: try $0.get(3),
                inFavour: try $0.get(4), against: try $0.get(5), abstained: try $0.get(6), needed: try $0.get(7),
                isPassed: try $0.find(8), approvedBy: try $0.find(9))
        }
    }

    /// Everybody on the frozen roll, household by household.
    static func voters(of meeting: MeetingID, in tx: any ReadTransaction) throws -> [VoterLine] {
        try tx.rows(
            """
            SELECT v.member, v.household, coalesce(p.name, m.display_name), v.presence, v.holder, v.counted, v.recused
            FROM assembly_voter v JOIN assembly_member m ON m.id = v.member
                LEFT JOIN assembly_person p ON p.member = v.member
            WHERE v.meeting = \(meeting) AND v.struck IS NULL ORDER BY v.household, v.member
            """
        ).map {
            VoterLine(
                member: try $0.get(0), household: try $0.get(1), name: try $0.get(2), presence: try $0.find(3),
                holder: try $0.find(4), counted: try $0.get(5), recused: try $0.get(6))
        }
    }

    /// Whether the motion after which a resolution is named was counted with its numbers.
    static func isCounted(_ resolution: HoldAgainstRoll, in tx: any ReadTransaction) throws -> Bool {
        let parts = resolution.resolution.text.split(separator: "-")
        guard let number = parts.last.flatMap({ Int64($0) }),
            let meeting = MeetingID(parts.dropLast().joined(separator: "-")), let counted = try find(meeting, in: tx)
        else { return false }
        return try counted.organisation == resolution.organisation && counted.body == resolution.body
            && counted.day == resolution.date && counted.entitled == resolution.entitled
            && motions(of: meeting, in: tx).contains {
                $0.number == number && $0.isPassed == true && $0.matter == resolution.matter
                    && $0.present == resolution.present && $0.inFavour == resolution.inFavour
            }
    }

    private static let columns: SQL = """
        SELECT m.id, m.organisation, o.name, m.division, m.body, m.noticed, m.held_on, m.agenda, m.entitled, m.present,
            m.roll_digest, m.is_open, m.is_closed
        FROM assembly_meeting m JOIN organisation o ON o.id = m.organisation
        """

    private static func read(_ row: Row) throws -> MeetingLine {
        MeetingLine(
            id: try row.get(0), organisation: try row.get(1), name: try row.get(2), division: try row.get(3),
            body: try row.get(4), noticed: try row.get(5), day: try row.get(6), agenda: try row.get(7),
            entitled: try row.get(8), present: try row.get(9), rollDigest: try row.find(10),
            isOpen: try row.get(11), isClosed: try row.get(12))
    }
}
