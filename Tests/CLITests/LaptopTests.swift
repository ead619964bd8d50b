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
        #expect(running.error.hasPrefix("3155 "))
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

    /// Opens a desk's first account, serves the house, and signs the desk's person in.
    private func desk(_ office: String, of place: String, _ clock: OtherClock, at now: Instant) throws
        -> (Serving, Visitor)
    {
        let told = try clock.run(now, "account", office, "--data", place, "--json")
        #expect(told.code == 0, "\(told.error)")
        let account = try JSON(parsing: Array(told.output.utf8.dropLast()))
        let served = try Serving(["--data", place], environment: clock.environment(now))
        let visitor = Visitor(at: served.port)
        try signIn(
            visitor, try #require(account["name"]?.string), try #require(account["password"]?.string), at: now)
        return (served, visitor)
    }

    /// The laptop's program at that time, and the browser it opens.
    private func laptop(_ folder: String, _ clock: OtherClock, at now: Instant) throws -> (Serving, Visitor) {
        let serving = try Serving(
            ["--data", folder], environment: clock.environment(now), command: ["station", "start", "--no-browser"],
            ready: "Folder: ")
        let visitor = Visitor(at: serving.port)
        #expect(try visitor.get("/laptop").status == 404, "a browser it did not open")
        #expect(try visitor.get("/laptop?open=\(String(repeating: "A", count: 43))").status == 404)
        let opened = try visitor.get(try #require(serving.printedPath))
        #expect(opened.status == 303, "\(opened.text)")
        return (serving, visitor)
    }

    @Test(
        "By pages alone: the county serves on, the laptop is one program and the browser it opens; three files are carried"
    )
    func byPages() throws {
        let clock = try OtherClock()
        let two = try StationTests.Two()
        let eve = try #require(Instant(StationTests.eve))
        let way = "/lots/luxian-2019/laptop"
        var (county, agent) = try desk("yusi-station", of: two.county, clock, at: eve)
        #expect(try agent.get("/lots/luxian-2019").text.contains("href=\"\(way)\""))
        #expect(try Visitor(at: county.port).get(way).status != 200)
        // The laptop, which was never begun, gives its key.
        let folder = two.folder.path + "/new"
        var (program, clerk) = try laptop(folder, clock, at: try Self.at("08:59:00"))
        #expect(try clerk.get("/").text.contains("/laptop"), "nothing else is asked for there")
        let key = try #require(try clerk.get("/laptop/key").body)
        // The county: a file that is no key, then the key; looked at first, given after.
        #expect(try agent.upload(way, "no key", named: "log.pub").text.contains("3120"))
        let looked = try agent.upload(way, key, named: "log.pub")
        let carried = try #require(try looked.hidden("content"), "\(looked.text.prefix(300))")
        #expect(try agent.get("\(way)/pack").status == 404, "nothing was given yet")
        let given = try agent.submit("\(way)?give=1", ["content": carried, "contentName": "log.pub"])
        #expect(given.status == 200 && given.text.contains("\(way)/pack"), "\(given.text.prefix(300))")
        let pack = try #require(try agent.get("\(way)/pack").body)
        #expect(try agent.get("\(way)/pack").body == pack, "the same pack each time")
        // On the laptop it is refused before the time, changed, and on another laptop.
        #expect(try clerk.upload("/laptop", pack, named: "pack.json").text.contains("3060"))
        program.kill()
        (program, clerk) = try laptop(folder, clock, at: try Self.at("09:00:00"))
        #expect(try clerk.get("/laptop/log").text.contains("3154"))
        let changed = pack.replacing("\"stepFen\":2000", with: "\"stepFen\":1000")
        #expect(changed != pack)
        for bad in [changed, "{}", "[", "no pack"] {
            let refused = try clerk.upload("/laptop", bad, named: "pack.json")
            #expect(refused.status != 303 && refused.status != 500, "\(refused.text.prefix(300))")
        }
        do {
            let (other, stranger) = try laptop(two.folder.path + "/other", clock, at: try Self.at("09:00:00"))
            #expect(try stranger.upload("/laptop", pack, named: "pack.json").text.contains("3153"))
            other.kill()
        }
        let opened = try clerk.upload("/laptop", pack, named: "pack.json")
        #expect(opened.status == 303, "\(opened.text)")
        #expect(try clerk.get("/laptop/log").text.contains("3155"))
        #expect(try Visitor(at: program.port).submit("/laptop/enter", [:], shown: "/sign-in").status == 404)
        let entered = try clerk.submit("/laptop/enter", [:], shown: "/laptop")
        #expect(entered.status == 303 && entered.text.contains("/lots/luxian-2019"), "\(entered.text)")
        let bid = try clerk.submit(
            "/lots/luxian-2019/bid", ["lot": "luxian-2019", "priceFen": "820", "paddle": "1", "slip": "slip-0001"])
        #expect(bid.status == 303, "\(bid.text)")
        program.kill()
        (program, clerk) = try laptop(folder, clock, at: try Self.at("12:00:00"))
        #expect(try clerk.get("/laptop").text.contains("/laptop/log"))
        let log = try #require(try clerk.get("/laptop/log").body)
        // The county was served all the while; now it is two o'clock there.
        county.kill()
        (county, agent) = try desk("luxian-intake", of: two.county, clock, at: try Self.at("14:00:00"))
        let torn = try agent.upload(way, String(log.dropLast(200)), named: "station.json")
        #expect(torn.status == 200 && torn.text.contains("3123"), "\(torn.text.prefix(300))")
        let seen = try agent.upload(way, log, named: "station.json")
        let brought = try #require(try seen.hidden("content"), "\(seen.text.prefix(300))")
        #expect(seen.text.contains("820"), "the price is shown before anything is written")
        let merged = try agent.submit("\(way)?give=1", ["content": brought, "contentName": "station.json"])
        #expect(merged.status == 303 && merged.text.contains("/lots/luxian-2019"), "\(merged.text.prefix(300))")
        let bids = try agent.get("/api/v1/lots/luxian-2019/bids").json?["bids"]?.array
        #expect(bids?.count == 1 && bids?.first?["paddle"] == 1)
        // The next start of the program begins with another folder only after it was told so.
        #expect(try clerk.submit("/laptop/finish", [:], shown: "/laptop").status == 200)
        #expect(FileManager.default.fileExists(atPath: folder + "/finished"))
        program.kill()
        county.kill()
        for place in [two.county, folder] { #expect(try Program.run("verify", "--data", place).code == 0) }
    }
}
