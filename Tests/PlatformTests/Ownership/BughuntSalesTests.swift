import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Platform

/// Public bug reports made small (`../shared/data/bughunt`), as far as they are about sales and the register. Each broke the
/// program once.
@Suite("Bug reports about sales", .enabled(if: sharedData("bughunt/README.md") != nil, "../shared/data is not here"))
struct BughuntSalesTests {
    /// Runs a file; the numbers it was refused with by the keys of its lines, 0 where it was accepted.
    private func run(_ name: String) async throws -> (practice: PracticeHouse, answers: [String: Int]) {
        let file = try #require(sharedData("bughunt/\(name).jsonl"))
        let practice = try PracticeHouse()
        let (steps, _) = try await practice.run(text: String(contentsOf: file, encoding: .utf8))
        var answers: [String: Int] = [:]
        for step in steps {
            if case .rejected(let rejection) = step.answer { answers[step.line.key] = rejection.number }
            if case .accepted = step.answer { answers[step.line.key] = 0 }
        }
        return (practice, answers)
    }

    @Test("bn-01: a bid whose total is beyond reckoning is refused, and the result is published")
    func reckoning() async throws {
        let (practice, answers) = try await run("bn-01-bid-beyond-reckoning")
        #expect(answers["bn01-bid"] == 3142)
        #expect(answers["bn01-result"] == 0)
        #expect(try practice.verify().size == practice.installation.log.head().size)
    }

    @Test("bh-20: a bid by hand equal to a limit left before it loses to the limit, at the same price")
    func equalToTheLimit() async throws {
        let (practice, answers) = try await run("bh-20-equal-to-the-hidden-limit")
        #expect(answers["bh20-limit"] == 0 && answers["bh20-bid"] == 0 && answers["bh20-result"] == 0)
        let (price, party): (Int64, String) = try practice.installation.database.read { tx in
            let row = try #require(
                try tx.first(
                    """
                    SELECT l.price_fen, b.party FROM lot l JOIN bidder b ON b.lot = l.id AND b.paddle = l.paddle
                    WHERE l.id = 'luxian-2019'
                    """))
            return (try row.get(0), try row.get(1))
        }
        #expect(price == 100_000 && party == "longcheng")
    }

    @Test("bh-18: a right of thirty years from 29 February 2020 ends on 28 February 2050")
    func leapDay() async throws {
        let (practice, _) = try await run("bh-18-leap-day")
        let ends: [String] = try practice.installation.database.read { tx in
            try tx.rows("SELECT DISTINCT ends FROM contract").map { try $0.get(0) }
        }
        #expect(ends == ["2050-02-28"])
    }

    @Test("bh-19: one field on two cards is let once, and both cards say so")
    func twins() async throws {
        let (practice, answers) = try await run("bh-19-twin-parcels")
        #expect(answers["bh19-a"] == 0 && answers["bh19-b"] == 0 && answers["bh19-c1"] == 0)
        #expect(answers["bh19-c2"] == 2162)
        let route = try #require(practice.installation.routes.first { $0.path == "/assets/{asset}" })
        guard case .page(let page) = route.handler else { return }
        for (card, other) in [("bh19-a", "bh19-b"), ("bh19-b", "bh19-a")] {
            guard
                case .page(let shown) = try page(
                    .init(path: "", parameters: ["asset": card], now: .init(milliseconds: 0)))
            else {
                Issue.record("\(card) is not shown")
                continue
            }
            #expect(shown.body.markup.contains(other))
        }
    }

    @Test("bh-23: a deposit that comes in two transfers secures the registration")
    func inParts() async throws {
        let (practice, answers) = try await run("bh-23-deposit-in-two-transfers")
        #expect(answers["bh23-1"] == 0 && answers["bh23-2"] == 0 && answers["bh23-3"] == 0)
        #expect(try practice.verify().size == practice.installation.log.head().size)
    }

    @Test("bh-07b, bh-07c: one reference of the bank is one arrival, for two bidders and for the first payment")
    func oneArrival() async throws {
        let (_, bidders) = try await run("bh-07b-one-reference-two-bidders")
        #expect(bidders["bh07b-deposit"] == 3143)
        let (_, payments) = try await run("bh-07c-first-payment-twice")
        #expect(payments["first-payment"] == 0 && payments["bh07c-again"] == 3143)
    }
}
