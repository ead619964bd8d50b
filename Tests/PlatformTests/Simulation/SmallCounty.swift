import Kernel
@testable import Platform

/// The places, desks and parties of a simulated county: three villages with a collective each, five who bid.
enum SmallCounty {
    static let villages = ["510521111207", "510521111208", "510521111209"]
    static let bidders = ["b0", "b1", "b2", "b3", "b4"]
    /// Nine in the morning of a Friday.
    static let start = Instant(milliseconds: 1_551_402_000_000)

    static func collective(_ village: Int) -> String { "collective-\(village)" }
    static func assets(_ village: Int) -> [String] { (0..<4).map { "field-\(village)-\($0)" } }

    /// What stands before the first day.
    static var lines: [Scenario.Line] {
        var lines: [Scenario.Line] = []
        func give(_ office: String, _ command: String, _ arguments: [String: JSON]) {
            guard let office = OfficeID(office) else { preconditionFailure("\(office) is well formed") }
            lines.append(
                Scenario.Line(
                    number: lines.count, at: start.adding(seconds: Int64(lines.count)), office: office,
                    command: command, arguments: .object(arguments), key: "before-\(lines.count)"))
        }
        func open(_ office: String, _ role: Role, _ division: String, _ person: String? = nil) {
            give(
                "admin", "registry.openOffice",
                [
                    "office": .string(office), "role": .string(role.rawValue), "division": .string(division),
                    "person": .string(person ?? "staff-\(office)"), "title": .string(office),
                ])
        }
        give(
            "admin", "registry.importDivisions",
            ["codeSystem": "statistical", "asOf": "2019-01-01", "rows": .array(places)])
        open("intake", .countyOfficer, "p510521")
        open("review", .stationReviewer, "p510521")
        open("release", .countyReleaser, "p510521")
        open("supervisor", .supervisor, "p510521")
        open("station", .stationAgent, "p510521111")
        for (number, village) in villages.enumerated() {
            open("clerk-\(number)", .villageClerk, "p\(village)")
            open("accountant-\(number)", .villageAccountant, "p\(village)")
            give(
                "station", "registry.registerOrganisation",
                [
                    "organisation": .string(collective(number)), "division": .string("p\(village)"),
                    "kind": "collective", "name": .string("第\(number)村集体经济组织"),
                ])
            give(
                "accountant-\(number)", "ledger.openBooks",
                [
                    "organisation": .string(collective(number)), "startDate": "2019-03-01",
                    "openings": .array([
                        ["account": "102", "debitFen": 50_000_000], ["account": "301", "creditFen": 50_000_000],
                    ]),
                ])
            for asset in assets(number) {
                give(
                    "clerk-\(number)", "registry.registerAsset",
                    [
                        "asset": .string(asset), "owner": .string(collective(number)),
                        "division": .string("p\(village)"), "class": "irrigated", "kind": "resource",
                        "name": .string(asset), "area": 200_000, "right": "ownership", "use": "wheat",
                    ])
            }
            give(
                "clerk-\(number)", "registry.recordResolution",
                [
                    "resolution": .string("resolution-\(number)"), "organisation": .string(collective(number)),
                    "matter": "outsiderContracting", "body": "assembly", "entitled": 90, "present": 71,
                    "inFavour": 68, "date": "2019-02-27",
                    "evidence": .array([.string(String(repeating: "5a", count: 32))]),
                ])
        }
        for (number, bidder) in bidders.enumerated() {
            let identity = IdentityNumber.completing("51052119800101\(100 + number)")
            give(
                "station", "registry.registerParty",
                [
                    "party": .string(bidder), "kind": "person", "name": .string("Farmer \(number)"),
                    "identityNumber": .string(identity?.revealed ?? ""),
                    "phone": .string("138\(10_000_000 + number * 7_919)"), "division": "p510521111",
                ])
            open("\(bidder)-account", .bidder, "p510521111", bidder)
        }
        open("villager", .villager, "p\(villages[0])")
        return lines
    }

    private static var places: [JSON] {
        func row(_ code: String, _ name: String, _ level: String, _ parent: String, _ kind: String) -> JSON {
            [
                "code": .string(code), "name": .string(name), "level": .string(level), "parent": .string(parent),
                "kind": .string(kind),
            ]
        }
        return [
            row("510000000000", "四川省", "province", "", "province"),
            row("510500000000", "泸州市", "prefecture", "510000000000", "prefecture"),
            row("510521000000", "泸县", "county", "510500000000", "county"),
            row("510521111000", "喻寺镇", "township", "510521000000", "town"),
        ] + villages.enumerated().map { row($1, "第\($0)村", "village", "510521111000", "village") }
    }
}
