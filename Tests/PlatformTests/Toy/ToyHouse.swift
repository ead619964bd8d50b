import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import StorageSQLite
import Synchronization
import TestSupport

/// A clock that stands still until it is set.
final class HandClock: WriterClock {
    private let instant = Mutex(Instant(milliseconds: 1_600_000_000_000))

    func now() -> Instant { instant.withLock { $0 } }
    func set(_ milliseconds: Int64) { instant.withLock { $0 = Instant(milliseconds: milliseconds) } }
    func advance(_ milliseconds: Int64) { instant.withLock { $0 = $0.adding(milliseconds: milliseconds) } }
}

extension InstallationPlan {
    /// Baskets, a policy that follows, and one that is always refused.
    static let toy = InstallationPlan(
        modules: [Basket.self],
        policies: [
            Policy("RingGivesApple", on: Rung.self, gives: [AddApples.self]) { _, _ in
                guard let bell = BasketID("bell") else { return [] }
                return [AddApples(basket: bell, count: 1)]
            },
            Policy("ThirteenTakesFromNobody", on: ApplesChanged.self, gives: [TakeApples.self]) { event, _ in
                guard event.change == 13, let nobody = BasketID("nobody") else { return [] }
                return [TakeApples(basket: nobody, count: 1)]
            },
        ],
        path: { division, _ in division.text == "here" ? "/county/here/" : nil }, office: { _, _ in nil },
        rooms: [])
}

/// A folder with keys and a store for one test; gone with the value.
final class Workshop: Sendable {
    let folder: URL
    let clock = HandClock()
    private let schema = TestPostgres.schemaName()

    init() throws {
        // On a memory disk where there is one: these tests are not about the disk.
        let shared = URL(filePath: "/dev/shm")
        let parent =
            FileManager.default.isWritableFile(atPath: shared.path) ? shared : FileManager.default.temporaryDirectory
        folder = parent.appending(path: "qianmo-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The store of this run's kind; the same one again when asked again.
    func anyStore() throws -> any Database {
        guard TestPostgres.isDefault else { return try store() }
        let database: any ContendedDatabase = try TestPostgres.database(schema: schema)
        // A house just left may still be on its way out.
        var patience = 40
        while patience > 0, !database.takeWriterPlace() {
            Thread.sleep(forTimeInterval: 0.05)
            patience -= 1
        }
        return database
    }

    func store() throws -> SQLiteDatabase { try SQLiteDatabase(path: folder.appending(path: "qianmo.sqlite").path) }

    func reading() throws -> SQLiteDatabase {
        try SQLiteDatabase(path: folder.appending(path: "qianmo.sqlite").path, access: .readOnly)
    }

    /// `aheadFrom` 1: every group of commands is written while the next is decided.
    func installation(
        _ database: any Database, seed: String? = "toy", aheadFrom: Int = Writer.largestGroup / 2
    ) throws -> Installation {
        try Installation.open(
            .toy, dataDirectory: folder, database: database, clock: clock,
            random: seed.map { .practice(seed: $0) } ?? .system, aheadFrom: aheadFrom)
    }
}

extension Installation {
    /// Gives a command by its name without the module's; `key` counts up unless said.
    func give(
        _ command: String, _ arguments: JSON, key: String, by principal: Principal = .administrator
    ) async throws -> Answer {
        try await writer.submit(
            Submission(command: "basket.\(command)", arguments: arguments, principal: principal, key: key))
    }

    func apples(_ basket: String) throws -> Int64? {
        try database.read { try $0.find("SELECT apples FROM basket WHERE id = \(basket)") }
    }
}

extension Answer {
    var entries: [Int64] { if case .accepted(let entries, _, _) = self { entries } else { [] } }
    var number: Int? { if case .rejected(let rejection) = self { rejection.number } else { nil } }
    var at: Instant? { if case .accepted(_, _, let at) = self { at } else { nil } }
}

func apples(_ basket: String, _ count: Int64) -> JSON { ["basket": .string(basket), "count": .integer(count)] }
