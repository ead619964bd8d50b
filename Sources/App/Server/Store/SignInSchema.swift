package import Storage

/// The tables of the sign-in database. It is not part of the log: who may come in is nobody else's business, and a
/// password must be forgettable.
package enum SignInSchema {
    package static let migrations: [Migration] = [
        Migration(
            "sign-in-001",
            [
                """
                CREATE TABLE sign_in_account (
                    person TEXT NOT NULL PRIMARY KEY,
                    sign_in_name TEXT NOT NULL UNIQUE CHECK (length(sign_in_name) BETWEEN 1 AND 64),
                    password TEXT,
                    second_factor BLOB,
                    pending_factor BLOB,
                    last_step INTEGER NOT NULL DEFAULT 0,
                    phone_digest BLOB UNIQUE,
                    phone_sealed BLOB,
                    created_at INTEGER NOT NULL,
                    CHECK ((phone_digest IS NULL) = (phone_sealed IS NULL))
                ) STRICT
                """,
                """
                CREATE TABLE sign_in_office (
                    person TEXT NOT NULL REFERENCES sign_in_account (person),
                    office TEXT NOT NULL,
                    PRIMARY KEY (person, office)
                ) STRICT
                """,
                """
                CREATE TABLE sign_in_session (
                    digest BLOB NOT NULL PRIMARY KEY,
                    person TEXT NOT NULL REFERENCES sign_in_account (person),
                    office TEXT,
                    way TEXT NOT NULL CHECK (way IN ('password', 'phone', 'slip')),
                    created_at INTEGER NOT NULL,
                    seen_at INTEGER NOT NULL CHECK (seen_at >= created_at)
                ) STRICT
                """,
                "CREATE INDEX sign_in_session_person ON sign_in_session (person)",
                """
                CREATE TABLE sign_in_phone_code (
                    visit BLOB NOT NULL PRIMARY KEY,
                    person TEXT REFERENCES sign_in_account (person),
                    code BLOB NOT NULL,
                    expires_at INTEGER NOT NULL,
                    tries_left INTEGER NOT NULL CHECK (tries_left >= 0)
                ) STRICT
                """,
                """
                CREATE TABLE sign_in_slip (
                    code BLOB NOT NULL PRIMARY KEY,
                    person TEXT NOT NULL REFERENCES sign_in_account (person),
                    issued_by TEXT NOT NULL,
                    expires_at INTEGER NOT NULL
                ) STRICT
                """,
                """
                CREATE TABLE sign_in_recovery_code (
                    person TEXT NOT NULL REFERENCES sign_in_account (person),
                    code BLOB NOT NULL,
                    PRIMARY KEY (person, code)
                ) STRICT
                """,
            ]),
        // What was typed into a form whose session ended meanwhile, sealed, for an hour.
        Migration(
            "sign-in-002-drafts",
            [
                """
                CREATE TABLE sign_in_draft (
                    digest BLOB NOT NULL PRIMARY KEY,
                    person TEXT NOT NULL UNIQUE REFERENCES sign_in_account (person),
                    sealed BLOB NOT NULL,
                    expires_at INTEGER NOT NULL
                ) STRICT
                """
            ]),
        // Who came in, who failed, who changed what; apart from the log, for six months. No key to the accounts: an event
        // outlives what it tells of.
        Migration(
            "sign-in-003-events",
            [
                """
                CREATE TABLE security_event (
                    id BLOB NOT NULL PRIMARY KEY,
                    at INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    person TEXT,
                    way TEXT,
                    by_person TEXT,
                    by_office TEXT,
                    address TEXT NOT NULL
                ) STRICT
                """,
                "CREATE INDEX security_event_at ON security_event (at)",
                "CREATE INDEX security_event_person ON security_event (person, at)",
                "ALTER TABLE sign_in_account ADD COLUMN pending_session BLOB",
                "ALTER TABLE sign_in_account ADD COLUMN password_until INTEGER",
                """
                CREATE TABLE sign_in_phone_change (
                    person TEXT NOT NULL PRIMARY KEY REFERENCES sign_in_account (person),
                    phone_digest BLOB NOT NULL,
                    phone_sealed BLOB NOT NULL,
                    asked_by TEXT NOT NULL,
                    asked_office TEXT NOT NULL,
                    asked_at INTEGER NOT NULL,
                    expires_at INTEGER NOT NULL,
                    code BLOB,
                    tries_left INTEGER NOT NULL CHECK (tries_left >= 0)
                ) STRICT
                """,
            ]),
        // What was refused, of events that tell of a refusal.
        Migration("sign-in-004-refusals", ["ALTER TABLE security_event ADD COLUMN detail TEXT"]),
        // Of which `sign-in.key` this store is, before anything is sealed under it.
        Migration(
            "sign-in-005-key-mark",
            [
                """
                CREATE TABLE sign_in_key_mark (
                    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
                    mark BLOB NOT NULL
                ) STRICT
                """
            ]),
        // The number of somebody new, sealed, until it has an account; from when on its code was right, for half an hour.
        Migration(
            "sign-in-006-new-phones",
            [
                "ALTER TABLE sign_in_phone_code ADD COLUMN phone_sealed BLOB",
                "ALTER TABLE sign_in_phone_code ADD COLUMN proved_at INTEGER",
            ]),
    ]
}
