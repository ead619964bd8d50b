import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A row and what its index tells of it are two places in the file: neither may pass for the other.
@Suite("Rows and their indexes") struct IndexTests {
    @Test("a key changed in the row beside a right index, or in the index beside a right row, is found by verify")
    func bothPlaces() async throws {
        let workshop = try Workshop()
        let needle = "needle-7731-needle"
        do {
            let installation = try workshop.installation(workshop.store())
            for number in 0..<5 { _ = try await installation.give("addApples", apples("a", 1), key: "k\(number)") }
            _ = try await installation.give("takeApples", apples("b", 1), key: needle)
        }
        let file = workshop.folder.appending(path: "qianmo.sqlite")
        try SQLiteDatabase.archive(path: file.path)
        func verify() throws -> Verified {
            try Verifier(
                .toy, dataDirectory: workshop.folder, database: workshop.reading(), scratch: temporaryDatabase()
            ).run()
        }
        _ = try verify()
        let bytes = [UInt8](try Data(contentsOf: file))
        let wanted = Array(needle.utf8)
        let places = bytes.indices.dropLast(wanted.count).filter {
            bytes[$0] == wanted[0] && Array(bytes[$0..<$0 + wanted.count]) == wanted
        }
        #expect(places.count == 2, "the table and its index: \(places)")
        for place in places {
            var changed = bytes
            changed[place + 8] ^= 1
            try Data(changed).write(to: file)
            let finding = try #require(throws: Finding.self) { try verify() }
            #expect(!finding.place.contains(needle), "\(finding.place)")
        }
        try Data(bytes).write(to: file)
        _ = try verify()
    }
}
