package import Kernel
import Registry
package import Storage

extension ClaimSubsidy {
    package func facts(on state: Skills.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let line = try SkillsQueries.findCertificate(certificate, in: tx) else {
            return Facts(award: nil, isInForce: false, learner: nil, earlier: nil, thisYear: 0)
        }
        let today = context.now.date
        let (first, last) = ("\(today.year)-01-01", "\(today.year)-12-31")
        let earlier = try tx.rows(
            """
            SELECT c.id FROM skills_claim c JOIN skills_certificate t ON t.id = c.certificate
            WHERE c.learner = \(line.learner) AND t.occupation = \(line.award.occupation)
                AND coalesce(t.level, 0) = \(line.award.level ?? 0) AND c.phase <> 'refused'
            ORDER BY c.id LIMIT 1
            """
        ).first
        return Facts(
            award: line.award, isInForce: line.validity(on: today) == .valid,
            learner: try SkillsQueries.findLearner(line.learner, in: tx)?.learner, earlier: try earlier?.get(0),
            thisYear: try tx.find(
                """
                SELECT count(*) FROM skills_claim WHERE learner = \(line.learner) AND claimed_on >= \(first)
                    AND claimed_on <= \(last) AND phase <> 'refused'
                """) ?? 0)
    }
}

extension ApproveClaim {
    package func facts(on known: Claim, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        guard let line = try SkillsQueries.findCertificate(known.certificate, in: tx) else {
            return Facts(isInForce: false, finding: nil)
        }
        // A claim of a certificate that was replaced rests on the one in its place.
        return Facts(
            isInForce: try SkillsQueries.findStanding(for: line, in: tx).validity(on: context.now.date) == .valid,
            finding: try FindingQueries.open(on: known, of: line, now: context.now, in: tx))
    }
}

extension AnswerFinding {
    package func facts(on state: Skills.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let findings = try FindingQueries.list(now: context.now, in: tx)
        return Facts(
            isFound: findings.contains { Int64($0.finding.detector.rawValue) == detector && $0.subject == about })
    }
}

extension SubsidyClaimed {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO skills_claim (id, place, certificate, learner, amount_fen, claimant, phase, claimed_on,
                claimed_at, account_mark, employer, market_employer, work_from)
            VALUES (\(claim), \(place), \(certificate), \(learner), \(amount), \(claimant), 'claimed',
                \(entry.at.date), \(entry.at), \(accountMark.content), \(employer),
                \(marketEmployer), \(workFrom))
            """)
    }
}

extension ClaimChecked {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_claim SET phase = 'checked', checker = \(checker), checked_on = \(entry.at.date),
                paper = \(paper)
            WHERE id = \(claim)
            """)
    }
}

extension ClaimApproved {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_claim SET phase = 'approved', approver = \(approver) WHERE id = \(claim)")
    }
}

extension ClaimPaid {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE skills_claim SET phase = 'paid', paper = \(reference), paid_on = \(entry.at.date) WHERE id = \(claim)"
        )
    }
}

extension ClaimRefused {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_claim SET phase = 'refused', paper = \(paper) WHERE id = \(claim)")
    }
}

extension SubsidyReclaimed {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_claim SET phase = 'reclaimed', reclaimed_fen = \(amount), repaid_fen = 0,
                reclaimed_on = \(entry.at.date), reclaimed_by = \(reclaimer)
            WHERE id = \(claim)
            """)
    }
}

extension RecordRepayment {
    package func facts(on known: Claim, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(entered: try BankArrivals.find(repaid(of: known).arrival, in: tx))
    }
}

extension SubsidyRepaid {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let phase = left == .zero ? ClaimPhase.recovered : .reclaimed
        try tx.run(
            "UPDATE skills_claim SET phase = \(phase), repaid_fen = repaid_fen + \(amount) WHERE id = \(claim)")
        try BankArrivals.note(arrival, entry, in: tx)
    }
}

extension FindingAnswered {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM skills_finding WHERE detector = \(detector) AND about = \(about)")
        try tx.run(
            """
            INSERT INTO skills_finding (detector, about, answer, paper, answered_at)
            VALUES (\(detector), \(about), \(answer), \(paper), \(entry.at))
            """)
    }
}

extension MarketShiftNoted {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let known = try tx.first(
            """
            SELECT came, minutes, paid_on, employer FROM skills_shift
            WHERE learner = \(learner) AND order_id = \(order)
            """)
        let earlier: Instant? = try known?.find(0)
        let worked: Int64? = try known?.find(1)
        let paid: CivilDate? = try known?.find(2)
        let by: MarketEmployer? = try known?.find(3)
        try tx.run("DELETE FROM skills_shift WHERE learner = \(learner) AND order_id = \(order)")
        try tx.run(
            """
            INSERT INTO skills_shift (learner, order_id, came, minutes, paid_on, employer)
            VALUES (\(learner), \(order), \(earlier ?? came), \(minutes ?? worked), \(paid ?? paidOn),
                \(employer ?? by))
            """)
    }
}
