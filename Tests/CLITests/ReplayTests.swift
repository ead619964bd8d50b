import Foundation
import Kernel
import TestSupport
import Testing

@Suite(
    "Real bids replayed by the program",
    .enabled(if: Program.isBuilt, "the program is not built"),
    .enabled(if: sharedData("auctions/online_bids_dev.csv") != nil, "needs the shared data"))
struct ReplayTests {
    /// One logged bid, read by the test's own hand.
    struct Bid {
        let auction: String
        let end: Int
        let second: Int
        let amount: Decimal
        let bidder: String
    }

    static func file() throws -> String { try #require(sharedData("auctions/online_bids_dev.csv")).path }

    static func auctions() throws -> [[Bid]] {
        let text = try String(contentsOfFile: file(), encoding: .utf8)
        let bids = try text.split(whereSeparator: \.isNewline).dropFirst().map { line -> Bid in
            let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Bid(
                auction: columns[0], end: try #require(Int(columns[2])) * 86_400, second: try #require(Int(columns[4])),
                amount: try #require(Decimal(string: columns[5])), bidder: columns[6])
        }
        return Array(Dictionary(grouping: bids, by: \.auction).values)
    }

    static func replay(_ arguments: String...) throws -> JSON {
        let ended = try Program.run(["replay", "auctions", try file()] + arguments + ["--json"])
        #expect(ended.code == 0 && ended.error.isEmpty)
        return try JSON(parsing: Array(ended.output.utf8.dropLast()))
    }

    static func byAuction(_ replay: JSON) -> [String: JSON] {
        let pairs = (replay["auctions"]?.array ?? []).compactMap { one in one["auction"]?.string.map { ($0, one) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    @Test(
        "Bidders whose names a spreadsheet keeps as GBK or UTF-16 stay apart",
        arguments: [0x8000_0632, String.Encoding.utf16LittleEndian.rawValue])
    func encodings(_ encoding: UInt) throws {
        let text = """
            auction_id,item,days,seq,seconds_from_start,bid,bidder,bidder_rating,open_bid,final_price
            1,x,7,1,100,5.00,\u{674E}\u{56DB},1,1.00,6.00
            1,x,7,2,200,6.00,\u{738B}\u{4E94},1,1.00,6.00
            """
        let file = FileManager.default.temporaryDirectory.appending(path: "bids-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try #require(text.data(using: String.Encoding(rawValue: encoding))).write(to: file)
        let ended = try Program.run(["replay", "auctions", file.path, "--mode", "sealed", "--json"])
        let outcome = try #require(try JSON(parsing: Array(ended.output.utf8.dropLast()))["auctions"]?.array?.first)
        #expect(outcome["winner"]?.string == "\u{738B}\u{4E94}")
        #expect(outcome["accepted"]?.integer == 2)
    }

    @Test("ascending: in each of 305 auctions the strictly higher bids stand and the highest logged bid is the price")
    func ascending() throws {
        let replay = try Self.replay("--mode", "ascending")
        let outcomes = Self.byAuction(replay)
        #expect(outcomes.count == 305)
        for list in try Self.auctions() {
            var (highest, accepted, winner) = (Decimal(0), 0, "")
            for bid in list where bid.amount > highest {
                (highest, winner) = (bid.amount, bid.bidder)
                accepted += 1
            }
            let outcome = try #require(outcomes[list[0].auction])
            #expect(outcome["accepted"]?.integer == Int64(accepted))
            #expect(outcome["refused"]?.integer == Int64(list.count - accepted))
            #expect(outcome["price"]?.integer.map { Decimal($0) / 100 } == highest)
            #expect(outcome["winner"]?.string == winner && outcome["agrees"]?.bool == true)
            #expect(outcome["endMs"]?.integer == Int64(list[0].end) * 1_000 && outcome["moved"]?.bool == false)
        }
        #expect(replay["summary"]?["agreeing"]?.integer == 305)
        #expect(replay["summary"]?["statesChangedByRefusal"]?.integer == 0)
    }

    @Test("five minutes' extension moves the end in exactly the auctions with an accepted bid of another in the window")
    func extending() throws {
        let outcomes = Self.byAuction(try Self.replay("--mode", "ascending", "--extension", "300"))
        var moved = 0
        for list in try Self.auctions() {
            var (highest, leader, end, expected) = (Decimal(0), "", list[0].end, false)
            for bid in list where bid.amount > highest && bid.second < end {
                if bid.bidder != leader, end - bid.second < 300 { (end, expected) = (bid.second + 300, true) }
                (highest, leader) = (bid.amount, bid.bidder)
            }
            let outcome = try #require(outcomes[list[0].auction])
            #expect(outcome["moved"]?.bool == expected)
            #expect(outcome["endMs"]?.integer == Int64(end) * 1_000)
            moved += expected ? 1 : 0
        }
        #expect(moved > 0 && moved < 305)
    }

    @Test("proxy: the printed price comes out in at least 94 of 100 auctions, and the others are listed")
    func proxy() throws {
        let replay = try Self.replay("--mode", "proxy")
        let agreeing = try #require(replay["summary"]?["agreeing"]?.integer)
        #expect(agreeing * 100 >= 305 * 94)
        let text = try Program.run("replay", "auctions", try Self.file(), "--mode", "proxy")
        let lines = text.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 1 + 305 + 2)
        let listed = try #require(lines.last).split(separator: ": ").last?.split(separator: " ").map(String.init)
        let others = Self.byAuction(replay).filter { $0.value["agrees"]?.bool == false }.map(\.key)
        #expect(listed?.sorted() == others.sorted() && others.count == 305 - Int(agreeing))
    }

    @Test("sealed: every bidder's last bid counts, and the highest of them wins")
    func sealed() throws {
        let outcomes = Self.byAuction(try Self.replay("--mode", "sealed"))
        for list in try Self.auctions() {
            var last: [String: Decimal] = [:]
            for bid in list { last[bid.bidder] = bid.amount }
            let outcome = try #require(outcomes[list[0].auction])
            #expect(outcome["price"]?.integer.map { Decimal($0) / 100 } == last.values.max())
            #expect(outcome["accepted"]?.integer == Int64(last.count))
        }
    }
}

@Suite("What the replay of bids says", .enabled(if: Program.isBuilt, "the program is not built"))
struct ReplayTranscriptTests {
    @Test("a small log is printed line by line, with a summary; bad lines and wrong usage are refused")
    func transcript() throws {
        let folder = try Folder()
        let head = "auction_id,item,days,seq,seconds_from_start,bid,bidder,bidder_rating,open_bid,final_price\n"
        let file = try folder.write(
            head
                + "7,watch,3,1,100,20,a,1,10,30.5\n7,watch,3,2,200,20,b,1,10,30.5\n7,watch,3,3,259000,30.5,b,1,10,30.5\n",
            "bids.csv")
        let ended = try Program.run("replay", "auctions", file, "--extension", "300")
        #expect(
            ended.output == """
                auction\taccepted\trefused\tprice\twinner\tend (s, * moved)\tlogged price
                7\t2\t1\t30.50\tb\t259300*\t30.50
                1 auctions: 2 accepted, 1 refused; 1 agree with the logged price; 1 moved their end; \
                0 states changed by a refused bid.

                """)
        let bad = try Program.run("replay", "auctions", try folder.write(head + "7,watch\n", "bad.csv"))
        #expect(bad.code == 1 && bad.error.hasPrefix("3096 "))
        #expect(try Program.run("replay", "auctions", file, "--mode", "proxy", "--extension", "5").code == 2)
        #expect(try Program.run("replay", "auctions", file, "--mode", "auction").code == 2)
    }
}
