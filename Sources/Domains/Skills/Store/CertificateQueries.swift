import Kernel
import Storage

/// A certificate as everyone may see it, with the covered name of who holds it.
struct CertificateLine: Sendable {
    let id: CertificateID
    let place: DivisionID
    let course: CourseID
    let learner: LearnerID
    let name: String
    let award: Award
    let issuedAt: Instant
    let revoked: CivilDate?
    let reason: RevocationReason?
    /// What stands in its place, and in whose place it stands.
    let replacedBy: CertificateID?
    let replaces: CertificateID?
    /// Since when it does not count; nil while it does.
    let suspended: CivilDate?

    func validity(on day: CivilDate, _ suspensions: [Suspension] = []) -> Validity {
        let now = suspended.map { Suspension(from: $0, reason: .underReview, lifted: nil) }
        return Validity.of(
            issued: award.issued, until: award.until, revoked: revoked, isReplaced: replacedBy != nil,
            suspensions: suspensions + [now].compactMap { $0 }, on: day)
    }
}

extension SkillsQueries {
    private static let certificates: SQL = """
        SELECT t.id, t.place, t.course, t.learner, l.display_name, t.kind, t.occupation, t.level, t.provider, t.issued,
            t.issued_at, t.until, t.status_index, t.official_number, t.revoked, t.reason,
            t.replaced_by, t.replaces, t.suspended
        FROM skills_certificate t JOIN skills_learner l ON l.id = t.learner
        """

    private static func certificate(_ row: Row) throws -> CertificateLine {
        let award = Award(
            kind: try row.get(5), occupation: try row.get(6), level: try row.find(7), provider: try row.get(8),
            issued: try row.get(9), until: try row.find(11), statusIndex: try row.get(12),
            officialNumber: try row.find(13))
        return CertificateLine(
            id: try row.get(0), place: try row.get(1), course: try row.get(2), learner: try row.get(3),
            name: try row.get(4), award: award, issuedAt: try row.get(10), revoked: try row.find(14),
            reason: try row.find(15), replacedBy: try row.find(16), replaces: try row.find(17),
            suspended: try row.find(18))
    }

    static func findCertificate(_ id: CertificateID, in tx: any ReadTransaction) throws -> CertificateLine? {
        try tx.first("\(certificates) WHERE t.id = \(id)").map(certificate)
    }

    /// The latest first.
    static func listCertificates(limit: Int, in tx: any ReadTransaction) throws -> [CertificateLine] {
        try tx.rows("\(certificates) ORDER BY t.issued DESC, t.id LIMIT \(limit)").map(certificate)
    }

    static func listCertificates(of learner: LearnerID, in tx: any ReadTransaction) throws -> [CertificateLine] {
        try tx.rows("\(certificates) WHERE t.learner = \(learner) ORDER BY t.issued DESC, t.id LIMIT 100").map(
            certificate)
    }

    /// Everybody's of one course.
    static func listCertificates(ofCourse course: CourseID, in tx: any ReadTransaction) throws -> [CertificateLine] {
        try tx.rows("\(certificates) WHERE t.course = \(course) ORDER BY t.learner, t.id LIMIT 1000").map(certificate)
    }

    /// Every time in which a certificate did not count, the first first.
    static func listSuspensions(of certificate: CertificateID, in tx: any ReadTransaction) throws -> [Suspension] {
        try tx.rows(
            "SELECT suspended, reason, lifted FROM skills_suspension WHERE certificate = \(certificate) ORDER BY number"
        ).map { Suspension(from: try $0.get(0), reason: try $0.get(1), lifted: try $0.find(2)) }
    }

    /// The certificate that stands in the place of this one, however often it was replaced; itself where it was not.
    static func findStanding(for line: CertificateLine, in tx: any ReadTransaction) throws -> CertificateLine {
        var line = line
        while let next = line.replacedBy, let found = try findCertificate(next, in: tx) { line = found }
        return line
    }

    /// One of the same occupation, kind and level that is in force on `day`, or suspended.
    static func findInForce(
        _ plan: CoursePlan, of learner: LearnerID, on day: CivilDate, in tx: any ReadTransaction
    ) throws -> CertificateID? {
        try listCertificates(of: learner, in: tx).first {
            $0.award.occupation == plan.occupation && $0.award.kind == plan.kind && $0.award.level == plan.level
                && [.valid, .suspended].contains($0.validity(on: day))
        }?.id
    }

    /// Places in the status list of certificates that were taken back, in order.
    static func listRevoked(in tx: any ReadTransaction) throws -> [Int64] {
        try tx.rows(
            "SELECT status_index FROM skills_certificate WHERE revoked IS NOT NULL ORDER BY status_index"
        ).map { try $0.get(0) }
    }

    /// Places of certificates that do not count for a while, in order.
    static func listSuspended(in tx: any ReadTransaction) throws -> [Int64] {
        try tx.rows(
            "SELECT status_index FROM skills_certificate WHERE suspended IS NOT NULL ORDER BY status_index"
        ).map { try $0.get(0) }
    }

    /// In force on `day`, by occupation, the most first; distinct certificates.
    static func countInForce(on day: CivilDate, in tx: any ReadTransaction) throws -> [(Occupation, Int64)] {
        try tx.rows(
            """
            SELECT occupation, count(*) FROM skills_certificate
            WHERE issued <= \(day) AND (until IS NULL OR until >= \(day)) AND (revoked IS NULL OR revoked > \(day))
                AND suspended IS NULL
            GROUP BY occupation ORDER BY count(*) DESC, occupation
            """
        ).map { (try $0.get(0), try $0.get(1)) }
    }

    /// A free place of the status list, begun at one drawn from `seed`; nil where every place is taken.
    static func freeIndex(for seed: String, in tx: any ReadTransaction) throws -> Int64? {
        let size = StatusDomain.range.upperBound + 1
        // FNV-1a: the seed is a secret's code already, it only has to be spread.
        let drawn = seed.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        var index = Int64(drawn % UInt64(size))
        for _ in 0..<size {
            guard try tx.first("SELECT id FROM skills_certificate WHERE status_index = \(index)") != nil else {
                return index
            }
            index = (index + 1) % size
        }
        return nil
    }
}
