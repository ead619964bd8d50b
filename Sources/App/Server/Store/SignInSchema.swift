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
    ]
}
