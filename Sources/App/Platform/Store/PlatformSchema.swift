import Storage

/// The house's own tables: the log and what stands beside it. The modules' tables are views of the log.
enum PlatformSchema {
    static func migrations(of modules: ModuleSet) -> [Migration] {
        migrations + [
            Migration("platform-papers-004", PaperIndex.table, fill: { try PaperIndex.fill(modules, in: $0) }),
            // Of what programs before record 0236 left: looked for at each start, and nothing once it was keyed.
            Migration(
                "platform-answers-005",
                ["CREATE INDEX command_answer_bare ON command_answer (person) WHERE length(content) = 32"]),
        ]
    }

    /// What reads the log into a table of a module's: after the modules' own steps.
    static let late: [Migration] = [
        Migration("platform-arrivals-006", [], fill: { try ArrivalFill.fill(in: $0) }),
        Migration("platform-messages-007", [], fill: { try OldMessages.fill(in: $0) }),
    ]

    private static let migrations: [Migration] = [
        Migration("platform-001", log + sealed + writer),
        // Empty in a head written before: its seal is without the count, and the next commit counts.
        Migration("platform-answers-002", ["ALTER TABLE log_head ADD COLUMN answers INTEGER"]),
        Migration("platform-acts-003", aside),
    ]

    /// What no public page needs and a reading role must not see: sealed values and their keys, everybody's answers,
    /// the words of objections and complaints, and the marks of those in office and of their relatives.
    static let closed: Set<String> = [
        "sealed_value", "subject_key", "command_answer", "migration_seal", "due_command", "objection_text",
        "objection_raiser", "bidder_look",
        "act_set_aside", "paper_use", "waste_complaint_words", "waste_complainant", "payee_account", "labour_account",
        "assembly_term", "assembly_kin", "assembly_person",
    ]

    /// The log: leaves never change, tiles only grow, one head row moves forward.
    private static let log: [SQL] =
        [
            """
            CREATE TABLE log_entry (
                entry INTEGER NOT NULL PRIMARY KEY CHECK (entry >= 0),
                stream TEXT NOT NULL,
                leaf BLOB NOT NULL
            ) STRICT
            """,
            "CREATE INDEX log_entry_stream ON log_entry (stream, entry)",
            """
            CREATE TABLE log_tile (
                level INTEGER NOT NULL,
                tile INTEGER NOT NULL,
                hashes BLOB NOT NULL,
                PRIMARY KEY (level, tile)
            ) STRICT
            """,
            """
            CREATE TABLE log_head (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                compact BLOB NOT NULL,
                last_at INTEGER NOT NULL,
                checkpoint TEXT NOT NULL,
                seal BLOB NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE log_checkpoint (
                day TEXT NOT NULL PRIMARY KEY,
                size INTEGER NOT NULL UNIQUE,
                checkpoint TEXT NOT NULL
            ) STRICT
            """,
        ] + Migration.appendOnly("log_entry") + Migration.appendOnly("log_checkpoint")

    /// Personal and confidential values beside the log, and the keys they can be destroyed by.
    private static let sealed: [SQL] = [
        """
        CREATE TABLE subject_key (
            subject TEXT NOT NULL PRIMARY KEY,
            wrapped BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE sealed_value (
            entry INTEGER NOT NULL REFERENCES log_entry (entry),
            path TEXT NOT NULL,
            subject TEXT NOT NULL REFERENCES subject_key (subject),
            sealed BLOB NOT NULL,
            PRIMARY KEY (entry, path)
        ) STRICT
        """,
    ]

    /// What the writer remembers: first answers by key, and what the clock will give.
    private static let writer: [SQL] =
        [
            """
            CREATE TABLE command_answer (
                person TEXT NOT NULL,
                submission_key TEXT NOT NULL,
                content BLOB NOT NULL,
                answer TEXT NOT NULL,
                seal BLOB NOT NULL,
                PRIMARY KEY (person, submission_key)
            ) STRICT
            """,
            """
            CREATE TABLE due_command (
                due_at INTEGER NOT NULL,
                entry INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                command TEXT NOT NULL,
                arguments TEXT NOT NULL,
                PRIMARY KEY (due_at, entry, ordinal)
            ) STRICT
            """,
            """
            CREATE TABLE migration_seal (
                id TEXT NOT NULL PRIMARY KEY,
                seal BLOB NOT NULL
            ) STRICT
            """,
        ] + Migration.appendOnly("command_answer")

    /// Acts of the clock that were not carried out at their hour, and why; the act itself stands in `due_command`.
    private static let aside: [SQL] = [
        """
        CREATE TABLE act_set_aside (
            entry INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            command TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            since INTEGER NOT NULL,
            reason TEXT NOT NULL,
            number INTEGER,
            goes_on INTEGER NOT NULL CHECK (goes_on IN (0, 1)),
            seal BLOB NOT NULL,
            PRIMARY KEY (entry, ordinal)
        ) STRICT
        """
    ]

    /// The tables whose rows `verify` compares with what a replay of the log gives.
    static let derived = [
        ProjectedTable("due_command", key: ["due_at", "entry", "ordinal"]),
        ProjectedTable("paper_use", key: ["paper", "entry", "path"]),
    ]
}
