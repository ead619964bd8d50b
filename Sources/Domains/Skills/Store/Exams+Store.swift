package import Kernel
package import Storage

extension SetExam {
    package func facts(on known: Course, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        var examiners: [TrainerID: Trainer] = [:]
        for id in [first, second] { examiners[id] = try SkillsQueries.findTrainer(id, in: tx)?.trainer }
        return Facts(examiners: examiners)
    }
}

extension CloseExam {
    package func facts(on known: Course, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        var names: [TrainerID: String] = [:]
        for id in known.exam?.examiners ?? [] { names[id] = try SkillsQueries.findTrainer(id, in: tx)?.name }
        return Facts(names: names)
    }
}

extension ExamSet {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_course SET exam_at = \(exam), first_examiner = \(first), second_examiner = \(second),
                first_person = \(firstPerson), second_person = \(secondPerson)
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
        try tx.run("UPDATE skills_course SET marked_by = \(marker), marked_at = \(entry.at) WHERE id = \(course)")
        guard voidsSignatures else { return }
        try tx.run(
            """
            UPDATE skills_course SET first_signed = NULL, second_signed = NULL, voided = voided + 1,
                voided_at = \(entry.at)
            WHERE id = \(course)
            """)
    }
}

extension MarksSigned {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            "UPDATE skills_course SET first_signed = \(entry.at) WHERE id = \(course) AND first_examiner = \(examiner)")
        try tx.run(
            "UPDATE skills_course SET second_signed = \(entry.at) WHERE id = \(course) AND second_examiner = \(examiner)"
        )
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
