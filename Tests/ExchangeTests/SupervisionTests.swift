import Kernel
import Registry
import Storage
import Testing
import Web

@testable import Exchange

@Suite("Pages of those who watch")
struct SupervisionTests {
    static func signed() throws -> TestHouse {
        let house = try LifeTests.sold()
        try house.give(PublishResult(lot: Village.lot), by: Village.agent)
        try house.wait(until: house.now.adding(seconds: 20 * 86_400))
        try house.give(SignContract(lot: Village.lot), by: Village.agent)
        return house
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

    @Test("The guide prices are on top of their page, and so is that there are none yet")
    func guide() throws {
        let house = try Self.signed()
        func shown() throws -> String {
            let routes = Exchange.routes(database: house.database)
            guard case .page(let page)? = routes.first(where: { $0.path == "/guide-prices" })?.handler,
                case .page(let shown) = try page(PageRequest(path: "/guide-prices", now: house.now))
            else { return "" }
            return shown.body.markup
        }
        #expect(try shown().contains("<p class=\"answer\">还没有发布指导价</p>"))
        try GuidePriceTests.publish(in: house, floor: 50_000)
        #expect(try shown().contains("<p class=\"answer\">¥500.00 / 亩·年</p>"))
    }
}
