package import Kernel
package import Storage

extension SetExam {
    package func facts(on known: Course, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        var examiners: [TrainerID: Trainer] = [:]
        for id in [first, second] { examiners[id] = try SkillsQueries.findTrainer(id, in: tx)?.trainer }
        return Facts(examiners: examiners)
    }
}

extension ExamSet {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_course SET exam_at = \(exam), first_examiner = \(first), second_examiner = \(second)
            WHERE id = \(course)
            """)
    }
}

extension MarksEntered {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_enrolment SET points = NULL WHERE course = \(course)")
        for mark in marks {
            try tx.run(
                """
                UPDATE skills_enrolment SET points = \(mark.points)
                WHERE course = \(course) AND learner = \(mark.learner)
                """)
        }
        try tx.run("UPDATE skills_course SET marked_by = \(marker) WHERE id = \(course)")
    }
}

extension ExamClosed {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_enrolment SET has_passed = 0 WHERE course = \(course)")
        for learner in passed {
            try tx.run("UPDATE skills_enrolment SET has_passed = 1 WHERE course = \(course) AND learner = \(learner)")
        }
        try tx.run("UPDATE skills_course SET closed_at = \(entry.at) WHERE id = \(course)")
    }
}

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
                issued_at, until, status_index, official_number)
            VALUES (\(certificate), \(place), \(course), \(learner), \(award.kind), \(award.occupation),
                \(award.level), \(award.provider), \(award.issued), \(entry.at), \(award.until),
                \(award.statusIndex), \(award.officialNumber))
            """)
    }
}

extension CertificateRevoked {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_certificate SET revoked = \(entry.at.date), reason = \(reason), paper = \(paper)
            WHERE id = \(certificate)
            """)
    }
}
