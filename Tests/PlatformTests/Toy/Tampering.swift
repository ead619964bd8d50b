import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport

/// Changes one thing at a time in a house's store, and tells which changes `verify` did not notice.
///
/// Who changes a store does not ask it: the rows are first moved into tables without keys, checks, references, triggers.
struct Tampering {
    private let plan: InstallationPlan
    /// The same rows, and no rules.
    let bare: Workshop
    private let scratch: Scratch

    init(_ plan: InstallationPlan, _ workshop: Workshop) throws {
        self.plan = plan
        bare = try Workshop.copied(workshop)
        scratch = try Scratch(plan)
        let file = bare.folder.appending(path: "qianmo.sqlite")
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + ending) }
        let (from, to) = (try workshop.reading(), try bare.store())
        for table in try Tampering.tables(of: from) {
            let columns = table.columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
            let rows = try from.read { try $0.rows(SQL(stringLiteral: "SELECT * FROM \(table.name)")) }
            try to.write { tx in
                try tx.run(SQL(stringLiteral: "CREATE TABLE \(table.name) (\(columns)) STRICT"))
                for row in rows { try tx.run(Tampering.insertion(row.values, into: table)) }
            }
        }
    }

    struct Table {
        let name: String
        let columns: [(name: String, type: String)]
    }

    /// One thing done to one table.
    struct Change: CustomStringConvertible {
        let table: String
        let words: String
        let statement: SQL

        var description: String { "\(table): \(words)" }
    }

    static func tables(of store: any Database) throws -> [Table] {
        try store.read { tx in
            try tx.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map { row in
                let table: String = try row.get(0)
                let columns = try tx.rows("SELECT name, type FROM pragma_table_info(\(table)) ORDER BY cid")
                return Table(name: table, columns: try columns.map { (try $0.get(0), try $0.get(1)) })
            }
        }
    }

    /// One other value in every column of every table: in the last row, and where there is none, in a row made up.
    func columnChanges() throws -> [Change] {
        try everyTable { table, rows in
            guard let row = rows.last else { return [] }
            return table.columns.indices.map { column in
                var values = row.values
                values[column] = Tampering.other(values[column], table.columns[column].type)
                return Change(
                    table: table.name, words: "other \(table.columns[column].name)",
                    statement: Tampering.update(row.values, to: values, in: table))
            }
        }
    }

    /// The first, the middle and the last row of every table taken away.
    func deletions() throws -> [Change] {
        try everyTable { table, rows in
            Set([0, rows.count / 2, rows.count - 1]).filter { rows.indices.contains($0) }.sorted().map {
                Change(
                    table: table.name, words: "row \($0) deleted",
                    statement:
                        "DELETE FROM \(SQL(stringLiteral: table.name)) WHERE \(Tampering.match(rows[$0].values, table))"
                )
            }
        }
    }

    /// A row more in every table: like the first but for one column of the key, the same again, or made up.
    func additions() throws -> [Change] {
        try everyTable { table, rows in
            let made = table.columns.map { Tampering.other(.null, $0.type) }
            guard let row = rows.first else {
                return [
                    Change(
                        table: table.name, words: "a row made up", statement: Tampering.insertion(made, into: table))
                ]
            }
            var values = row.values
            values[0] = Tampering.other(values[0], table.columns[0].type)
            return [
                Change(table: table.name, words: "a row more", statement: Tampering.insertion(values, into: table)),
                Change(
                    table: table.name, words: "a row twice", statement: Tampering.insertion(row.values, into: table)),
            ]
        }
    }

    /// What `verify` says of each change made alone; nil for what it did not notice.
    func findings(_ changes: [Change]) throws -> [(change: Change, finding: Finding?)] {
        try changes.map { change in
            let copy = try Workshop.copied(bare)
            let changed = try copy.store().write { try $0.run(change.statement) }
            precondition(changed >= 1, "\(change) changed nothing")
            return (change, try finding(in: copy))
        }
    }

    func finding(in place: Workshop) throws -> Finding? {
        do {
            _ = try scratch.lend {
                try Verifier(plan, dataDirectory: place.folder, database: place.reading(), scratch: $0).run()
            }
            return nil
        } catch let finding as Finding {
            return finding
        }
    }

    private func everyTable(_ changes: (Table, [Row]) -> [Change]) throws -> [Change] {
        let store = try bare.reading()
        return try Tampering.tables(of: store).flatMap { table in
            changes(table, try store.read { try $0.rows(SQL(stringLiteral: "SELECT * FROM \(table.name)")) })
        }
    }

    /// Another value of the same kind.
    private static func other(_ value: SQLValue, _ type: String) -> SQLValue {
        switch value {
        case .integer(let number): .integer(number + 1)
        case .text(let text): .text(text.isEmpty ? "x" : text.dropLast() + (text.hasSuffix("z") ? "y" : "z"))
        case .blob(let bytes): .blob(bytes.isEmpty ? [0] : bytes.dropLast() + [bytes[bytes.count - 1] ^ 1])
        case .null:
            switch type {
            case "INTEGER": .integer(7)
            case "BLOB": .blob([7])
            default: .text("7")
            }
        }
    }

    private static func insertion(_ values: [SQLValue], into table: Table) -> SQL {
        var list: SQL = ""
        for (position, value) in values.enumerated() {
            list = position == 0 ? "\(bound: value)" : "\(list), \(bound: value)"
        }
        return "INSERT INTO \(SQL(stringLiteral: table.name)) VALUES (\(list))"
    }

    private static func match(_ values: [SQLValue], _ table: Table) -> SQL {
        var condition: SQL = "1 = 1"
        for (column, value) in zip(table.columns, values) {
            condition = "\(condition) AND \(SQL(stringLiteral: column.name)) IS \(bound: value)"
        }
        return condition
    }

    private static func update(_ old: [SQLValue], to new: [SQLValue], in table: Table) -> SQL {
        var sets: SQL = ""
        for (position, column) in table.columns.enumerated() {
            let set: SQL = "\(SQL(stringLiteral: column.name)) = \(bound: new[position])"
            sets = position == 0 ? set : "\(sets), \(set)"
        }
        return "UPDATE \(SQL(stringLiteral: table.name)) SET \(sets) WHERE \(match(old, table))"
    }
}

/// Empty stores with a plan's tables in them, each a copy of one that was migrated once.
final class Scratch: Sendable {
    private let folder: URL

    init(_ plan: InstallationPlan) throws {
        let parent = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        folder = URL(filePath: parent).appending(path: "qianmo-scratch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try SQLiteDatabase(path: folder.appending(path: "empty.sqlite").path)
        try Migrator(plan.migrations).migrate(store, at: Instant(milliseconds: 0))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Lends a store for the time of `body`.
    func lend<Result>(_ body: (SQLiteDatabase) throws -> Result) throws -> Result {
        let copy = folder.appending(path: "\(UUID().uuidString).sqlite")
        try FileManager.default.copyItem(at: folder.appending(path: "empty.sqlite"), to: copy)
        defer {
            for ending in ["", "-wal", "-shm", ".writer"] {
                try? FileManager.default.removeItem(atPath: copy.path + ending)
            }
        }
        return try body(SQLiteDatabase(path: copy.path))
    }
}

enum EventLogLeaf {
    static func kind(_ bytes: [UInt8]) throws -> String { try Leaf(decoding: bytes).kind }
}
