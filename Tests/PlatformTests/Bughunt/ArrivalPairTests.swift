import Foundation
import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Cleanup
@testable import Platform

/// Whichever verb entered an arrival first, whichever is tried second (13 D). The seventh receiving verb, a repayment of a
/// subsidy, is tried in `RecoveryTests`.
@Suite("One bank reference is one arrival, across the rooms") struct ArrivalPairTests {
    /// A verb that receives money, with a thing that waits for it.
    private struct Receiver {
        let practice: PracticeHouse
        let kind: ArrivalKind
        let office: String
        let command: String
        let refusal: Int
        let account: String
        let place: String
        let thing: String
        let part: Int64
        let fen: Int64
        let arguments: @Sendable (_ reference: String) -> [String: JSON]

        func give(_ reference: String) async throws -> Answer {
            let desk = try #require(OfficeID(office))
            let principal = try #require(try practice.installation.findPrincipal(office: desk))
            return try await practice.installation.writer.submit(
                Submission(
                    command: command, arguments: .object(arguments(reference)), principal: principal,
                    key: UUID().uuidString))
        }

        var own: BankArrival { arrival(kind, thing, part) }

        func arrival(
            _ kind: ArrivalKind, _ thing: String, _ part: Int64 = 0, reference: String = "", fen: Int64? = nil,
            account: String? = nil, place: String? = nil
        ) -> BankArrival {
            BankArrival(
                reference: reference, amount: Money(fen: fen ?? self.fen), account: account ?? self.account,
                place: DivisionID(place ?? self.place) ?? .example, kind: kind, thing: thing, part: part)
        }
    }

    /// The deal up to the line before the first that gives `command`.
    private static func deal(before command: String) async throws -> PracticeHouse {
        let practice = try PracticeHouse()
        let lines = try PracticeHouse.text("luxian-2019.jsonl").split(separator: "\n").map { String($0) }
        let end = try #require(lines.firstIndex { $0.contains("\"do\":\"\(command)\"") })
        _ = try await practice.run(text: lines[..<end].joined(separator: "\n"))
        return practice
    }

    private static func sales() async throws -> [Receiver] {
        let (waiting, signed) = (
            try await deal(before: "exchange.recordDeposit"), try await deal(before: "exchange.recordFirstPayment")
        )
        let certified = try await deal(before: "exchange.fileLot")
        let village = "p510521111207"
        return [
            Receiver(
                practice: waiting, kind: .deposit, office: "luxian-intake", command: "exchange.recordDeposit",
                refusal: 3143, account: BankArrival.exchangeAccount, place: village, thing: "bidder/luxian-longcheng",
                part: 0, fen: 400_000
            ) {
                [
                    "bidder": "luxian-longcheng", "amountFen": 400_000, "payerAccount": "LZ-BANK-1",
                    "reference": .string($0),
                ]
            },
            Receiver(
                practice: waiting, kind: .deposit, office: "luxian-intake", command: "exchange.importDeposits",
                refusal: 3143, account: BankArrival.exchangeAccount, place: village, thing: "bidder/luxian-longcheng",
                part: 0, fen: 600_000
            ) { reference in
                let row = "\(reference),2019-03-11,6000.00,泸县龙城,LZ-BANK-1,luxian-longcheng"
                return ["csv": .string("流水号,日期,金额,付款户名,付款账号,附言\n\(row)\n")]
            },
            Receiver(
                practice: signed, kind: .firstPayment, office: "luxian-intake", command: "exchange.recordFirstPayment",
                refusal: 3143, account: "tanba-collective", place: village, thing: "contract/luxian-contract", part: 0,
                fen: 300_000
            ) { ["lot": "luxian-2019", "amountFen": 300_000, "reference": .string($0)] },
            Receiver(
                practice: certified, kind: .instalment, office: "tanba-accountant", command: "ledger.settleInstalment",
                refusal: 4069, account: "tanba-collective", place: village, thing: "contract/luxian-contract", part: 2,
                fen: 300_000
            ) {
                [
                    "organisation": "tanba-collective", "receivable": "luxian-contract", "number": 2,
                    "amountFen": 300_000, "bankReference": .string($0), "date": "2019-04-03",
                ]
            },
        ]
    }

