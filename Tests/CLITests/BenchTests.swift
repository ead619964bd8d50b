import Foundation
import Kernel
import Testing

/// Small sizes and no clock: whether each measurement runs, and whether the work it counts was done. Each checks its own
/// counts (the log's growth, every answer, every balance) and fails where they do not agree.
@Suite("What the bench measures", .enabled(if: Program.isBuilt, "the program is not built"))
struct BenchTests {
    private static let names = [
        "bounds", "vouchers", "alone", "log", "books", "verify", "ledger", "http", "bids", "page", "pages", "fanOut",
        "stalled",
        "resume", "resident", "start",
    ]

    /// Gaps, and what is too quick for its unit on a city of twelve villages.
    private static let mayBeNothing = [
        "resume", "fanOut", "trialBalances", "statements", "consolidation", "booksProcessor",
    ]

    @Test("every measurement runs, its counts agree, and every figure but that of PostgreSQL is in the table")
    func everything() throws {
        let folder = try Folder()
        let ended = try Program.run("bench", "--quick", "--json", "--folder", folder.path)
        try #require(ended.code == 0, "\(ended.error)\n\(ended.output)")
        let report = try JSON(parsing: Array(ended.output.utf8))
        #expect(report["failures"]?.object?.keys.sorted() == ["postgres"])
        #expect(report["costs"]?.object?.keys.sorted() == Self.names.sorted())
        let figures = try #require(report["figures"]?.object)
        #expect(figures.count == 36)
        #expect(figures["resume"]?["thousandths"] == 0, "no gap and no repeat")
        let told = try #require(figures["fanOut"]?["thousandths"]?.integer)
        #expect((0...100_000).contains(told))
        for (name, figure) in figures where !Self.mayBeNothing.contains(name) {
            #expect(figure["thousandths"]?.integer ?? 0 > 0, "\(name)")
        }
    }

    @Test("a measurement nobody knows is wrong usage")
    func unknown() throws {
        #expect(try Program.run("bench", "speed").code == 2)
    }

    @Test("a measurement whose work could not be done is a failure and no figure")
    func failing() throws {
        let folder = try Folder()
        _ = try Program.run("bench-run", "vouchers", "--quick", "--folder", folder.path)
        // Without its keys nothing of the city can be proven.
        try FileManager.default.removeItem(atPath: folder.path + "/city/keys")
        let ended = try Program.run("bench", "verify", "--quick", "--json", "--folder", folder.path)
        #expect(ended.code == 1)
        let report = try JSON(parsing: Array(ended.output.utf8))
        #expect(report["failures"]?["verify"] != nil)
        #expect(report["figures"]?["verify"] == nil)
    }
}
