import Foundation
import Kernel
import Registry
import Storage
import Testing
import Web

@testable import Exchange

@Suite("A lot for programs elsewhere")
struct OCDSTests {
    static func signed() throws -> TestHouse {
        let house = try LifeTests.sold()
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        try house.wait(until: house.now.adding(seconds: 20 * 86_400))
        try house.give(SignContract(lot: Village.lot), by: Village.agent)
        return house
    }

    /// `QIANMO_WRITE_OCDS=DIR` keeps both packages for libcoveocds.
    @Test("A release names the lot, its bids under paddles, the award and the contract, and compiles to itself")
    func release() throws {
        let house = try Self.signed()
        let view = try house.view()
        let export = OCDSExport(base: "https://example.org", publishedAt: house.now)
        let release = export.release(view)
        #expect(release["ocid"]?.string == "ocds-qianmo-L1")
        #expect(release["tag"]?.array?.compactMap(\.string) == ["tender", "award", "contract"])
        #expect(release["bids"]?["details"]?.array?.count == 21)
        #expect(release["awards"]?.array?.first?["value"]?["amount"] == .decimal(units: 72_000_000, scale: 2))
        #expect(release["tender"]?["awardCriteria"] == nil)
        #expect(release["tender"]?["ruralLease"]?["direction"]?.string == "highest")
        let compiled = export.compiled(view)
        #expect(compiled["tender"] == release["tender"] && compiled["tag"]?.array == [.string("compiled")])
        let text = export.recordPackage([view]).canonicalText
        #expect(!text.contains("person1") && text.contains("王**"))
        if let folder = ProcessInfo.processInfo.environment["QIANMO_WRITE_OCDS"] {
            let releases = export.releasePackage([view]).canonicalText
            try Data(releases.utf8).write(to: URL(fileURLWithPath: folder + "/releases.json"))
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/records.json"))
        }
    }

    @Test("Supervisors see what stands out, everyone sees the guide prices, in both languages")
    func supervision() throws {
        let house = try Self.signed()
        try GuidePriceTests.publish(in: house, floor: 50_000)
        let routes = Exchange.routes(database: house.database)
        for (path, role) in [("/exchange/flags", Role.supervisor), ("/guide-prices", .villager), ("/lots", .villager)] {
            for language in Language.allCases {
                let route = try #require(routes.first { $0.path == path })
                guard case .page(let page) = route.handler else {
                    Issue.record("\(path) is no page")
                    continue
                }
                let request = PageRequest(
                    path: path, language: language, now: house.now,
                    principal: Principal(
                        person: Village.id("s"), role: role, office: Village.id("s"), division: Village.id("p140421")))
                guard case .page(let shown) = try page(request) else {
                    Issue.record("\(path) shows nothing")
                    continue
                }
                #expect(shown.body.markup.contains("<h1"))
            }
        }
    }
}
