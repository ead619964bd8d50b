import Kernel
import Storage
import Testing
import Web

@testable import Exchange

@Suite("The page of the guide prices") struct GuidePricePageTests {
    private func shown(_ installation: TestInstallation, _ language: Language = .chinese) throws -> String {
        let route = try #require(Exchange.routes(database: installation.database).first { $0.path == "/guide-prices" })
        guard case .page(let page) = route.handler,
            case .page(let shown) = try page(PageRequest(path: route.path, language: language, now: installation.now))
        else { return "" }
        return shown.body.markup
    }

    @Test("The guide prices are on top of their page, and so is that there are none yet")
    func answer() throws {
        let installation = try TestInstallation()
        #expect(try shown(installation).contains("<p class=\"answer\">还没有发布指导价</p>"))
        try GuidePriceTests.publish(in: installation, floor: 50_000)
        #expect(try shown(installation).contains("<p class=\"answer\">¥500.00 / 亩·年</p>"))
        #expect(try shown(installation, .english).contains("¥500.00"))
    }
}
