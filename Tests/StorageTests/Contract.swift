import Kernel
import Storage
import Testing

/// What every store must do, whichever it is. Each test takes a fresh store.
struct Contract: Sendable, CustomTestStringConvertible {
    let name: String
    let check: @Sendable (any Database) throws -> Void

    init(_ name: String, _ check: @escaping @Sendable (any Database) throws -> Void) {
        self.name = name
        self.check = check
    }

    var testDescription: String { name }

    static let all: [Contract] = values + transactions + schema + ahead
}

/// The tables the contract's tests use.
let sample: [Migration] = [
    Migration(
        "sample-001",
        [
            """
            CREATE TABLE party (
                id INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                photo BLOB,
                balance_fen INTEGER NOT NULL DEFAULT 0 CHECK (balance_fen >= 0)
            ) STRICT
            """,
            """
            CREATE TABLE deposit (
                id INTEGER NOT NULL PRIMARY KEY,
                party INTEGER NOT NULL REFERENCES party(id),
                amount_fen INTEGER NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE total (
                party INTEGER NOT NULL,
                month TEXT NOT NULL,
                paid_fen INTEGER NOT NULL CHECK (paid_fen >= 0),
                owed_fen INTEGER NOT NULL,
                PRIMARY KEY (party, month)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE TABLE leaf (id INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (id)) STRICT, WITHOUT ROWID",
        ] + Migration.appendOnly("leaf"))
]

extension Database {
    func prepareSample() throws { try Migrator(sample).migrate(self, at: Instant(milliseconds: 1)) }

    func count(_ table: StaticString) throws -> Int {
        try read { tx in try tx.get("SELECT count(*) FROM \(name: table)") }
    }
}

/// The error `body` ends with, as a storage error.
func failure<Result>(_ body: () throws -> Result) -> StorageError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? StorageError
    }
}

extension StorageError {
    var isFailed: Bool { if case .failed = self { true } else { false } }
    var isUnavailable: Bool { if case .unavailable = self { true } else { false } }
    var isUnknown: Bool { if case .unknownOutcome = self { true } else { false } }
    var text: String {
        switch self {
        case .failed(let text), .unknownOutcome(let text), .unavailable(let text): text
        }
    }
}
