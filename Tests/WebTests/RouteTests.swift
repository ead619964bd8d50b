import Kernel
import TestSupport
import Testing
import Web

/// Addresses: matched whole, decoded once, and every trick refused.
struct RouteTests {
    static func page(_ path: String) -> Route {
        Route(path, Message(zh: "页", en: "Page"), .everyone, .page { _ in .notFound })
    }

    static func form(_ path: String) -> Route {
        Route(
            path, Message(zh: "表", en: "Form"), .signedIn,
            .form(command: "a.b", page: { _ in .notFound }, done: { _, _ in "/" }))
    }

    private func table() throws -> RouteTable {
        try RouteTable([
            Self.page("/"), Self.page("/lots"), Self.page("/lots/new"), Self.page("/lots/{lot}"),
            Self.form("/lots/{lot}/bids"), Self.page("/lots/new/help"), Self.page("/api/openapi.json"),
        ])
    }

    private func found(_ table: RouteTable, _ target: String, _ method: String = "GET") -> (String, [String: String])? {
        guard case .found(let route, let parameters) = table.match(method, target) else { return nil }
        return (route.path, parameters)
    }

    @Test("an address finds its route and its parameters, decoded once; words come before parameters")
    func matches() throws {
        let table = try table()
        #expect(found(table, "/")?.0 == "/")
        #expect(found(table, "/lots/new")?.0 == "/lots/new")
        #expect(found(table, "/lots/new/bids")?.1 == ["lot": "new"])
        #expect(found(table, "/lots/L-1")?.1 == ["lot": "L-1"])
        #expect(found(table, "/lots/%E4%B8%9C%20%25")?.1 == ["lot": "东 %"])
        #expect(found(table, "/lots/%252e%252e")?.1 == ["lot": "%2e%2e"])
        #expect(found(table, "/lots", "HEAD")?.0 == "/lots")
        #expect(found(table, "/lots/L1/bids", "POST")?.0 == "/lots/{lot}/bids")
        #expect(found(table, "/api/openapi.json")?.0 == "/api/openapi.json")
    }

    @Test("what is not there is not found, and a wrong method hears which are right")
    func misses() throws {
        let table = try table()
        for target in ["/lot", "/lots/", "/lots/L1/", "/lots/L1/bids/1", "/LOTS"] {
            guard case .notFound = table.match("GET", target) else {
                Issue.record("\(target)")
                continue
            }
        }
        guard case .methodNotAllowed([.get]) = table.match("POST", "/lots"),
            case .methodNotAllowed([.get, .post]) = table.match("DELETE", "/lots/L1/bids")
        else {
            Issue.record("wrong methods")
            return
        }
    }

    @Test(
        "path tricks are refused",
        arguments: [
            "", "lots", "//", "//lots", "/lots//L1", "/../etc", "/lots/..", "/lots/%2e%2e", "/lots/.%2E/x", "/./lots",
            "/lots/%2f",
            "/lots/a%2Fb", "/lots/%5c", "/lots\\..", "/lots/%00", "/lots/%0a", "/lots/%7f", "/lots/%ff", "/lots/%c0%af",
            "/lots/%",
            "/lots/%4", "/lots/%zz", "/lots/東", "/lots/a b", "/lots/a#b", "/lots/\u{0}",
            "/" + String(repeating: "a", count: 2_048),
            "/" + String(repeating: "a/", count: 33) + "a",
        ])
    func tricks(_ target: String) throws {
        guard case .badPath = try table().match("GET", target) else {
            Issue.record("\(target)")
            return
        }
    }

    @Test(
        "two routes for one address, names that differ and bad patterns are found when the house opens",
        arguments: [
            ["/a", "/a"], ["/a/{b}", "/a/{b}"], ["/a/{b}", "/a/{c}/d"], ["a"], ["/a//b"], ["/a/"], ["/a/{}"],
            ["/a/{b}/{b}"],
            ["/a b"], ["/a/.."], ["/a/{b}x"], ["/名"],
        ])
    func conflicts(_ paths: [String]) {
        #expect(throws: RouteTable.Conflict.self) { try RouteTable(paths.map(Self.page)) }
    }

    @Test("20,000 random addresses are each matched, missed or refused, never worse")
    func fuzz() throws {
        let table = try table()
        var random = SeededRandom(seed: 41)
        let seed = Array("/lots/%E4%B8%9C%20x/bids".utf8)
        var refused = 0
        for _ in 0..<20_000 {
            switch table.match("GET", String(decoding: random.mutated(seed), as: UTF8.self)) {
            case .found(_, let parameters):
                #expect(parameters.values.allSatisfy { !$0.isEmpty && !$0.contains("/") && $0 != ".." })
            case .badPath: refused += 1
            default: break
            }
        }
        #expect(refused > 1_000 && refused < 19_000)
    }

    @Test("an address is written with everything encoded that could mean something else")
    func writing() throws {
        #expect(Links.path("/lots/{lot}/bids", ["lot": "a/b 东"]) == "/lots/a%2Fb%20%E4%B8%9C/bids")
        #expect(Links.address("/lots", query: ["q": "a&b=c", "a": ""]) == "/lots?a=&q=a%26b%3Dc")
        let back = found(try table(), Links.path("/lots/{lot}", ["lot": "100%+~"]))
        #expect(back?.1 == ["lot": "100%+~"])
        #expect(try FormDecoding.query("q=" + Links.encoded("地 & 水+")) == ["q": "地 & 水+"])
    }

    @Test("a rule lets in whom it says")
    func rules() throws {
        let person = try #require(PersonID("p1"))
        let bidder = Principal(
            person: person, role: .bidder, office: try #require(OfficeID("bidder:1".replacing(":", with: "-"))),
            division: try #require(DivisionID("root")))
        #expect(
            Route.Rule.everyone.allows(nil) && !Route.Rule.signedIn.allows(nil) && Route.Rule.signedIn.allows(bidder))
        #expect(Route.Rule.roles([.bidder]).allows(bidder) && !Route.Rule.roles([.villager]).allows(bidder))
        #expect(!Route.Rule.roles([]).allows(bidder) && !Route.Rule.roles([.bidder]).allows(nil))
    }
}
