import Foundation
import Kernel
import Server
import TestSupport
import Testing

@Suite(
    "The laptop at the station, alone", .enabled(if: Program.isBuilt, "the program is not built"),
    .enabled(if: Preload.canBeBuilt, "needs cc"))
struct LaptopTests {
    private static func at(_ time: String) throws -> Instant { try #require(Instant("2019-03-25T\(time)+08:00")) }

    /// The desk's person signs in for the first time, as on any installation: password, then the second factor.
    private func signIn(_ visitor: Visitor, _ name: String, _ password: String, at now: Instant) throws {
        let begun = try visitor.submit("/sign-in", ["name": name, "password": password])
        #expect(begun.status == 303 && begun.text.contains("/account/second-factor"), "\(begun.text.prefix(300))")
        let page = try visitor.get("/account/second-factor")
        let text = try #require(page.text.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/)).1
        let factor = OneTimePassword(secret: Self.bytes(ofBase32: text.filter { $0 != " " }))
        let code = factor.code(step: OneTimePassword.step(at: now))
        let enrolled = try visitor.submit("/account/second-factor", ["code": code])
        #expect(enrolled.status == 200, "\(enrolled.text.prefix(300))")
    }

    private static func bytes(ofBase32 text: some StringProtocol) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.compactMap { alphabet.firstIndex(of: $0) }.flatMap { value in
            (0..<5).reversed().map { UInt8(value >> $0 & 1) }
        }
        return stride(from: 0, to: bits.count - 7, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | $1 }
        }
    }

    @Test("Opened from the pack, served, a bid on a slip by the desk's own sign-in, closed, and merged by the county")
    func alone() throws {
        let clock = try OtherClock()
        let two = try StationTests.Two()
        #expect(try two.packed().code == 0)
        // Another machine, another folder; nothing but the pack was carried over.
        let early = try clock.run(Self.at("08:59:00"), "station", "open", two.pack, "--data", two.laptop)
        #expect(early.code == 1 && early.error.hasPrefix("3060 "), "\(early.error)")
        let opened = try clock.run(Self.at("09:00:00"), "station", "open", two.pack, "--data", two.laptop)
        #expect(opened.code == 0, "\(opened.error)")
        let account = try clock.run(
            Self.at("09:01:00"), "account", "yusi-station", "--data", two.laptop, "--json")
        let told = try JSON(parsing: Array(account.output.utf8.dropLast()))
        let (name, password) = (try #require(told["name"]?.string), try #require(told["password"]?.string))
        do {
            let serving = try Serving(["--data", two.laptop], environment: clock.environment(Self.at("09:05:00")))
            let visitor = Visitor(at: serving.port)
            try signIn(visitor, name, password, at: Self.at("09:05:10"))
            let hall = try visitor.get("/lots/luxian-2019")
            #expect(hall.status == 200)
            let bid = try visitor.submit(
                "/lots/luxian-2019/bid", ["lot": "luxian-2019", "priceFen": "820", "paddle": "1", "slip": "slip-0001"])
            #expect(bid.status == 303, "\(bid.text)")
            let unsigned = try visitor.submit(
                "/lots/luxian-2019/bid", ["lot": "luxian-2019", "priceFen": "840", "paddle": "2", "slip": ""])
            #expect(unsigned.status == 422 && unsigned.text.contains("3055"), "\(unsigned.text.prefix(200))")
            let bids = try Visitor(at: serving.port).get("/api/v1/lots/luxian-2019/bids")
            #expect(bids.json?["bids"]?.array?.count == 1, "\(bids.text)")
        }
        // Switched off before the end; the end comes when it is switched on again, at its own instant.
        let running = try clock.run(
            Self.at("09:10:00"), "station", "close", "--out", two.log, "--data", two.laptop)
        #expect(running.error == "The auction has not ended.\n")
        let closed = try clock.run(
            Self.at("12:00:00"), "station", "close", "--out", two.log, "--data", two.laptop)
        #expect(closed.code == 0, "\(closed.error)")
        let soon = try clock.run(
            Self.at("09:20:00"), "station", "merge", two.log, "--office", "yusi-station", "--data", two.county)
        #expect(soon.code == 1 && soon.error.hasPrefix("3129 "), "the station's clock is ahead: \(soon.error)")
        let merged = try clock.run(
            Self.at("14:00:00"), "station", "merge", two.log, "--office", "yusi-station", "--data", two.county)
        #expect(merged.code == 0, "\(merged.error)")
        for place in [two.county, two.laptop] { #expect(try Program.run("verify", "--data", place).code == 0) }
        let serving = try Serving(["--data", two.county], environment: clock.environment(Self.at("15:00:00")))
        let bids = try Visitor(at: serving.port).get("/api/v1/lots/luxian-2019/bids").json?["bids"]?.array
        #expect(bids?.count == 1 && bids?.first?["paddle"] == 1, "the county shows the station's bid")
    }
}
