import Kernel
import Registry
import Storage

/// An application as its desks see it.
struct ClaimLine: Sendable {
    let id: ClaimID
    let place: DivisionID
    let placeName: String
    let certificate: CertificateID
    let learner: LearnerID
    let name: String
    let occupation: Occupation
    let amount: Money
    let claimant: PersonID
    let phase: ClaimPhase
    let claimedOn: CivilDate
    let employer: String?
    let checker: PersonID?
    let checkedOn: CivilDate?
    let approver: PersonID?
    let paidOn: CivilDate?
    /// What is claimed back, since when and by whom, and how much of it has come.
    let reclaimed: Money?
    let repaid: Money?
    let reclaimedOn: CivilDate?
    let reclaimer: PersonID?

    /// What stays paid.
    var kept: Money { paidOn == nil ? .zero : amount - (repaid ?? .zero) }
}

extension SkillsQueries {
    private static let claims: SQL = """
        SELECT c.id, c.place, \(DivisionQueries.called("d.id")), c.certificate, c.learner, l.display_name, t.occupation, c.amount_fen, c.claimant,
            c.phase, c.claimed_on, c.employer, c.checker, c.checked_on, c.approver, c.paid_on,
            c.reclaimed_fen, c.repaid_fen, c.reclaimed_on, c.reclaimed_by
        FROM skills_claim c JOIN skills_certificate t ON t.id = c.certificate JOIN skills_learner l ON l.id = c.learner
        JOIN division d ON d.id = c.place
        """

    private static func claim(_ row: Row) throws -> ClaimLine {
        ClaimLine(
            id: try row.get(0), place: try row.get(1), placeName: try row.get(2), certificate: try row.get(3),
            learner: try row.get(4), name: try row.get(5), occupation: try row.get(6), amount: try row.get(7),
            claimant: try row.get(8), phase: try row.get(9), claimedOn: try row.get(10), employer: try row.find(11),
            checker: try row.find(12), checkedOn: try row.find(13), approver: try row.find(14),
            paidOn: try row.find(15), reclaimed: try row.find(16), repaid: try row.find(17),
            reclaimedOn: try row.find(18), reclaimer: try row.find(19))
    }

    static func findClaim(_ id: ClaimID, in tx: any ReadTransaction) throws -> ClaimLine? {
        try tx.first("\(claims) WHERE c.id = \(id)").map(claim)
    }

    /// The latest first.
    static func listClaims(limit: Int, in tx: any ReadTransaction) throws -> [ClaimLine] {
        try tx.rows("\(claims) ORDER BY c.claimed_on DESC, c.id LIMIT \(limit)").map(claim)
    }

    /// Employers of the labour market who paid somebody, by their names there.
    static func listEmployers(of learner: LearnerID, in tx: any ReadTransaction) throws -> [MarketEmployer] {
        try tx.rows(
            """
            SELECT DISTINCT employer FROM skills_shift WHERE learner = \(learner) AND employer IS NOT NULL
            ORDER BY employer
            """
        ).map { try $0.get(0) }
    }

    static func findClaim(of certificate: CertificateID, in tx: any ReadTransaction) throws -> ClaimLine? {
        try tx.first(
            "\(claims) WHERE c.certificate = \(certificate) AND c.phase <> 'refused' ORDER BY c.id LIMIT 1"
        ).map(claim)
    }
}
