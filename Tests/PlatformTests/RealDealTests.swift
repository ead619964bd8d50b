import Exchange
import Foundation
import Kernel
import Ledger
import Registry
import Storage
import TestSupport
import Testing

@testable import Platform

/// Every lot of the collected real deals that gives enough figures runs as a scenario to its reported total. Not enough give:
/// `baisha-1` (neither area nor term), `wangcheng` (no price; eight parcels in one line), `lixian-changle` (neither area nor
/// term; a debt set off by hand, not a trade) and `ningchegu-2018` (the sum of nineteen deals).
@Suite("Real deals, run to their reported totals") struct RealDealTests {
    struct Deal: Sendable, CustomTestStringConvertible {
        let file: String
        let lot: String
        let contract: String
        /// Fen.
        let total: Int64
        let yearly: [Int64]
        let refused: [String]
        var testDescription: String { lot }
    }

    static let deals = [
        Deal(
            file: "dachuan-2018.jsonl", lot: "dachuan-2018", contract: "dachuan-contract", total: 31_123_800,
            yearly: Array(repeating: 3_458_200, count: 9), refused: ["accept-without-mandates", "agree-below"]),
        Deal(
            file: "baisha-2.jsonl", lot: "baisha-2", contract: "baisha-contract", total: 331_400_000,
            yearly: Array(repeating: 16_570_000, count: 20), refused: ["draft-too-long", "bid-equal"]),
        Deal(
            file: "fucheng-pond.jsonl", lot: "fucheng-pond", contract: "fucheng-contract", total: 15_100_000,
            yearly: [15_100_000], refused: []),
        Deal(
            file: "guanghan-2025.jsonl", lot: "guanghan-2025", contract: "guanghan-contract", total: 8_424_000,
            yearly: [3_159_000, 3_159_000, 2_106_000], refused: ["draft-past-the-round"]),
        Deal(
            file: "zhongjiang-pond.jsonl", lot: "zhongjiang-pond", contract: "zhongjiang-contract", total: 500_000,
            yearly: Array(repeating: 50_000, count: 10), refused: []),
    ]

    @Test(
        "Every line is answered as written, the total is the reported one to the fen, and the books balance",
        arguments: deals)
    func total(of deal: Deal) async throws {
        let practice = try PracticeHouse()
        let (steps, _) = try await practice.run(deal.file)
        for step in steps where !step.isAsExpected {
            Issue.record("\(step.line.key): \(step.answer)")
        }
        #expect(steps.filter { $0.line.expected != nil }.map(\.line.key) == deal.refused)
        let contract = try #require(ContractID(deal.contract))
        try practice.installation.database.read { tx in
            let found = try #require(try ContractQueries.find(contract, in: tx))
            #expect(found.total == Money(fen: deal.total))
            #expect(found.certificate != nil)
            let instalments = try ContractQueries.listInstalments(of: contract, in: tx)
            #expect(instalments.map(\.amount.fen) == deal.yearly)
            let lot = try #require(LotID(deal.lot))
            let view = try #require(try LotQueries.findView(lot, in: tx))
            #expect(view.line.state == .performing && view.total == Money(fen: deal.total))
            // The first payment was booked once, by the policy, in a balanced voucher.
            let through = try #require(CivilDate("2027-12-31"))
            let balance = try TrialBalanceQueries.get(found.lessor, through: through, in: tx)
            #expect(balance.isBalanced)
            #expect(balance.closing(.bank).fen == deal.yearly.first)
        }
    }

