import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport

/// Changes one value at a time in copies of a house, and tells which changes `verify` did not notice.
struct Tampering {
    private let plan: HousePlan
    private let workshop: Workshop

    init(_ plan: HousePlan, _ workshop: Workshop) {
        self.plan = plan
        self.workshop = workshop
    }

    struct Column: Hashable {
        let table: String
        let name: String
        let type: String
    }

    /// `table.column` of every change that passed.
    func everyColumn() throws -> [String] {
        try columns().filter { column in
            let copy = try Workshop.copied(workshop)
            guard try change(column, in: copy) else { return false }
            do {
                _ = try Verifier(
                    plan, dataDirectory: copy.folder, database: copy.reading(), scratch: temporaryDatabase()
                )
                .run()
                return true
            } catch is Finding {
                return false
            }
        }.map { "\($0.table).\($0.name)" }
    }

    /// Every column of every table that has a value somewhere.
    func columns() throws -> [Column] {
        try workshop.reading().read { tx in
            try tx.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").flatMap { row in
                let table: String = try row.get(0)
                return try tx.rows("SELECT name, type FROM pragma_table_info(\(table)) ORDER BY cid").map {
                    Column(table: table, name: try $0.get(0), type: try $0.get(1))
                }
            }
        }
    }

    /// False when the column is empty everywhere or the store itself refused the change.
    private func change(_ column: Column, in copy: Workshop) throws -> Bool {
        let name = column.name
        let value =
            switch column.type {
            case "INTEGER": "\(name) + 1"
            case "BLOB": "CAST(substr(\(name), 1, length(\(name)) - 1) || x'5A' AS BLOB)"
            default:
                "substr(\(name), 1, max(length(\(name)) - 1, 0)) || CASE WHEN \(name) LIKE '%z' THEN 'y' ELSE 'z' END"
            }
        let row: SQL = SQL(stringLiteral: "SELECT \(name) FROM \(column.table) WHERE \(name) IS NOT NULL LIMIT 1")
        guard try copy.reading().read({ try $0.first(row) }) != nil else { return false }
        let id = "(SELECT \(name) FROM \(column.table) WHERE \(name) IS NOT NULL ORDER BY \(name) DESC LIMIT 1)"
        do {
            try tamper(copy.store(), ["UPDATE \(column.table) SET \(name) = \(value) WHERE \(name) = \(id)"])
            return true
        } catch StorageError.failed(let reason) where reason.contains("constraint") {
            return false
        }
    }
}

enum EventLogLeaf {
    static func kind(_ bytes: [UInt8]) throws -> String { try Leaf(decoding: bytes).kind }
}
