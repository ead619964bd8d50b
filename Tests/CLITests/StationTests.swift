import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A lot goes to a township station and comes back", .enabled(if: Program.isBuilt, "the program is not built"))
struct StationTests {
    static let eve = "2019-03-24T10:00:00+08:00"

    /// The county with the Luxian lot on the eve of its auction, and a laptop with a key of its own.
    struct Two {
        let folder: Folder
        var county: String { folder.path + "/county" }
        var laptop: String { folder.path + "/laptop" }
        var pack: String { folder.path + "/pack.json" }
        var log: String { folder.path + "/station.json" }

        init() throws {
            folder = try Folder()
            let lines = try String(contentsOfFile: scenario("luxian-2019.jsonl"), encoding: .utf8)
                .split(separator: "\n").filter { !$0.hasPrefix("{\"at\":\"2019-03-2") || $0 < "{\"at\":\"2019-03-23" }
                .filter { $0.hasPrefix("{\"at\":\"2019-03") }
            let file = try folder.write(lines.joined(separator: "\n") + "\n", "eve.jsonl")
            let made = try Program.run("scenario", file, "--data", county)
            #expect(made.code == 0, "\(made.output)\(made.error)")
            #expect(try Program.run("migrate", "--data", laptop).code == 0)
        }

        func packed() throws -> Program.Ended {
            try Program.run(
                "station", "pack", "luxian-2019", "--key", laptop + "/keys/log.pub", "--office", "yusi-station",
                "--out",
                pack, "--data", county, "--at", StationTests.eve)
        }

        func bids(_ lines: [(String, String, Int, String)], in place: String) throws -> Program.Ended {
            let text = lines.map { at, by, price, rest in
                """
                {"at":"2019-03-25T\(at)+08:00","by":"\(by)","do":"exchange.placeBid","with":{"lot":"luxian-2019",\
                "priceFen":\(price)},"key":"b-\(at)-\(by)"\(rest)}
                """
            }
            let file = try folder.write(text.joined(separator: "\n") + "\n", "bids.jsonl")
            return try Program.run("scenario", file, "--data", place)
        }

        func open(_ at: String = "2019-03-25T09:00:00+08:00") throws -> Program.Ended {
            try Program.run("station", "open", pack, "--data", laptop, "--at", at)
        }

        func closed(_ at: String = "2019-03-25T12:00:00+08:00") throws -> Program.Ended {
            try Program.run("station", "close", "--out", log, "--data", laptop, "--at", at)
        }

        func merged(_ file: String? = nil) throws -> Program.Ended {
            try Program.run(
                "station", "merge", file ?? log, "--office", "yusi-station", "--data", county, "--at",
                "2019-03-25T14:00:00+08:00")
        }
    }

    static let hall = [
        ("09:05:00", "shunhe-account", 82_000, ""), ("09:10:00", "longcheng-account", 84_000, ""),
        ("09:11:00", "shunhe-account", 84_000, ",\"expect\":3053"), ("09:29:30", "yusi-coop-account", 90_000, ""),
    ]