    @Test(
        "Baisha with its rise: five per cent more every five years, from the bid to the instalments and the village's claim"
    )
    func rise() async throws {
        let practice = try PracticeHouse()
        // That the rent rises every five years is reported, by how much is not: five per cent is assumed.
        let lines = try PracticeHouse.text("baisha-2.jsonl").split(separator: "\n").map(String.init)
        let rise = "\"years\":20,\"rise\":{\"everyYears\":5,\"basisPoints\":500},"
        let text = lines.filter { !$0.contains("exchange.fileLot") }
            .map { $0.contains("\"key\":\"draft\"") ? $0.replacing("\"years\":20,", with: rise) : $0 }
            .joined(separator: "\n")
        let (steps, _) = try await practice.run(text: text)
        for step in steps where !step.isAsExpected { Issue.record("\(step.line.key): \(step.answer)") }
        // 165,700.00, then 173,985.00, 182,684.25 and 191,818.4625, rounded to the fen.
        let yearly: [Int64] = [16_570_000, 17_398_500, 18_268_425, 19_181_846].flatMap {
            Array(repeating: $0, count: 5)
        }
        let contract = try #require(ContractID("baisha-contract"))
        try practice.installation.database.read { tx in
            let found = try #require(try ContractQueries.find(contract, in: tx))
            #expect(found.total == Money(fen: 357_093_855) && found.total.fen == yearly.reduce(0, +))
            let instalments = try ContractQueries.listInstalments(of: contract, in: tx)
            #expect(instalments.map(\.amount.fen) == yearly)
            let claimed: [Int64] = try tx.rows(
                "SELECT amount_fen FROM instalment ORDER BY number"
            ).map { try $0.get(0) }
            #expect(claimed == yearly)
        }
        #expect(try practice.verify().size == practice.installation.log.head().size)
    }

    @Test(
        "The collected deals are all accounted for: run, or named with what they lack",
        .enabled(if: sharedData("listings/real_deals_dev.csv") != nil, "needs ../shared/data"))
    func complete() throws {
        let url = try #require(sharedData("listings/real_deals_dev.csv"))
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let ids = text.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
        let run = ["luxian-2019", "dachuan-2018", "baisha-2", "fucheng", "guanghan", "zhongjiang"]
        let lacking = ["baisha-1", "wangcheng", "lixian-changle", "ningchegu-2018"]
        #expect(Set(ids) == Set(run + lacking))
    }

    @Test("Money the accountant booked counts for the certificate, and the same money is not booked twice")
    func bookedOnce() async throws {
        let practice = try PracticeHouse()
        let url = Tree.root.appending(path: "scenarios/guanghan-2025.jsonl")
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let lines = text.split(separator: "\n").map { line -> String in
            guard line.contains("\"key\":\"first-payment\"") else { return String(line) }
            return """
                {"at":"2025-11-24T08:00:00+08:00","by":"baolian-intake","do":"exchange.certifyLot","with":{"lot":"guanghan-2025"},"key":"too-early","expect":3004}
                {"at":"2025-11-24T09:00:00+08:00","by":"baolian-accountant","do":"ledger.settleInstalment","with":{"organisation":"baolian-collective","receivable":"guanghan-contract","number":1,"amountFen":3159000,"bankReference":"P-1","date":"2025-11-24"},"key":"booked"}
                {"at":"2025-11-24T09:30:00+08:00","by":"baolian-accountant","do":"ledger.settleInstalment","with":{"organisation":"baolian-collective","receivable":"guanghan-contract","number":1,"amountFen":3159000,"bankReference":"P-1","date":"2025-11-24"},"key":"booked-again","expect":4038}
                """
        }
        let scenario = try Scenario(parsing: Array(lines.joined(separator: "\n").utf8))
        var unexpected: [String] = []
        _ = try await ScenarioRunner(practice.installation, clock: practice.clock).run(scenario) { step in
            if !step.isAsExpected { unexpected.append(step.line.key) }
        }
        #expect(unexpected == [])
        let lot = try #require(LotID("guanghan-2025"))
        let view = try #require(try practice.installation.database.read { try LotQueries.findView(lot, in: $0) })
        #expect(view.line.state == .performing && view.paid == Money(fen: 3_159_000))
        #expect(view.steps.map(\.state).contains(.settling))
    }
}
