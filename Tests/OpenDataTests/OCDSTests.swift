import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Exchange
@testable import ExchangeTests
@testable import OpenData
@testable import Registry

/// Three lots of one village: one sold and signed, one at which nobody bid, one that is running.
struct OCDSVillage {
    let installation: TestInstallation
    static let publisher = OCDSPublisher(prefix: "ocds-qianmo", name: "Changzhi", site: "https://exchange.example")
    static let failed: LotID = Village.id("L2")
    static let running: LotID = Village.id("L3")
    static let pond: AssetID = Village.id("pond")

    init() throws {
        installation = try TestInstallation()
        try sell()
        try installation.register(
            RegisterAsset(
                asset: Self.pond,
                card: AssetCard(
                    owner: TestInstallation.collective, division: TestInstallation.village, assetClass: .dry,
                    kind: .resource,
                    name: "河西十亩", area: Area(mu: 10), right: .contractedManagement,
                    rightUntil: Village.day("2057-12-31"), use: "粮食",
                    parcel: [(1, 1), (1, 801), (801, 801)].map { ParcelPoint(x: 400_000 + $0.0, y: 30_000 + $0.1) })))
        try open(Self.failed)
        try installation.wait(until: installation.now.adding(seconds: 86_400))
        try open(Self.running)
        for bidder in 1...2 { try bid(Self.running, 80_000 + 2_000 * Int64(bidder), by: bidder) }
    }

