import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Platform

/// One box over all rooms: what everybody finds, and what nobody finds by it.
@Suite("Search over all rooms") struct SearchTests {
    private static func search(_ words: String, as person: Principal?, _ practice: PracticeHouse) throws -> String {
        for room in InstallationPlan.qianmo.rooms {
            for route in room.routes(practice.installation.database, practice.installation.log)
            where route.path == SearchPage.path {
                guard case .page(let show) = route.handler else { continue }
                let request = PageRequest(
                    path: route.path, query: ["q": words], now: practice.clock.now(), principal: person)
                if case .page(let page) = try show(request) { return page.body.markup }
            }
        }
        return ""
    }

    @Test("Places, lots, cards and notices are found by part of a name; nothing found says what to do")
    func finds() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let found = try Self.search("谭坝", as: nil, practice)
        for path in ["/places/", "/lots/luxian-2019", "/assets/", "/notices/"] {
            #expect(found.contains(path), "\(path)")
        }
        let none = try Self.search("没有这个名字", as: nil, practice)
        #expect(none.contains("没有找到") && none.contains("href=\"/places\""))
        // A sign of a pattern is a sign like any other.
        #expect(try Self.search("%", as: nil, practice).contains("没有找到"))
    }

    @Test("Nobody finds a person by their name; parties stand, covered, before the desks of their places alone")
    func persons() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let (party, covered): (String, String) = try practice.installation.database.read { tx in
            let row = try #require(try tx.first("SELECT id, display_name FROM party ORDER BY id LIMIT 1"))
            return (try row.get(0), try row.get(1))
        }
        let clerk = try #require(try practice.installation.findPrincipal(office: OfficeID("tanba-clerk") ?? .example))
        #expect(try !Self.search(party, as: nil, practice).contains("/parties"))
        #expect(try Self.search(party, as: Principal.administrator, practice).contains("/parties?q=\(party)"))
        let villager = Principal(
            person: PersonID("nobody") ?? .example, role: .villager, office: OfficeID("nobody") ?? .example,
            division: clerk.division)
        #expect(try !Self.search(covered, as: villager, practice).contains("/parties"))
    }

    @Test("The log of one thing holds its entries and no others, page by page, however long the log is")
    func logOfOne() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let log = practice.installation.log
        let written: [Int64] = try practice.installation.database.read { tx in
            var indexes: [Int64] = []
            try tx.each("SELECT entry FROM log_entry WHERE stream = 'lot/luxian-2019' ORDER BY entry DESC") {
                indexes.append($0.integer(0))
            }
            return indexes
        }
        #expect(written.count > 10)
        var found: [Int64] = []
        var end: Int64? = try log.head().size
        while let before = end {
            let part = try log.leaves(of: "lot/luxian-2019", before: before, limit: 4)
            found += part.leaves.map(\.index)
            end = part.earlier
        }
        #expect(found == written)
        // The name of another lot may begin alike.
        #expect(try log.leaves(of: "lot/luxian", before: log.head().size, limit: 4).leaves.isEmpty)
    }
}
