package import Storage

extension Skills {
    package static var migrations: [Migration] { [first, second, third, fourth, fifth, sixth, seventh] }

    /// A trainer’s name is destroyed.
    private static var seventh: Migration {
        Migration("skills-007", ["ALTER TABLE skills_trainer ADD COLUMN is_erased INTEGER NOT NULL DEFAULT 0"])
    }

    /// Certificates are replaced and suspended.
    private static var fifth: Migration {
        Migration(
            "skills-005",
            [
                "ALTER TABLE skills_certificate ADD COLUMN replaced_by TEXT",
                "ALTER TABLE skills_certificate ADD COLUMN replaces TEXT",
                "ALTER TABLE skills_certificate ADD COLUMN suspended TEXT",
                "CREATE INDEX skills_certificate_by_suspension ON skills_certificate (suspended, status_index)",
                """
                CREATE TABLE skills_suspension (
                    certificate TEXT NOT NULL REFERENCES skills_certificate (id), number INTEGER NOT NULL,
                    suspended TEXT NOT NULL, reason TEXT NOT NULL, paper TEXT NOT NULL, lifted TEXT, lifting TEXT,
                    PRIMARY KEY (certificate, number)
                ) STRICT
                """,
            ])
    }

    /// Examiners sign.
    private static var fourth: Migration {
        Migration(
            "skills-004",
            [
                "ALTER TABLE skills_trainer ADD COLUMN account TEXT",
                "ALTER TABLE skills_trainer ADD COLUMN person TEXT",
                "CREATE INDEX skills_trainer_by_person ON skills_trainer (person)",
                "ALTER TABLE skills_course ADD COLUMN first_person TEXT",
                "ALTER TABLE skills_course ADD COLUMN second_person TEXT",
                "ALTER TABLE skills_course ADD COLUMN first_signed INTEGER",
                "ALTER TABLE skills_course ADD COLUMN second_signed INTEGER",
                "ALTER TABLE skills_course ADD COLUMN marked_at INTEGER",
                "ALTER TABLE skills_course ADD COLUMN voided INTEGER NOT NULL DEFAULT 0",
                "ALTER TABLE skills_course ADD COLUMN voided_at INTEGER",
            ])
    }

    private static var third: Migration {
        Migration(
            "skills-003",
            [
                """
                CREATE TABLE skills_issuer_key (
                    number INTEGER NOT NULL PRIMARY KEY, ending TEXT NOT NULL, proposed_at INTEGER NOT NULL,
                    ended_at INTEGER
                ) STRICT
                """
            ])
    }

