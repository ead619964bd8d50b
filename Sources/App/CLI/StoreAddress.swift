import Foundation
import Kernel
import Platform
import Storage
import StoragePostgres
import StorageSQLite

/// Where an installation's two stores lie: the log with its views, and the sign-ins.
enum StoreAddress {
    /// `qianmo.sqlite` and `signin.sqlite` in a folder.
    case folder(URL)
    /// Two schemas of a PostgreSQL database: `schema` and `schema_sign_in`.
    case postgres(url: String, schema: String)

    /// What somebody typed: `postgres://…`, `postgresql://…`, or a folder.
    init(_ text: String, schema: String) throws {
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
            self = .folder(URL(filePath: text))
            return
        }
        let isName = !schema.isEmpty && schema.utf8.count <= 48 && !(schema.first?.isNumber ?? true)
        let letters = schema.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "_")
        }
        guard isName, letters else { throw Failure(message: Console.language(CLIText.badValue(schema)), code: 2) }
        self = .postgres(url: text, schema: schema)
    }

    /// The folder the stores and the papers lie in; nil of a server's database, whose papers lie beside the keys.
    var folder: URL? { if case .folder(let folder) = self { folder } else { nil } }

    /// For messages: never with a password.
    var name: String {
        switch self {
        case .folder(let folder): folder.path
        case .postgres(_, let schema): "PostgreSQL (\(schema))"
        }
    }

    /// The store of the log, opened for writing; made where it is missing.
    func writing() throws -> any Database {
        switch self {
        case .folder(let folder):
            try Files.makePrivate(folder)
            return try SQLiteDatabase(path: Self.logFile(folder))
        case .postgres(let url, let schema): return try PostgresDatabase(url: url, schema: schema)
        }
    }

    /// The store of the log for reading, as long as it takes; another process may be writing it. Nil where there is none.
    func reading() throws -> (any Database)? {
        switch self {
        case .folder(let folder):
            let file = Self.logFile(folder)
            guard FileManager.default.fileExists(atPath: file) else { return nil }
            return try SQLiteDatabase(path: file, access: .readOnly)
        case .postgres(let url, let schema):
            let database = try PostgresDatabase(url: url, schema: schema, access: .readOnly, readerSeconds: 0)
            return try database.isEmpty ? nil : database
        }
    }

    /// What public pages read, by a role that may not write; a statement is ended after the usual time.
    func publicReading() throws -> any Database {
        guard case .postgres(let url, let schema) = self else {
            throw Failure(message: Console.language(CLIText.needsPostgres), code: 2)
        }
        return try PostgresDatabase(url: url, schema: schema, access: .readOnly)
    }

    /// Lets `role` read what public pages show; says how many tables.
    func grantReading(to role: String) throws -> Int {
        guard case .postgres(let url, let schema) = self else {
            throw Failure(message: Console.language(CLIText.needsPostgres), code: 2)
        }
        return try PostgresDatabase(url: url, schema: schema, access: .readOnly)
            .grantReading(to: role, closed: InstallationPlan.closedTables)
    }

    /// The store of sign-ins, which every serving process writes.
    func signIns() throws -> any Database {
        switch self {
        case .folder(let folder):
            try Files.makePrivate(folder)
            return try SQLiteDatabase(path: Self.signInFile(folder))
        case .postgres(let url, let schema):
            return try PostgresDatabase(url: url, schema: "\(schema)_sign_in", access: .shared)
        }
    }

    /// The sign-ins for reading; nil where there are none.
    func readingSignIns() throws -> (any Database)? {
        switch self {
        case .folder(let folder):
            let file = Self.signInFile(folder)
            guard FileManager.default.fileExists(atPath: file) else { return nil }
            return try SQLiteDatabase(path: file, access: .readOnly)
        case .postgres(let url, let schema):
            return try StoreAddress.postgres(url: url, schema: "\(schema)_sign_in").reading()
        }
    }

    /// Leaves the files in a folder so that they can be read where nothing can be written; nobody may have them open.
    func archive() throws {
        guard case .folder(let folder) = self else { return }
        for file in [Self.logFile(folder), Self.signInFile(folder)] where FileManager.default.fileExists(atPath: file) {
            try SQLiteDatabase.archive(path: file)
        }
    }

    /// No log has been begun here; a store that was left half made counts as none.
    var isNew: Bool { get throws { try reading().map(Installation.isWithoutLog) ?? true } }

    private static func logFile(_ folder: URL) -> String { folder.appending(path: "qianmo.sqlite").path }
    private static func signInFile(_ folder: URL) -> String { folder.appending(path: "signin.sqlite").path }
}
