import EventLog
import Foundation
import Kernel
@testable import Platform
import TestSupport
import Testing

/// Which test plays which file of `../shared/data/bughunt`: a file that is added there without a test fails here, and so does
/// a test that is gone.
@Suite(
    "The files of the bug hunt and their tests",
    .enabled(if: sharedData("bughunt/README.md") != nil, "../shared/data/bughunt is not here"))
struct BughuntFilesTests {
    /// The test target's folder, the file in it and the function, and how the file is named there.
    struct Player: Sendable, Hashable {
        let file: String
        let function: String
        init(_ file: String, _ function: String) {
            (self.file, self.function) = (file, function)
        }
    }

    private static let scenario = Player("PlatformTests/Bughunt/BughuntTests.swift", "scenario")
    private static let table = Player("PlatformTests/Bughunt/BughuntTests.swift", "file")
    private static let places = "PlatformTests/Ownership/BughuntSalesTests.swift"

    static let players: [String: [Player]] = [
        "bh-01-year-close.jsonl": [scenario],
        "bh-02-openings-300.jsonl": [scenario],
        "bh-02b-other-long-records.jsonl": [scenario],
        "bh-03-two-sides-of-113.jsonl": [scenario],
        "bh-04-second-bank-account.jsonl": [scenario],
        "bh-05-names-nobody-checked.jsonl": [scenario],
        "bh-05b-maker-named-by-the-caller.jsonl": [scenario],
        "bh-06-reversed-before-it-was-booked.jsonl": [scenario],
        "bh-06b-paid-before-the-contract.jsonl": [scenario],
        "bh-07-one-receipt-booked-twice.jsonl": [scenario],
        "bh-07b-one-reference-two-bidders.jsonl": [scenario, Player(places, "oneArrival")],
        "bh-07c-first-payment-twice.jsonl": [scenario, Player(places, "oneArrival")],
        "bh-08-bank-30.csv": [table],
        "bh-08-thirty-bidders.jsonl": [scenario],
        "bh-09-whole-statement.csv": [Player("PlatformTests/Bughunt/BughuntTests.swift", "wholeStatement")],
        "bh-10a-date-20190311.csv": [table], "bh-10b-date-slashes.csv": [table],
        "bh-10c-date-and-time.csv": [table], "bh-10d-decimal-comma.csv": [table],
        "bh-10e-chinese-date.csv": [table], "bh-11-excel-tail.csv": [table],
        "bh-12a-cr-only.csv": [table], "bh-12b-utf16.csv": [table], "bh-13-no-parent-column.csv": [table],
        "bh-14-not-nfc.jsonl": [scenario],
        "bh-14b-siblings.jsonl": [scenario],
        "bh-15-right-to-left.jsonl": [scenario],
        "bh-16-names-without-ink.jsonl": [scenario],
        "bh-17-born-tomorrow.jsonl": [scenario],
        "bh-18-leap-day.jsonl": [scenario, Player(places, "leapDay")],
        "bh-19-twin-parcels.jsonl": [scenario, Player(places, "twins")],
        "bh-20-equal-to-the-hidden-limit.jsonl": [scenario, Player(places, "equalToTheLimit")],
        "bh-21-notice-over-new-year.jsonl": [scenario, Player("PlatformTests/Faults/SetAsideTests.swift", "notice")],
        "bh-21b-award-lost-at-new-year.jsonl": [scenario],
        "bh-22a-microseconds.jsonl": [scenario],
        "bh-22b-largest-number.jsonl": [scenario],
        "bh-22c-amend-largest-number.jsonl": [scenario],
        "bh-22d-start-typed-as-2199.jsonl": [scenario],
        "bh-23-deposit-in-two-transfers.jsonl": [scenario, Player(places, "inParts")],
        "bh-28-signature-lines.txt": [
            Player("PlatformTests/Bughunt/SignatureLinesTests.swift", "appended")
        ],
        "bidders-registered.jsonl": [
            scenario, Player("PlatformTests/Bughunt/BughuntTests.swift", "wholeStatement"),
        ],
        "bn-01-bid-beyond-reckoning.jsonl": [scenario, Player(places, "reckoning")],
    ]

    @Test("Every file of the folder has a test that plays it, and no test plays a file that is gone")
    func whole() throws {
        let folder = try #require(sharedData("bughunt"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "README.md" }
        #expect(Set(files).subtracting(Self.players.keys) == [], "no test")
        #expect(Set(Self.players.keys).subtracting(files) == [], "no file")
        #expect(files.count >= 40)
    }

    @Test(
        "Each test that the table names is there, and names the file it plays", arguments: Array(players.keys).sorted())
    func named(_ file: String) throws {
        for player in try #require(Self.players[file]) {
            let url = Tree.root.appending(path: "Tests/\(player.file)")
            let text = try String(contentsOf: url, encoding: .utf8)
            let stem = String(file.prefix { $0 != "." })
            #expect(text.contains("\(stem)\"") || text.contains("\(stem)."), "\(player.file) does not name \(stem)")
            #expect(text.contains("func \(player.function)("), "\(player.file) has no \(player.function)")
        }
    }
}