    private static func cleanup() async throws -> [Receiver] {
        let demo = try await DemoHouse()
        let day = DemoHouse.base.date.field
        let (village, collective) = ("p140498102201", "hetou-collective")
        #expect(
            try await demo.give(
                "hetou-clerk", "cleanup.billHousehold",
                [
                    "bill": "b-1", "organisation": .string(collective), "household": "h-1", "category": "旱地",
                    "found": 15_000, "guidePriceFen": 10_000, "priceBasis": "2026", "months": 12,
                ]) == nil)
        #expect(
            try await demo.give(
                "hetou-clerk", "cleanup.recordClaim",
                [
                    "claim": "c-1", "organisation": .string(collective), "side": "claim", "party": "h-1",
                    "kind": "rent", "amountFen": 5_000, "arose": "2026-01-01", "due": "2026-02-01", "proof": "note",
                ]) == nil)
        let name = try #require(BillID("b-1"))
        let bill = try #require(try demo.database.read { try BillQueries.find(name, in: $0) })
        return [
            Receiver(
                practice: demo.practice, kind: .bill, office: "hetou-clerk", command: "cleanup.payBill",
                refusal: 11_060, account: collective, place: village, thing: "bill/b-1", part: 0,
                fen: try bill.charge.amount(paidAfter: 0).fen
            ) { ["bill": "b-1", "paidOn": day, "reference": .string($0)] },
            Receiver(
                practice: demo.practice, kind: .claim, office: "hetou-clerk", command: "cleanup.payClaim",
                refusal: 11_060, account: collective, place: village, thing: "claim/c-1", part: 0, fen: 700
            ) { ["claim": "c-1", "amountFen": 700, "on": day, "reference": .string($0)] },
        ]
    }

    private var entry: Int64 { 1_000_000 }

    /// Puts into the table what another verb would have written.
    private func note(_ arrival: BankArrival, _ number: Int64, in receiver: Receiver) throws {
        let header = EntryHeader(
            index: entry + number, at: receiver.practice.clock.now(), stream: .divisions, office: nil, role: .system)
        try receiver.practice.installation.database.write { try BankArrivals.note(arrival, header, in: $0) }
    }

    @Test("7 kinds of entry before 6 verbs, on the same account and on another of the place: each is one arrival")
    func pairs() async throws {
        var (refused, number) = (0, Int64(0))
        for receiver in try await Self.sales() + Self.cleanup() {
            let kinds: [(ArrivalKind, String, Int64)] =
                ArrivalKind.allCases.map { ($0, "other/thing", 0) }
                // The same thing once more: an instalment under its own number.
                + [(receiver.kind, receiver.thing, receiver.part)]
            for (kind, thing, part) in kinds {
                for account in [receiver.account, "another"] {
                    number += 1
                    let reference = "SAME-\(number)"
                    try note(
                        receiver.arrival(kind, thing, part, reference: reference, account: account), number,
                        in: receiver)
                    guard case .rejected(let rejection) = try await receiver.give(reference) else {
                        Issue.record("\(receiver.command) took what was entered as \(kind)")
                        continue
                    }
                    let found = rejection.flattened.map(\.number)
                    #expect(found == [receiver.refusal], "\(receiver.command) after \(kind)")
                    let text = rejection.flattened.map(\.text.zh).joined()
                    let isNamed = text.contains(reference) && text.contains(kind.label.zh)
                    #expect(isNamed, "\(receiver.command) does not say where it was entered: \(text)")
                    refused += 1
                }
            }
            // Another amount, or the same of another village's account, is other money.
            number += 2
            let reference = "OTHER-\(number)"
            try note(
                receiver.arrival(.bill, "other/thing", reference: reference, fen: receiver.fen + 1), number,
                in: receiver)
            try note(
                receiver.arrival(
                    .bill, "other/thing", reference: reference, account: "elsewhere", place: "p140498999"),
                number + 1, in: receiver)
            number += 1
            let answer = try await receiver.give(reference)
            guard case .accepted(let entries, _, _) = answer else {
                Issue.record("\(receiver.command): \(answer)")
                continue
            }
            // And it is entered itself, as what it is.
            let kept = try receiver.practice.installation.database.read { tx in
                try BankArrivals.find(
                    receiver.arrival(.repayment, "other/thing", reference: reference, account: receiver.account),
                    in: tx)
            }
            let own = receiver.own
            #expect(kept?.arrival.kind == own.kind && kept?.arrival.thing == own.thing, "\(receiver.command)")
            #expect(kept?.arrival.part == own.part && kept?.arrival.amount == own.amount, "\(receiver.command)")
            #expect(kept?.arrival.account == own.account && kept?.arrival.place == own.place, "\(receiver.command)")
            #expect(!entries.isEmpty)
            // The very same once more.
            guard case .rejected = try await receiver.give(reference) else {
                Issue.record("\(receiver.command) twice")
                continue
            }
        }
        print("arrivals: \(refused) pairs refused")
        #expect(refused == 6 * 7 * 2)
    }

    @Test(
        "One transfer pays several instalments of a contract, equal ones too, until a first payment has shared it out")
    func parts() {
        func entered(_ kind: ArrivalKind, _ part: Int64, _ fen: Int64, _ thing: String = "contract/a") -> BankArrival {
            BankArrival(
                reference: "r", amount: Money(fen: fen), account: "a", place: .example, kind: kind, thing: thing,
                part: part)
        }
        func isSame(_ arrival: BankArrival, _ earlier: [BankArrival]) -> Bool {
            arrival.same(among: earlier.map { KnownArrival($0, on: .example) }) != nil
        }
        let first = entered(.instalment, 1, 500)
        #expect(!isSame(entered(.instalment, 2, 500), [first]))
        #expect(isSame(entered(.instalment, 1, 500), [first]))
        #expect(!isSame(entered(.instalment, 1, 499), [first]))
        #expect(isSame(entered(.instalment, 2, 500, "contract/b"), [first]))
        #expect(isSame(entered(.bill, 0, 500, "bill/b"), [first]))
        // A payment of 1,000 that the house booked as twice 500.
        let shared = [entered(.firstPayment, 0, 1_000), first, entered(.instalment, 2, 500)]
        for part in 1...3 as ClosedRange<Int64> {
            #expect(isSame(entered(.instalment, part, 500), shared))
            #expect(isSame(entered(.instalment, part, 1_000), shared))
        }
        #expect(isSame(entered(.firstPayment, 0, 1_000), Array(shared.dropFirst())))
        #expect(!isSame(entered(.firstPayment, 0, 900), Array(shared.dropFirst())))
    }

    @Test("What an older program entered is read out of its log: the filled table is the projected one")
    func filled() async throws {
        let deal = try PracticeHouse()
        _ = try await deal.run("luxian-2019.jsonl")
        var houses = [deal]
        let receivers = try await Self.cleanup()
        for receiver in receivers { _ = try await receiver.give("FILLED-\(receiver.kind)") }
        houses += receivers.prefix(1).map(\.practice)
        var rows = 0
        for house in houses {
            func table() throws -> [Row] {
                try house.installation.database.read { try $0.rows("SELECT * FROM bank_arrival ORDER BY entry") }
            }
            let projected = try table()
            try house.installation.database.write { tx in
                try tx.run("DELETE FROM bank_arrival")
                try ArrivalFill.fill(in: tx)
            }
            #expect(try table() == projected)
            rows += projected.count
        }
        #expect(rows > 10, "\(rows)")
    }
}
