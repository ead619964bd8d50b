import EventLog
import Foundation
import Kernel
import Storage
import StorageSQLite
import TestSupport
import Testing
import Web

@testable import Platform

/// Installations that the program of 27 November 2026 (9d1a5e9) made of the bughunt files, with the faults it had then:
/// `letters` of 14, 14b, 15, 16, 17, 01, 05, 05b, 06, 19 and 22d together; `far` of the same with 22a, all text in NFC;
/// `newyear` of 21b; `reckoning` of bn-01.
@Suite("Installations damaged by old faults", .enabled(if: !TestPostgres.isDefault, "they are files of SQLite"))
struct DamagedInstallationTests {
    private struct House {
        let folder: URL
        let database: SQLiteDatabase
        let clock: ScenarioClock
        let installation: Installation

        func verifier() throws -> Verifier {
            try Verifier(.qianmo, dataDirectory: folder, database: database, scratch: temporaryDatabase())
        }

        func verified() throws -> Int64 { try verifier().run().size }
    }

    private func opened(_ name: String, at instant: String) throws -> House {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qianmo-damaged-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let archive = Tree.root.appending(path: "Tests/PlatformTests/Fixtures/damaged-9d1a5e9.tar.gz")
        let tar = Process()
        tar.executableURL = URL(filePath: "/bin/tar")
        tar.arguments = ["xzf", archive.path, "-C", folder.path, "./\(name)"]
        try tar.run()
        tar.waitUntilExit()
        try #require(tar.terminationStatus == 0)
        let place = folder.appending(path: name)
        let database = try SQLiteDatabase(path: place.appending(path: "qianmo.sqlite").path)
        let clock = ScenarioClock()
        clock.set(try #require(Instant(instant)))
        return House(
            folder: place, database: database, clock: clock,
            installation: try Installation.open(.qianmo, dataDirectory: place, database: database, clock: clock))
    }

    /// Every address, with the house's own names where it takes some; what answers 500.
    private func faults(_ house: House) throws -> (asked: Int, faults: [String]) {
        let columns: [String: SQL] = [
            "lot": "SELECT id FROM lot", "asset": "SELECT id FROM asset", "contract": "SELECT id FROM contract",
            "division": "SELECT id FROM division ORDER BY id DESC", "organisation": "SELECT id FROM organisation",
            "notice": "SELECT notice FROM notice", "party": "SELECT id FROM party", "office": "SELECT id FROM office",
            "bidder": "SELECT id FROM bidder", "voucher": "SELECT voucher FROM voucher",
            "receivable": "SELECT receivable FROM receivable", "resolution": "SELECT id FROM resolution",
        ]
        let names: [String: [String]] = try house.database.read { tx in
            try columns.mapValues { sql in try tx.rows(sql).map { try $0.get(0) } }
        }
        var (asked, faults) = (0, [String]())
        for route in house.installation.routes {
            let first = route.parameterNames.first ?? ""
            for name in names[first] ?? ["1"] {
                var parameters = Dictionary(
                    uniqueKeysWithValues: route.parameterNames.map { ($0, names[$0]?.first ?? "1") })
                if !first.isEmpty { parameters[first] = name }
                asked += 1
                if let fault = ExtremeHouse.fault(route, parameters, [:], house.installation) {
                    faults.append("\(route.path) \(parameters) \(fault)")
                }
            }
        }
        return (asked, faults)
    }

    @Test(
        "It opens, verifies whatever letters, years and amounts it holds, and every page of it answers",
        arguments: [("reckoning", "2019-03-26T09:00:00+08:00", 67)])
    func opens(name: String, instant: String, size: Int64) async throws {
        let house = try opened(name, at: instant)
        defer { try? FileManager.default.removeItem(at: house.folder) }
        #expect(try house.verified() == size)
        let (asked, faults) = try faults(house)
        #expect(asked > 200 && faults == [], "\(asked) asked")
        // It goes on: somebody is registered, and the log verifies with the entry.
        let station = try #require(OfficeID("yusi-station"))
        let clerk = try #require(try house.installation.findPrincipal(office: station))
        let answer = try await house.installation.writer.submit(
            Submission(
                command: "registry.registerParty",
                arguments: ["party": "newcomer", "kind": "person", "name": "李春", "division": "p510521111"],
                principal: clerk, key: "goes-on"))
        #expect(answer.number == nil)
        #expect(try house.verified() == house.installation.log.head().size)
    }

    /// `letters`: text in another form than today's. `far`: a notice that ends in the year 51191, and closing vouchers
    /// from before there was a table of what the year end carried over.
    @Test(
        "One whose rows old rules wrote opens, and every page answers; verify names a row until the tables are mended",
        arguments: [
            ("letters", ["division_gram", "voucher"]), ("far", ["result_transfer"]),
        ])
    func mends(name: String, tables: [String]) throws {
        let house = try opened(name, at: "2019-04-03T09:00:00+08:00")
        defer { try? FileManager.default.removeItem(at: house.folder) }
        let (asked, faults) = try faults(house)
        #expect(asked > 200 && faults == [], "\(asked) asked")
        #expect(throws: Finding.self) { try house.verified() }
        let told = try house.verifier().differences()
        #expect(Set(told.map(\.table)).isSuperset(of: tables), "\(told)")
        #expect(try house.verifier().mend() == told)
        #expect(try house.verified() == house.installation.log.head().size)
        #expect(try house.verifier().differences() == [])
        #expect(try self.faults(house).faults == [])
    }

    @Test("A day in the year 51191 reads as the last day there is, in leaf and table alike, and verify agrees")
    func farDays() throws {
        let house = try opened("far", at: "2019-04-03T09:00:00+08:00")
        defer { try? FileManager.default.removeItem(at: house.folder) }
        let until: String = try house.database.read { tx in
            try tx.get("SELECT until_date FROM notice WHERE notice = 'second-notice-1'")
        }
        #expect(until == CivilDate.last.description)
        let leaf = try Leaf(decoding: try #require(try house.installation.log.leaf(53)))
        #expect(leaf.fields["until"] == "51191-03-07")
        #expect(CivilDate(recorded: "51191-03-07") == .last && CivilDate("51191-03-07") == nil)
        for text in ["51191-02-30", "51191-13-01", "051191-03-07", "51191-3-07", "5119x-03-07", "51191/03/07"] {
            #expect(CivilDate(recorded: text) == nil, "\(text)")
        }
    }

    @Test("verify still names a change of what the old program wrote in another form: nothing is excused")
    func namesChanges() throws {
        for change: SQL in [
            "UPDATE party SET display_name = 'x' WHERE id = 'longcheng'",
            "UPDATE notice SET until_date = '9999-12-30'", "UPDATE asset SET area = 1",
        ] {
            let house = try opened("reckoning", at: "2019-03-26T09:00:00+08:00")
            defer { try? FileManager.default.removeItem(at: house.folder) }
            try house.database.write { _ = try $0.run(change) }
            #expect(throws: (any Error).self, "\(change)") { try house.verified() }
        }
    }

    private func give(_ house: House, _ office: String, _ command: String, _ arguments: [String: JSON]) async throws
        -> Int?
    {
        let desk = try #require(OfficeID(office))
        let principal = try #require(try house.installation.findPrincipal(office: desk))
        return try await house.installation.writer.submit(
            Submission(
                command: command, arguments: .object(arguments), principal: principal, key: "\(command)-damaged")
        ).number
    }

    private func state(_ house: House) throws -> String {
        try house.database.read { try $0.get("SELECT state FROM lot WHERE id = 'luxian-2019'") }
    }

    @Test("An award that the old program forgot at New Year comes due again when the lot is stopped and goes on")
    func forgotten() async throws {
        let house = try opened("newyear", at: "2026-12-30T09:00:00+08:00")
        defer { try? FileManager.default.removeItem(at: house.folder) }
        #expect(try house.verified() == 69)
        #expect(try state(house) == "resultPublicity")
        #expect(try house.installation.listSetAside() == [])
        #expect(try await house.installation.announce(2027).number == nil)
        let stop: [String: JSON] = ["lot": "luxian-2019", "cause": "otherLegal", "reasons": "旧程序漏办成交确认"]
        #expect(try await give(house, "luxian-review", "exchange.suspendLot", stop) == nil)
        let resumed = try await give(house, "luxian-review", "exchange.resumeLot", ["lot": "luxian-2019"])
        #expect(resumed == nil)
        house.clock.set(try #require(Instant("2027-02-20T09:00:00+08:00")))
        await house.installation.writer.nudge()
        #expect(try ["awardConfirmed", "contractPending"].contains(state(house)))
        #expect(try house.installation.listSetAside() == [])
        #expect(try house.verified() == house.installation.log.head().size)
    }

    @Test("A sale that stands at a bid beyond reckoning is ended by the county, and the register is free for the next")
    func beyondReckoning() async throws {
        let house = try opened("reckoning", at: "2019-03-26T09:00:00+08:00")
        defer { try? FileManager.default.removeItem(at: house.folder) }
        #expect(try state(house) == "awardProposed")
        let end: [String: JSON] = ["lot": "luxian-2019", "cause": "otherLegal", "reasons": "报价超出可计算范围"]
        #expect(try await give(house, "luxian-review", "exchange.terminateLot", end) == nil)
        #expect(try state(house) == "terminated")
        let reserved: Int64 = try house.database.read {
            try $0.get("SELECT COUNT(*) FROM asset WHERE id = 'tanba-20mu' AND reserved_by IS NOT NULL")
        }
        #expect(reserved == 0)
        #expect(try house.verified() == house.installation.log.head().size)
    }
}
