import Kernel
import Storage

@testable import Platform

extension WaysOn {
    /// A kind of thing that people carry on from state to state.
    struct Road {
        let kind: String
        /// What is under way: its name, its state, the path of its place, and who alone may carry it on (nil: whoever the
        /// access names).
        let open: SQL
        /// By state, the verbs that carry the thing on.
        let verbs: [String: [String]]
        /// What acts of the clock call it; nil where none carry it on.
        var due: String?
        /// Who had a hand in it already and may not have the next: its name and the person.
        var hands: SQL?
    }

    /// `today`: contracts that are over and jobs of days gone by are nobody's work.
    static func roads(at now: Instant) -> [Road] {
        [
            Road(
                kind: "contract",
                open: """
                    SELECT c.id, CASE WHEN c.lot IS NULL THEN 'registered' ELSE 'sold' END, d.path, NULL
                    FROM contract c JOIN division d ON d.id = c.division
                    WHERE c.ended_on IS NULL AND c.ends >= \(now.date)
                    """,
                verbs: ["registered": ["registry.amendContract"], "sold": ["registry.amendContract"]], due: "contract"),
            Road(
                kind: "order",
                open: """
                    SELECT o.id, 'posted', d.path, NULL FROM labour_order o JOIN division d ON d.id = o.place
                    WHERE o.is_cancelled = 0 AND o.ends > \(now)
                    """,
                verbs: ["posted": ["labour.changeSeats", "labour.cancelOrder"]], due: "order"),
            Road(
                kind: "seat",
                open: """
                    SELECT e.order_id, e.phase, d.path, NULL FROM labour_engagement e JOIN division d ON d.id = e.place
                    WHERE e.phase IN ('offered', 'accepted', 'arrived') OR (e.phase = 'worked' AND e.paid_fen < e.net_fen)
                    """,
                verbs: [
                    "offered": ["labour.takeSeat", "labour.declineOffer"],
                    "accepted": ["labour.checkIn", "labour.recordNoShow"], "arrived": ["labour.confirmHours"],
                    "worked": ["labour.payWages"],
                ]),
            Road(
                kind: "settlement",
                open: """
                    SELECT s.haulage || ' ' || s.month, s.phase, d.path,
                        CASE WHEN s.phase = 'drafted' THEN h.agent ELSE NULL END
                    FROM waste_settlement s JOIN waste_haulage h ON h.id = s.haulage
                    JOIN division d ON d.id = h.division WHERE s.phase <> 'confirmed'
                    """,
                verbs: [
                    "drafted": ["waste.agreeSettlement"], "disputed": ["waste.draftSettlement"],
                    "agreed": ["waste.confirmSettlement"],
                ],
                hands: """
                    SELECT s.haulage || ' ' || s.month, h.agent FROM waste_settlement s
                    JOIN waste_haulage h ON h.id = s.haulage WHERE s.phase = 'agreed'
                    """),
            Road(
                kind: "complaint",
                open: """
                    SELECT c.id, c.phase, d.path, NULL FROM waste_complaint c JOIN division d ON d.id = c.division
                    WHERE c.phase <> 'closed'
                    """,
                verbs: ["filed": ["waste.answerComplaint"], "answered": ["waste.closeComplaint"]], due: "complaint"),
        ] + books(at: now) + cleanup + meetings + subsidies
    }

    private static func books(at now: Instant) -> [Road] {
        [
            Road(
                kind: "draft",
                open: """
                    SELECT v.draft, v.state, d.path, NULL FROM voucher_draft v
                    JOIN organisation o ON o.id = v.organisation JOIN division d ON d.id = o.division
                    WHERE v.state IN ('made', 'reviewed', 'returned')
                    """,
                verbs: [
                    "made": ["ledger.reviewDraft"], "reviewed": ["ledger.postDraft", "ledger.returnDraft"],
                    "returned": ["ledger.withdrawDraft"],
                ],
                hands: """
                    SELECT draft, maker_person FROM voucher_draft WHERE state IN ('made', 'reviewed')
                    UNION ALL SELECT draft, reviewer_person FROM voucher_draft
                        WHERE state = 'reviewed' AND reviewer_person IS NOT NULL
                    """),
            Road(
                kind: "claim",
                open: """
                    SELECT c.claim, c.state, d.path, NULL FROM claim c JOIN organisation o ON o.id = c.organisation
                    JOIN division d ON d.id = o.division WHERE c.state IN ('submitted', 'returned', 'approved', 'sent')
                    """,
                verbs: [
                    "submitted": ["ledger.approveClaim", "ledger.returnClaim"], "returned": ["ledger.submitClaim"],
                    "approved": ["ledger.payClaims", "ledger.returnClaim"],
                    "sent": ["ledger.bookClaim", "ledger.sendBackPayment"],
                ],
                hands:
                    "SELECT h.claim, h.person FROM claim_hand h JOIN claim c ON c.claim = h.claim WHERE c.state <> 'returned'"
            ),
        ]
    }