    private static var first: Migration {
        Migration(
            "skills-001",
            [
                """
                CREATE TABLE skills_learner (
                    id TEXT PRIMARY KEY, place TEXT NOT NULL REFERENCES division (id), display_name TEXT NOT NULL,
                    mark TEXT, born TEXT, is_erased INTEGER NOT NULL, registered_at INTEGER NOT NULL
                ) STRICT
                """,
                "CREATE INDEX skills_learner_by_mark ON skills_learner (mark)",
                "CREATE INDEX skills_learner_by_place ON skills_learner (place, id)",
                """
                CREATE TABLE skills_trainer (
                    id TEXT PRIMARY KEY, place TEXT NOT NULL REFERENCES division (id), display_name TEXT NOT NULL,
                    body TEXT NOT NULL, may_examine INTEGER NOT NULL
                ) STRICT
                """,
                "CREATE INDEX skills_trainer_by_place ON skills_trainer (place, id)",
                """
                CREATE TABLE skills_course (
                    id TEXT PRIMARY KEY, place TEXT NOT NULL REFERENCES division (id), title TEXT NOT NULL,
                    provider TEXT NOT NULL, kind TEXT NOT NULL, occupation TEXT NOT NULL, level INTEGER,
                    seats INTEGER NOT NULL, years INTEGER NOT NULL, planner TEXT NOT NULL, is_approved INTEGER NOT NULL,
                    enrolled INTEGER NOT NULL, starts INTEGER, ends INTEGER, exam_at INTEGER, first_examiner TEXT,
                    second_examiner TEXT, marked_by TEXT, closed_at INTEGER, CHECK (enrolled >= 0 AND enrolled <= seats)
                ) STRICT
                """,
                "CREATE INDEX skills_course_by_start ON skills_course (starts, id)",
                """
                CREATE TABLE skills_session (
                    course TEXT NOT NULL REFERENCES skills_course (id), number INTEGER NOT NULL,
                    starts INTEGER NOT NULL, ends INTEGER NOT NULL, room TEXT NOT NULL, seats INTEGER NOT NULL,
                    teacher TEXT NOT NULL REFERENCES skills_trainer (id), is_practice INTEGER NOT NULL,
                    place TEXT NOT NULL, PRIMARY KEY (course, number)
                ) STRICT
                """,
                "CREATE INDEX skills_session_by_teacher ON skills_session (teacher, starts)",
                "CREATE INDEX skills_session_by_room ON skills_session (place, room, starts)",
                """
                CREATE TABLE skills_enrolment (
                    course TEXT NOT NULL REFERENCES skills_course (id),
                    learner TEXT NOT NULL REFERENCES skills_learner (id), minutes INTEGER NOT NULL, points INTEGER,
                    has_passed INTEGER, PRIMARY KEY (course, learner)
                ) STRICT
                """,
                "CREATE INDEX skills_enrolment_by_learner ON skills_enrolment (learner, course)",
                """
                CREATE TABLE skills_sign_in (
                    course TEXT NOT NULL, number INTEGER NOT NULL, learner TEXT NOT NULL, came INTEGER NOT NULL,
                    entered INTEGER NOT NULL, device TEXT, photo TEXT, PRIMARY KEY (course, number, learner)
                ) STRICT
                """,
                "CREATE INDEX skills_sign_in_by_learner ON skills_sign_in (learner, came)",
                """
                CREATE TABLE skills_certificate (
                    id TEXT PRIMARY KEY, place TEXT NOT NULL REFERENCES division (id), course TEXT NOT NULL,
                    learner TEXT NOT NULL, kind TEXT NOT NULL, occupation TEXT NOT NULL, level INTEGER,
                    provider TEXT NOT NULL, issued TEXT NOT NULL, issued_at INTEGER NOT NULL, until TEXT,
                    status_index INTEGER NOT NULL UNIQUE, official_number TEXT, revoked TEXT, reason TEXT, paper TEXT
                ) STRICT
                """,
                "CREATE INDEX skills_certificate_by_learner ON skills_certificate (learner, issued)",
                "CREATE INDEX skills_certificate_by_day ON skills_certificate (issued, id)",
                "CREATE INDEX skills_certificate_by_occupation ON skills_certificate (occupation, issued, until, revoked)",
                "CREATE INDEX skills_certificate_by_revocation ON skills_certificate (revoked, status_index)",
                "CREATE INDEX skills_certificate_by_course ON skills_certificate (course, learner)",
            ])
    }

    package static var tables: [ProjectedTable] {
        [
            ProjectedTable("skills_learner", key: ["id"]), ProjectedTable("skills_trainer", key: ["id"]),
            ProjectedTable("skills_course", key: ["id"]),
            ProjectedTable("skills_session", key: ["course", "number"]),
            ProjectedTable("skills_enrolment", key: ["course", "learner"]),
            ProjectedTable("skills_sign_in", key: ["course", "number", "learner"]),
            ProjectedTable("skills_suspension", key: ["certificate", "number"]),
            ProjectedTable("skills_certificate", key: ["id"]), ProjectedTable("skills_issuer_key", key: ["number"]),
        ] + subsidyTables
    }
}

extension CertificateKind: SQLValueConvertible {}
extension Occupation: SQLValueConvertible {}
extension KeyEnding: SQLValueConvertible {}
extension RevocationReason: SQLValueConvertible {}
extension SuspensionReason: SQLValueConvertible {}
