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
            SELECT number, matter, object, present, in_favour, against, abstained, needed, is_passed
            FROM assembly_motion WHERE meeting = \(meeting) ORDER BY number
            """
        ).map {
            MotionLine(
                number: try $0.get(0), matter: try $0.get(1), object: try $0.find(2), present: try $0.get(3),
                inFavour: try $0.get(4), against: try $0.get(5), abstained: try $0.get(6), needed: try $0.get(7),
                isPassed: try $0.find(8))
        }
    }

    private static let columns: SQL = """
        SELECT m.id, m.organisation, o.name, m.division, m.body, m.noticed, m.held_on, m.agenda, m.entitled, m.present,
            m.roll_digest
        FROM assembly_meeting m JOIN organisation o ON o.id = m.organisation
        """

    private static func read(_ row: Row) throws -> MeetingLine {
        MeetingLine(
            id: try row.get(0), organisation: try row.get(1), name: try row.get(2), division: try row.get(3),
            body: try row.get(4), noticed: try row.get(5), day: try row.get(6), agenda: try row.get(7),
            entitled: try row.get(8), present: try row.get(9), rollDigest: try row.find(10))
    }
}
