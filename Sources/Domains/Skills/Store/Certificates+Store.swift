package import Kernel
package import Storage

extension IssueCertificate {
    package func facts(on state: Skills.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let line = try SkillsQueries.findCourse(course, in: tx)
        return Facts(
            course: line.map { CourseFacts(place: $0.place, plan: $0.plan) },
            learner: try SkillsQueries.findLearner(learner, in: tx)?.learner,
            hasPassed: try tx.find(
                "SELECT has_passed FROM skills_enrolment WHERE course = \(course) AND learner = \(learner)")
                == Int64(1),
            inForce: try line.flatMap {
                try SkillsQueries.findInForce($0.plan, of: learner, on: context.now.date, in: tx)
            },
            statusIndex: try SkillsQueries.freeIndex(for: context.marks.seed(of: "status \(context.sequence)"), in: tx))
    }
}

extension CertificateIssued {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO skills_certificate (id, place, course, learner, kind, occupation, level, provider, issued,
                issued_at, until, status_index, official_number, replaces)
            VALUES (\(certificate), \(place), \(course), \(learner), \(award.kind), \(award.occupation),
                \(award.level), \(award.provider), \(award.issued), \(entry.at), \(award.until),
                \(award.statusIndex), \(award.officialNumber), \(replaces))
            """)
    }
}

extension CertificateRevoked {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_certificate SET revoked = \(entry.at.date), reason = \(reason), paper = \(paper),
                replaced_by = \(replacedBy)
            WHERE id = \(certificate)
            """)
    }
}

extension ReplaceCertificate {
    package func facts(on known: Certificate, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isTaken: try replacement.map { try SkillsQueries.findCertificate($0, in: tx) != nil } ?? false,
            isErased: try SkillsQueries.findLearner(known.learner, in: tx)?.learner.isErased ?? true)
    }
}

extension TakeReplacement {
    package func facts(on state: Skills.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            old: try SkillsQueries.findCertificate(replaces, in: tx).map {
                Replaced(place: $0.place, course: $0.course, learner: $0.learner, award: $0.award)
            },
            statusIndex: try SkillsQueries.freeIndex(for: context.marks.seed(of: "status \(context.sequence)"), in: tx))
    }
}

extension CertificateSuspended {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_certificate SET suspended = \(entry.at.date) WHERE id = \(certificate)")
        try tx.run(
            """
            INSERT INTO skills_suspension (certificate, number, suspended, reason, paper)
            VALUES (\(certificate), \(state.certificate?.suspensions ?? 0), \(entry.at.date), \(reason), \(paper))
            """)
    }
}

extension SuspensionLifted {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_certificate SET suspended = NULL WHERE id = \(certificate)")
        try tx.run(
            """
            UPDATE skills_suspension SET lifted = \(entry.at.date), lifting = \(paper)
            WHERE certificate = \(certificate) AND lifted IS NULL
            """)
    }
}
