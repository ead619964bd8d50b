package import Kernel
import Registry
package import Storage

extension RegisterLearner {
    package func facts(on state: Skills.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let mark = identityNumber?.content.map { context.marks.of($0) }
        return Facts(
            isKnownPlace: try DivisionQueries.find(place, in: tx) != nil,
            known: try mark.flatMap { try tx.find("SELECT id FROM skills_learner WHERE mark = \($0)") })
    }
}

extension EraseLearner {
    package func facts(on known: Learner, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            open: try tx.find(
                """
                SELECT c.id FROM skills_enrolment e JOIN skills_course c ON c.id = e.course
                WHERE e.learner = \(learner) AND c.closed_at IS NULL ORDER BY c.id LIMIT 1
                """))
    }
}

extension EraseTrainer {
    package func facts(on known: Trainer, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            open: try tx.find(
                """
                SELECT c.id FROM skills_course c
                WHERE c.closed_at IS NULL AND (c.first_examiner = \(trainer) OR c.second_examiner = \(trainer)
                    OR EXISTS (SELECT 1 FROM skills_session s WHERE s.course = c.id AND s.teacher = \(trainer)))
                ORDER BY c.id LIMIT 1
                """))
    }
}

extension TrainerErased {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_trainer SET display_name = \(SkillsText.masked(nil)), account = NULL, person = NULL,
                is_erased = 1
            WHERE id = \(trainer)
            """)
    }
}

extension RegisterTrainer {
    package func facts(on state: Skills.State, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(isKnownPlace: try DivisionQueries.find(place, in: tx) != nil)
    }
}

extension NameTrainerAccount {
    package func facts(on known: Trainer, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let office = try OfficeQueries.find(account, in: tx).flatMap { $0.isOpen ? $0 : nil }
        // Only such accounts can sign.
        let person = office.flatMap { SignMarks.access.roles.contains($0.role) ? $0.person : nil }
        return Facts(
            person: person,
            holder: try person.flatMap { person in
                try tx.find(
                    "SELECT id FROM skills_trainer WHERE person = \(person) AND id <> \(trainer) ORDER BY id LIMIT 1")
            })
    }
}

extension LearnerNameCorrected {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_learner SET display_name = \(SkillsText.masked(name.content)) WHERE id = \(learner)
            """)
    }
}

extension TrainerAccountNamed {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE skills_trainer SET account = \(account), person = \(person) WHERE id = \(trainer)")
    }
}

extension LearnerRegistered {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO skills_learner (id, place, display_name, mark, born, is_erased, registered_at)
            VALUES (\(learner), \(place), \(SkillsText.masked(name.content)), \(mark.content),
                \(identityNumber.content?.born), 0, \(entry.at))
            """)
    }
}

extension LearnerErased {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            UPDATE skills_learner SET display_name = \(SkillsText.masked(nil)), mark = NULL, born = NULL, is_erased = 1
            WHERE id = \(learner)
            """)
        try tx.run("UPDATE skills_claim SET account_mark = NULL WHERE learner = \(learner)")
        try tx.run("UPDATE skills_sign_in SET photo = NULL, device = NULL WHERE learner = \(learner)")
    }
}

extension TrainerRegistered {
    package func project(
        from standing: Void, to state: Skills.State, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO skills_trainer (id, place, display_name, body, may_examine)
            VALUES (\(trainer), \(place), \(SkillsText.masked(name.content)), \(body), \(mayExamine ? 1 : 0))
            """)
    }
}