    private func open(_ lot: LotID) throws {
        try installation.list(Village.terms(area: Area(mu: 10), startsOn: nil, years: 10), lot: lot, asset: Self.pond)
        try installation.admit(2, lot: lot)
        try installation.wait(until: try #require(try installation.view(lot).opensAt))
    }

    private func bid(_ lot: LotID, _ price: Int64, by bidder: Int) throws {
        installation.now = installation.now.adding(seconds: 30)
        try installation.give(
            PlaceBid(lot: lot, price: Money(fen: price)), by: Village.principal(.bidder, "person\(bidder)"))
    }

    private func sell() throws {
        try installation.list(Village.terms(startsOn: Village.day("2026-06-01")))
        try installation.admit(3)
        try installation.sell()
        try installation.give(PublishResult(lot: Village.lot), by: Village.agent)
        try installation.wait(until: installation.now.adding(days: 20))
        try installation.give(SignContract(lot: Village.lot), by: Village.agent)
        let signed = try #require(installation.all(ContractSigned.self).first)
        // What the policy hands to the register.
        try installation.register(
            RegisterContract(
                contract: signed.contract,
                terms: ContractTerms(
                    lot: Village.lot, asset: TestInstallation.asset, lessor: TestInstallation.collective,
                    lessee: signed.lessee,
                    category: .a1, way: .assignment, start: signed.startsOn, end: signed.endsOn,
                    unitPrice: signed.price, total: signed.total, instalments: signed.instalments, use: "粮食")),
            by: Village.system)
    }

    func read(_ lot: LotID) throws -> OCDSLot {
        try #require(try installation.database.read { try OCDSQueries.find(lot, in: $0) })
    }

    func releases(_ lot: LotID) throws -> [JSON] { OCDSRelease.all(of: try read(lot), Self.publisher) }
}

@Suite("Open contracting data")
struct OCDSTests {
    @Test(
        "Every address of ours that a package names is served: the extension, its schema and codelists, the package itself"
    )
    func served() throws {
        let installation = try TestInstallation.sold()
        let table = try RouteTable(OpenData.routes(database: installation.database))
        let site = "https://lease.example.cn"
        func get(_ address: String) throws -> [UInt8]? {
            guard case .found(let route, let parameters) = table.match("GET", String(address.dropFirst(site.count))),
                case .file(_, let read) = route.handler,
                case .file(let bytes, _) = try read(
                    PageRequest(path: route.path, parameters: parameters, now: installation.now, origin: site))
            else { return nil }
            return bytes
        }
        let address = "\(site)/ocds/records/L1.json"
        let package = try JSON(parsing: try #require(try get(address)))
        #expect(package["uri"]?.string == address)
        let own = try #require(package["extensions"]?.array?.compactMap(\.string).first { $0.hasPrefix(site) })
        let description = try JSON(parsing: try #require(try get(own)))
        let folder = String(own.dropLast("extension.json".count))
        for name in try #require(description["schemas"]?.array).compactMap(\.string) {
            #expect(try JSON(parsing: try #require(try get(folder + name)))["definitions"] != nil)
        }
        let codelists = try #require(description["codelists"]?.array).compactMap(\.string)
        #expect(codelists.count == 4)
        for name in codelists { #expect(try get(folder + "codelists/" + name)?.isEmpty == false, "\(name)") }
        #expect(try get("\(site)/ocds/releases/L1.json") != nil)
        #expect(try get("\(site)/ocds/releases/L2.json") == nil && get("\(site)/ocds/releases/L1") == nil)
        #expect(try get(folder + "codelists/other.csv") == nil)
    }

    @Test("A sold lot's releases follow its life, and each says only what was known")
    func soldLife() throws {
        let village = try OCDSVillage()
        let releases = try village.releases(Village.lot)
        let tags = releases.map { $0["tag"]?.array?.compactMap(\.string) ?? [] }
        #expect(
            tags == [
                ["planning", "tender"], ["tenderUpdate"], ["tenderUpdate"], ["award"], ["awardUpdate"], ["contract"],
            ])
        #expect(releases[0]["bids"] == nil && releases[0]["tender"]?["numberOfTenderers"] == nil)
        #expect(releases[1]["tender"]?["numberOfTenderers"] == 3)
        #expect(releases[2]["bids"]?["details"]?.array?.count == 21)
        #expect(releases[3]["awards"]?.array?.first?["status"] == "pending")
        let dates = releases.compactMap { $0["date"]?.string }
        #expect(dates == dates.sorted() && dates.count == 6)
        #expect(Set(releases.compactMap { $0["id"]?.string }).count == 6)
    }

    @Test("Merged, the sold lot has its price, its term and its payments to the fen, and a covered name")
    func soldCompiled() throws {
        let village = try OCDSVillage()
        let compiled = try #require(OCDSMerge.compiled(try village.releases(Village.lot)))
        #expect(compiled["ocid"] == "ocds-qianmo-L1" && compiled["tag"] == ["compiled"])
        let award = try #require(compiled["awards"]?.array?.first)
        #expect(award["status"] == "active")
        #expect(award["value"]?["amount"] == .decimal(units: 72_000_000, scale: 2))
        let contract = try #require(compiled["contracts"]?.array?.first)
        let payments = try #require(contract["ruralLease"]?["payments"]?.array)
        #expect(
            payments.map { $0["value"]?["amount"] }
                == [28_800_000, 21_600_000, 21_600_000].map {
                    .decimal(units: $0, scale: 2)
                })
        #expect(contract["period"]?["endDate"] == "2056-05-31T23:59:59.000+08:00")
        #expect(compiled["tender"]?["awardCriteria"] == "highestPrice")
        #expect(compiled["tender"]?["ruralLease"]?["direction"] == "highestPrice")
        #expect(award["suppliers"]?.array?.first?["name"] == "王**")
        #expect(!compiled.canonicalText.contains("王小明") && !compiled.canonicalText.contains("person"))
    }

    @Test("A failed lot ends unsuccessful without an award; a running one shows neither bids nor names")
    func others() throws {
        let village = try OCDSVillage()
        let failed = try #require(OCDSMerge.compiled(try village.releases(OCDSVillage.failed)))
        #expect(failed["tender"]?["status"] == "unsuccessful" && failed["awards"] == nil)
        let running = try #require(OCDSMerge.compiled(try village.releases(OCDSVillage.running)))
        #expect(running["tender"]?["status"] == "active" && running["bids"] == nil)
        #expect(running["tender"]?["ruralLease"]?["parcel"]?["gridCorners"]?.array?.count == 3)
    }