    private static var cleanup: [Road] {
        [
            Road(
                kind: "found contract",
                open: """
                    SELECT f.id, CASE WHEN f.plan IS NULL THEN 'found' ELSE 'planned' END, d.path, NULL
                    FROM found_contract f JOIN division d ON d.id = f.division WHERE f.is_closed = 0
                    """,
                verbs: [
                    "found": ["cleanup.planContract", "cleanup.closeContractCase"],
                    "planned": ["cleanup.closeContractCase"],
                ]),
            Road(
                kind: "debt",
                open: """
                    SELECT c.id, CASE WHEN c.is_disputed = 1 THEN 'disputed' ELSE 'owed' END, d.path, NULL
                    FROM cleanup_claim c JOIN division d ON d.id = c.division WHERE c.amount_left > 0
                    """,
                verbs: [
                    "disputed": ["cleanup.acknowledgeClaim"], "owed": ["cleanup.payClaim"],
                ]),
            Road(
                kind: "bill",
                open: """
                    SELECT b.id, 'billed', d.path, NULL FROM land_bill b JOIN division d ON d.id = b.division
                    WHERE b.paid IS NULL
                    """,
                verbs: ["billed": ["cleanup.payBill"]]),
            Road(
                kind: "census",
                open: """
                    SELECT c.id, 'open', d.path, NULL FROM census c JOIN division d ON d.id = c.division
                    WHERE c.is_closed = 0
                    """,
                verbs: ["open": ["cleanup.countLine", "cleanup.confirmCensus"]]),
            Road(
                kind: "observation",
                open: """
                    SELECT o.id, o.stage, d.path, NULL FROM observation o JOIN division d ON d.id = o.division
                    WHERE o.stage IN ('open', 'takenUp')
                    """,
                verbs: [
                    "open": ["cleanup.explainUse", "cleanup.takeUpUse"],
                    "takenUp": ["cleanup.settleUse", "cleanup.explainUse"],
                ]),
        ]
    }

    private static var meetings: [Road] {
        [
            Road(
                kind: "meeting",
                open: """
                    SELECT m.id, CASE WHEN m.is_open = 1 THEN 'open' ELSE 'called' END, d.path, NULL
                    FROM assembly_meeting m JOIN division d ON d.id = m.division WHERE m.is_closed = 0
                    """,
                verbs: ["called": ["assembly.openMeeting"], "open": ["assembly.closeMeeting"]])
        ]
    }

    private static var subsidies: [Road] {
        [
            Road(
                kind: "subsidy",
                open: """
                    SELECT c.id, c.phase, d.path, NULL FROM skills_claim c JOIN division d ON d.id = c.place
                    WHERE c.phase IN ('claimed', 'checked', 'approved', 'reclaimed')
                    """,
                verbs: [
                    "claimed": ["skills.checkClaim"], "checked": ["skills.approveClaim"],
                    "approved": ["skills.payClaim"], "reclaimed": ["skills.recordRepayment"],
                ],
                hands: """
                    SELECT id, claimant FROM skills_claim WHERE phase = 'claimed'
                    UNION ALL SELECT id, checker FROM skills_claim WHERE phase = 'checked' AND checker IS NOT NULL
                    UNION ALL SELECT id, approver FROM skills_claim WHERE phase = 'approved' AND approver IS NOT NULL
                    UNION ALL SELECT id, reclaimed_by FROM skills_claim
                        WHERE phase = 'reclaimed' AND reclaimed_by IS NOT NULL
                    """)
        ]
    }
}
