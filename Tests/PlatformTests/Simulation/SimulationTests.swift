import Foundation

@testable import Platform
import Storage
import TestSupport
import Testing

/// `make simulate SEEDS=…` lives through more counties, `make simulate SEED=…` through one again.
@Suite("A whole county, simulated from a seed") struct SimulationTests {
    private static let environment = ProcessInfo.processInfo.environment

    private static var seeds: [Int] {
        if let one = environment["QIANMO_SEED"].flatMap(Int.init) { return [one] }
        return Array(0..<(environment["QIANMO_SEEDS"].flatMap(Int.init) ?? 1_000))
    }

    @Test("whatever people do, in whatever order, nothing that must hold is ever broken")
    func counties() async throws {
        let scratch = try Scratch(.qianmo)
        var pasts: [Int: Simulation.Past] = [:]
        var (commands, kinds, refusals) = (0, [String: Int](), [Int: Int]())
        for seed in Self.seeds {
            let number = seed % Simulation.pasts
            if pasts[number] == nil {
                let (past, wrong) = try await Simulation.past(number)
                try #require(wrong == [], "the past of seed \(seed)")
                pasts[number] = past
            }
            let past = try #require(pasts[number])
            var life = try Simulation(past, seed: UInt64(seed))
            try await life.live(groups: 5)
            var wrong = life.wrong
            if wrong.isEmpty, seed % 20 == 0 || Self.seeds.count == 1, let finding = try life.verified(scratch) {
                wrong.append(finding)
            }
            commands += life.commands
            for (kind, count) in life.kinds { kinds[kind, default: 0] += count - (past.watch.kinds[kind] ?? 0) }
            for (number, count) in life.refusals {
                refusals[number, default: 0] += count - (past.watch.refusals[number] ?? 0)
            }
            guard wrong.isEmpty else {
                Issue.record("seed \(seed) (make simulate SEED=\(seed)): \(wrong.prefix(5))")
                break
            }
        }
        let told = kinds.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let refused = refusals.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        print("refused: \(refused.joined(separator: ", "))")
        print("simulated \(Self.seeds.count) counties, \(commands) commands: \(told.joined(separator: ", "))")
        guard Self.seeds.count >= 1_000 else { return }
        for kind in [
            "exchange.bidPlaced", "exchange.auctionEnded", "exchange.contractSigned", "exchange.objectionRaised",
            "exchange.depositRefunded", "exchange.offersOpened", "ledger.instalmentSettled", "ledger.voucherPosted",
        ] { #expect(kinds[kind, default: 0] >= 10, "\(kind) hardly ever happened") }
        // A list comes once a year: most are brought in during the pasts, which the lives share.
        let lists = pasts.values.count { $0.watch.kinds["registry.calendarAnnounced", default: 0] > 0 }
        #expect(lists >= 3 && kinds["registry.calendarAnnounced", default: 0] > 0, "of \(pasts.count) pasts \(lists)")
    }

    @Test("a sale, a claim and a notice whose acts of the clock are taken away are named as dead ends")
    func deadEnds() async throws {
        let practice = try PracticeHouse()
        let lines = try PracticeHouse.text("luxian-2019.jsonl").split(separator: "\n").map { String($0) }
        let end = try #require(lines.firstIndex { $0.contains("exchange.publishNotice") })
        _ = try await practice.run(text: lines[...end].joined(separator: "\n"))
        #expect(try practice.installation.database.read { try WaysOn.missing(in: $0) } == [])
        try practice.installation.database.write { try $0.run("DELETE FROM due_command") }
        let found = try practice.installation.database.read { try WaysOn.missing(in: $0) }
        #expect(found.contains { $0.hasPrefix("lot luxian-2019 is listed") })
        #expect(found.contains { $0.hasSuffix("never closes") })
    }

    /// States of things under way that the demo county does not come to by itself, put into its tables.
    private static let made: [SQL] = [
        "UPDATE assembly_meeting SET is_closed = 0 WHERE id = (SELECT MIN(id) FROM assembly_meeting)",
        """
        INSERT INTO voucher_draft (draft, organisation, month, date, summary, attachments, maker, maker_person, state)
        SELECT 'draft-made', 'hetou-collective', 24323, '2026-11-20', 's', 0, id, person, 'made' FROM office
        WHERE id = 'hetou-accountant'
        """,
        """
        INSERT INTO claim (claim, organisation, date, matter, payee, amount_fen, photo, state, steps, entry)
        VALUES ('claim-made', 'hetou-collective', '2026-11-20', 'm', 'p', 5, 'x', 'submitted', 'check', 1)
        """,
        """
        INSERT INTO waste_haulage (id, division, hauler, payer, agent, basis, price_fen, from_day, until_day)
        SELECT 'haulage-made', division, id, id, 'nobody', 'ton', 5, '2026-01-01', '2026-12-31' FROM organisation
        WHERE id = 'hetou-collective'
        """,
        """
        INSERT INTO waste_settlement (haulage, month, phase, tickets, kilograms, due_fen, deducted_fen, drafted_at)
        VALUES ('haulage-made', '2026-10', 'agreed', 1, 1, 1, 0, 1)
        """,
        """
        INSERT INTO found_contract (id, organisation, division, sheet_row, in_group, number, object, display_name,
            category, unread, problems, is_closed, collected)
        SELECT 'found-made', id, division, 1, '', '', 'o', 'n', 'c', '', 0, 0, 0 FROM organisation
        WHERE id = 'hetou-collective'
        """,
        """
        INSERT INTO land_bill (id, organisation, division, household, display_name, category, found, guide_price,
            months, is_hardship, free_area, hardship, discount_days, discount_first, discount_second, discount_third,
            price_basis, billed, billed_on)
        SELECT 'bill-made', id, division, 'h', 'n', 'c', 1, 1, 12, 0, 0, 0, 10, 0, 0, 0, 'b', 1, '2026-11-20'
        FROM organisation WHERE id = 'hetou-collective'
        """,
        """
        INSERT INTO census (id, organisation, division, as_of, is_closed)
        SELECT 'census-made', id, division, '2026-01-01', 0 FROM organisation WHERE id = 'hetou-collective'
        """,
        """
        INSERT INTO cleanup_claim (id, organisation, division, side, party, display_name, kind, opening, amount_left,
            arose, due, proof, is_disputed)
        SELECT 'debt-made', id, division, 'claim', 'h', 'h', 'rent', 5, 5, '2026-01-01', '2026-01-01', 'note', 0
        FROM organisation WHERE id = 'hetou-collective'
        """,
    ]

    @Test("nothing in the demo county stands in a dead end after any of its events, and every kind of thing can")
    func roads() async throws {
        let practice = try PracticeHouse()
        let database = practice.installation.database
        var (steps, wrong) = (0, [String]())
        let scenario = DemoCounty.scenario(endingAt: DemoHouse.base)
        _ = try await ScenarioRunner(practice.installation, clock: practice.clock).run(scenario) { step in
            steps += 1
            guard wrong.isEmpty else { return }
            do {
                wrong = try database.read { try WaysOn.missing(in: $0) }.map { "after \(step.line.command): \($0)" }
            } catch { wrong = ["\(error)"] }
        }
        #expect(steps > 700 && wrong.isEmpty, "\(wrong)")
        // The control: with nobody at any desk and no act due, each kind is named.
        try database.write { tx in
            for sql in Self.made { try tx.run(sql) }
        }
        #expect(try database.read { try WaysOn.missing(in: $0) } == [])
        try database.write { tx in
            try tx.run("UPDATE office SET is_open = 0")
            try tx.run("DELETE FROM due_command")
        }
        let found = try database.read { try WaysOn.missing(in: $0) }
        for road in WaysOn.roads(at: DemoHouse.base) {
            #expect(found.contains { $0.hasPrefix("\(road.kind) ") }, "no \(road.kind) under way")
        }
    }

    @Test("a voucher whose second pair of eyes is its maker's own is named as a dead end")
    func secondEyes() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let database = practice.installation.database
        #expect(try database.read { try WaysOn.missing(in: $0) } == [])
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO voucher_draft (draft, organisation, month, date, summary, attachments, maker, maker_person,
                    state)
                SELECT 'd', 'tanba-collective', 24228, '2019-01-01', 's', 0, o.id, o.person, 'made'
                FROM office o WHERE o.id = 'tanba-accountant'
                """)
        }
        #expect(try database.read { try WaysOn.missing(in: $0) } == [])
        try database.write { try $0.run("UPDATE office SET is_open = 0 WHERE id <> 'tanba-accountant'") }
        let found = try database.read { try WaysOn.missing(in: $0) }
        #expect(found.contains("draft d is made and nobody can move it"), "\(found)")
    }

    @Test("the same seed lives the same life")
    func replays() async throws {
        let (past, wrong) = try await Simulation.past(0)
        #expect(wrong == [])
        var lives: [[String: Int]] = []
        for _ in 0..<2 {
            var life = try Simulation(past, seed: 4_711)
            try await life.live(groups: 12)
            lives.append(life.kinds)
        }
        #expect(lives[0] == lives[1])
    }
}