    @Test("A lot without a notice is nobody's business")
    func drafts() throws {
        let installation = try TestInstallation()
        try installation.give(
            DraftLot(
                lot: Village.lot, asset: TestInstallation.asset, organisation: TestInstallation.collective,
                terms: Village.terms(startsOn: nil)),
            by: Village.clerk)
        let (releases, records, lots) = try installation.database.read { tx in
            (
                try OCDSExport.releasePackage(lot: Village.lot, publisher: OCDSVillage.publisher, in: tx),
                try OCDSExport.recordPackage(lot: Village.lot, publisher: OCDSVillage.publisher, in: tx),
                try OCDSQueries.listPublic(in: tx)
            )
        }
        #expect(releases == nil && records == nil && lots.isEmpty)
    }

    @Test("Works and purchases are bought: the lowest price wins, and that is price only")
    func buying() throws {
        let terms = Village.terms(
            category: .e1, mode: .reverse, startsOn: nil, years: 1, start: 10_000_000, unit: .fenTotal)
        let lot = OCDSLot(
            lot: Village.lot, state: .listed, terms: terms, expectedTotal: Money(fen: 10_000_000), resolution: nil,
            asset: .init(
                id: TestInstallation.asset, name: "road", villageName: "Tanba", villageCode: "140421100201",
                rightUntil: nil,
                corners: []), owner: .init(id: "tanba", name: "Tanba", creditCode: nil),
            notices: [
                .init(
                    number: 1, isResult: false, title: Message(zh: "公告", en: "Notice"),
                    publishedAt: Village.at("2026-03-02T09:00:00+08:00"),
                    endsAt: Village.at("2026-03-20T18:00:00+08:00"))
            ], steps: [], bidders: 0, paddle: nil, price: nil, total: nil, bids: [], contract: nil)
        let release = try #require(OCDSRelease.all(of: lot, OCDSVillage.publisher).first)
        #expect(release["tender"]?["awardCriteria"] == "priceOnly" && release["buyer"]?["id"] == "tanba")
        #expect(release["tender"]?["mainProcurementCategory"] == "works")
        #expect(release["tender"]?["value"]?["amount"] == .decimal(units: 10_000_000, scale: 2))
    }
}

@Suite("Open contracting data before its judge")
struct OCDSJudgeTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let tools = root.appendingPathComponent(".build/venv/bin")
    private static var isReady: Bool {
        FileManager.default.isExecutableFile(atPath: tools.appendingPathComponent("libcoveocds").path)
            && FileManager.default.isExecutableFile(atPath: tools.appendingPathComponent("pytest").path)
            && sharedData("ocds/schema") != nil
    }

    @Test(
        "libcoveocds finds no error and no unknown field, and ocdskit compiles the same release",
        .enabled(
            if: isReady, "needs .build/venv with libcoveocds and ocdskit (scripts/install.sh test) and ../shared/data"))
    func judged() throws {
        let village = try OCDSVillage()
        let folder = Self.root.appendingPathComponent(".build/ocds")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try village.installation.database.read { tx in
            let all = try OCDSQueries.listPublic(in: tx).compactMap { try OCDSQueries.find($0, in: tx) }
            #expect(all.count == 3)
            try write(
                OCDSExport.releasePackage(all, OCDSVillage.publisher),
                folder.appendingPathComponent("all-releases.json"))
            try write(
                OCDSExport.recordPackage(all, OCDSVillage.publisher), folder.appendingPathComponent("all-records.json"))
        }
        let (status, output) = try judge(folder)
        #expect(status == 0, "\(output)")
    }

    private func write(_ package: JSON?, _ file: URL) throws {
        try Data(try #require(package).canonicalBytes).write(to: file)
    }

    private func judge(_ folder: URL) throws -> (Int32, String) {
        let process = Process()
        process.executableURL = Self.tools.appendingPathComponent("pytest")
        process.arguments = [
            "-q", "-p", "no:cacheprovider", Self.root.appendingPathComponent("Tests/ocds/judge.py").path,
        ]
        var environment = ProcessInfo.processInfo.environment
        environment["QIANMO_OCDS"] = folder.path
        environment["QIANMO_OCDS_SECRETS"] = "王小明,6222,person1,person2,person3"
        if let shared = sharedData("ocds") {
            environment["QIANMO_SHARED"] = shared.deletingLastPathComponent().deletingLastPathComponent().path
        }
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