    @Test(
        "The whole way: packed, held alone with a late bid, merged; both logs verify and the county goes on with the result"
    )
    func cycle() throws {
        let two = try Two()
        let packed = try two.packed()
        #expect(packed.code == 0, "\(packed.error)")
        #expect(packed.output.hasPrefix("Lot luxian-2019 is with the station now"))
        #expect(try two.packed().error.hasPrefix("3004 "), "given away twice")
        #expect(try two.open("2019-03-24T11:00:00+08:00").error.hasPrefix("3060 "), "not before its time")
        let opened = try two.open()
        #expect(opened.code == 0, "\(opened.error)")
        // The county refuses while the lot is away, also at the time its own hall would have opened.
        let refused = try two.bids([("09:06:00", "shunhe-account", 82_000, ",\"expect\":3004")], in: two.county)
        #expect(refused.code == 0, "\(refused.output)")
        let held = try two.bids(Self.hall, in: two.laptop)
        #expect(held.code == 0, "\(held.output)\(held.error)")
        let early = try two.closed("2019-03-25T09:30:00+08:00")
        #expect(early.code == 1 && early.error.hasPrefix("3155 "), "the late bid moved the end")
        #expect(try two.closed().code == 0)
        let merged = try two.merged()
        #expect(merged.code == 0, "\(merged.error)")
        #expect(try two.merged().error.hasPrefix("3004 "), "merged twice")
        for place in [two.county, two.laptop] {
            let verified = try Program.run("verify", "--data", place)
            #expect(verified.code == 0, "\(verified.error)")
        }
        let file = try two.folder.write(
            """
            {"at":"2019-03-25T15:00:00+08:00","by":"luxian-intake","do":"exchange.publishResult","with":{"lot":\
            "luxian-2019"},"key":"result"}

            """, "result.jsonl")
        #expect(try Program.run("scenario", file, "--data", two.county).code == 0)
        let ocds = try Program.run("export", "ocds", "--lot", "luxian-2019", "--record", "--data", two.county)
        let record = try JSON(parsing: Array(ocds.output.utf8.dropLast()))
        let compiled = record["records"]?.array?.first?[
            "compiledRelease"]
        #expect(compiled?["awards"]?.array?.first?["value"]?["amount"] == 540_000)
        let dates = compiled?["bids"]?["details"]?.array?.compactMap { $0["date"]?.string }
        #expect(dates?.last == "2019-03-25T09:29:30.000+08:00", "a bid keeps the station's instant")
    }

    @Test("A tampered log is refused and names the entry; a tampered pack, or another's, opens no hall")
    func tampered() throws {
        let two = try Two()
        #expect(try two.packed().code == 0)
        let text = try String(contentsOfFile: two.pack, encoding: .utf8)
        let other = try two.folder.write(text.replacing("\"stepFen\":2000", with: "\"stepFen\":1000"), "other.json")
        let changed = try Program.run(
            "station", "open", other, "--data", two.laptop, "--at", "2019-03-25T09:00:00+08:00")
        #expect(changed.code == 1 && changed.error.hasPrefix("3152 "))
        let foreign = try Program.run(
            "station", "open", two.pack, "--data", two.folder.path + "/third", "--at", "2019-03-25T09:00:00+08:00")
        #expect(foreign.code == 1 && foreign.error.hasPrefix("3153 "))
        #expect(try two.open().code == 0)
        #expect(try two.bids(Self.hall, in: two.laptop).code == 0)
        #expect(try two.closed().code == 0)
        let log = try JSON(parsing: Array(Data(contentsOf: URL(filePath: two.log))))
        let texts = log["leaves"]?.array?.compactMap(\.string)
        let leaves = try #require(texts)
        let found = leaves.firstIndex { $0.contains("\"priceFen\":84000") }
        let place = try #require(found)
        let forged = leaves[place].replacing("\"priceFen\":84000", with: "\"priceFen\":86000")
        let whole = try String(contentsOfFile: two.log, encoding: .utf8)
        let escaped = { (leaf: String) in leaf.replacing("\"", with: "\\\"") }
        let bad = try two.folder.write(whole.replacing(escaped(leaves[place]), with: escaped(forged)), "forged.json")
        let refused = try two.merged(bad)
        #expect(refused.code == 1 && refused.error.hasPrefix("3122 "), "\(refused.error)")
        #expect(refused.error.contains("Entry \(place) "))
        let end = try #require(leaves.last)
        let last = escaped(end)
        let short = try two.folder.write(whole.replacing(",\"\(last)\"", with: ""), "short.json")
        #expect(try two.merged(short).error.hasPrefix("3123 "))
        #expect(try two.merged().code == 0, "the true log is still welcome")
    }
}
