import Foundation
import Kernel
import Registry
import Storage
import StorageSQLite
import TestSupport
import Testing

@testable import Cleanup

/// The clean-up of Xijiaokou township in 2022 as it was reported, with generated contracts (case_studies.csv, R1).
@Suite("A campaign of clean-up")
struct CampaignTests {
    private static let bodies: [(id: String, count: Int)] = [
        ("household", 1_184), ("village", 47), ("group", 9), ("township", 2),
    ]

    private static func named<Named>(_ text: String) -> Identifier<Named> { Identifier(text) ?? .example }

    private static let clerk = Principal(
        person: named("clerk"), role: .stationAgent, office: named("desk"), division: .root)

    private let runner: ModuleRunner<Cleanup>

    init() throws {
        let database = try temporaryDatabase(Registry.migrations + Cleanup.migrations)
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO division (id, parent, path, level, kind, name, code, opened) VALUES
                    ('p', NULL, '/p/', 'province', 'province', '山西省', '14', '2017-01-01'),
                    ('x', 'p', '/p/x/', 'township', 'township', '西交口乡', '141022204', '2017-01-01')
                """)
            for body in Self.bodies {
                try tx.run(
                    """
                    INSERT INTO organisation (id, division, kind, name) VALUES (\(body.id), 'x', 'collective', \(body.id))
                    """)
            }
            try tx.run(
                """
                INSERT INTO resolution (id, organisation, matter, body, entitled, present, in_favour, resolved_on)
                VALUES ('res', 'household', 'assetLease', 'assembly', 100, 90, 80, '2022-05-01')
                """)
        }
        runner = ModuleRunner(database, now: Instant("2022-05-02T09:00:00+08:00")!)
    }

    /// Over term 122, group 6, oral 1; the others have no problem.
    private static func problem(_ number: Int) -> [ProblemCode] {
        switch number {
        case ..<122: [.overTerm]
        case 122..<128: [.undecided]
        case 128: [.oral]
        default: []
        }
    }

    private func enter() throws {
        var number = 0
        for body in Self.bodies {
            for _ in 0..<body.count {
                var contract = FoundContract()
                contract.object = "地块\(number)"
                contract.annual = Money(fen: 50_000)
                contract.area = Area(mu: 2)
                let row = ContractSheet.Row(row: number + 1, key: "s\(number)", contract: contract, unread: [])
                try runner.give(
                    EnterFoundContract(
                        foundCase: Self.named("x-\(number)"), organisation: Self.named(body.id), terms: FoundTerms(row),
                        lessee: nil, problems: Self.problem(number)), by: Self.clerk)
                number += 1
            }
        }
    }

    @Test("1,242 contracts, 129 with problems (1 oral, 6 group, 122 over term); before and after are sums of events")
    func xijiaokou() throws {
        try enter()
        var figures = try runner.database.read { try CaseQueries.figures(within: "/p/x/", in: $0) }
        #expect(figures.contracts == 1_242 && figures.withProblems == 129)
        #expect(figures.byCode == [.overTerm: 122, .undecided: 6, .oral: 1])
        #expect(Double(figures.withProblems) / Double(figures.contracts) > 0.1038)
        #expect(figures.annualBefore.fen == 1_242 * 50_000 && figures.annualAfter == figures.annualBefore)
        for number in 0..<129 {
            let id: CaseID = Self.named("x-\(number)")
            try runner.give(
                PlanContract(foundCase: id, plan: .supplement, due: CivilDate("2022-12-31")!), by: Self.clerk)
            try runner.give(
                CloseContractCase(
                    foundCase: id, resolution: Self.named("res"), annualFen: Amount(Money(fen: 80_000)),
                    collectedFen: number == 0 ? Amount(Money(fen: 2_300_000)) : nil), by: Self.clerk)
        }
        figures = try runner.database.read { try CaseQueries.figures(within: "/p/x/", in: $0) }
        #expect(figures.closed == 129 && figures.planned == 0)
        #expect(figures.annualBefore.fen == 1_242 * 50_000)
        #expect(figures.annualAfter.fen == 1_242 * 50_000 + 129 * 30_000)
        #expect(figures.collected.fen == 2_300_000)
        let events = runner.all(ContractCaseClosed.self)
        #expect(events.reduce(Int64(0)) { $0 + $1.collected.fen } == figures.collected.fen)
        #expect(events.reduce(Int64(0)) { $0 + $1.annual.fen } + (1_242 - 129) * 50_000 == figures.annualAfter.fen)
    }
}
