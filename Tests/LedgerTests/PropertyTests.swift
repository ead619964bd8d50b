import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededNumbers {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}

@Suite("Whatever is posted") struct PropertyTests {
    /// Some months of random books: vouchers, reversals, closings and bad input, from one seed.
    private func randomBooks(seed: UInt64, count: Int) throws -> (village: Village, refused: Int) {
        var random = SeededNumbers(seed: seed)
        let village = try Village(at: "2026-12-31", openings: [debit("102", 9_000), credit("301", 9_000)])
        var posted: [String] = []
        var refused = 0
        for step in 0..<count {
            let month = 1 + random.next(12)
            let date = "2026-\(month < 10 ? "0" : "")\(month)-\(10 + random.next(18))"
            let kind = random.next(20)
            do {
                if kind == 0, let original = posted.randomPick(&random) {
                    try village.give(
                        ReverseVoucher(
                            organisation: village.organisation, voucher: id(original, VoucherName.self),
                            date: day(date), reason: "r", reviewer: id("station", OfficeName.self)))
                } else if kind == 1, step % 7 == 0 {
                    let closed = village.runner.state(of: village.stream).closedThrough
                    let month = closed?.next ?? AccountingMonth(day("2026-01-01"))
                    try village.confirmAndClose(month.description)
                } else {
                    try village.post(date, lines(&random, isBad: kind == 2), voucher: "S\(step)")
                    posted.append("S\(step)")
                }
            } catch is Rejection { refused += 1 }
        }
        return (village, refused)
    }

    private func lines(_ random: inout SeededNumbers, isBad: Bool) -> [VoucherLine] {
        let accounts = Chart.of2023.accounts
        var lines: [VoucherLine] = []
        var sum: Int64 = 0
        for _ in 0...random.next(4) {
            let fen = Int64(1 + random.next(1_000_000))
            sum += fen
            lines.append(VoucherLine(accounts[random.next(42)].code, debit: Money(fen: fen)))
        }
        lines.append(VoucherLine(accounts[random.next(42)].code, credit: Money(fen: isBad ? sum + 1 : sum)))
        return lines
    }

    @Test(
        "Debits equal credits, the running balances equal the recount, and each day's trial balance equals both",
        arguments: 1...6)
    func alwaysBalanced(seed: Int) throws {
        let (village, refused) = try randomBooks(seed: UInt64(seed), count: 250)
        #expect(refused > 0)
        #expect(try village.isRecounted())
        for end in ["2026-01-31", "2026-05-17", "2026-12-31"] {
            let balance = try village.trialBalance(through: end)
            #expect(balance.isBalanced)
            var expected: [String: Int64] = [:]
            for posted in village.runner.all(VoucherPosted.self) where posted.date <= day(end) {
                for line in posted.lines {
                    expected[line.account.text, default: 0] += (line.debit?.fen ?? 0) - (line.credit?.fen ?? 0)
                }
            }
            expected["102", default: 0] += 900_000
            expected["301", default: 0] -= 900_000
            let found = Dictionary(uniqueKeysWithValues: balance.lines.map { ($0.account.text, $0.closing.fen) })
            #expect(found.filter { $0.value != 0 } == expected.filter { $0.value != 0 })
            let statements = try village.database.read {
                try StatementQueries.statements(village.organisation, at: day(end), in: $0)
            }
            #expect(statements?.isBalanced == true && statements?.agree == true)
        }
    }

    @Test("The recount notices a changed balance, a changed line and a missing number")
    func recountNotices() throws {
        let village = try Village()
        try village.post("2026-01-04", [debit("101", 5), credit("504", 5)])
        try village.post("2026-01-05", [debit("101", 6), credit("504", 6)])
        let events = village.runner.events.map(\.event)
        func findings(_ events: [any Event<Ledger>]) throws -> [BookRecount.Finding.Kind] {
            var recount = BookRecount()
            for event in events { recount.add(event) }
            return try village.database.read { try recount.differences(in: $0) }.map(\.kind)
        }
        #expect(try findings(events).isEmpty)
        #expect(try findings([events[0], events[2]]).contains(.gap))
        #expect(try findings([events[0], events[1]]).contains(.balanceDiffers))
        try village.database.write { tx in
            try tx.run("UPDATE account_balance SET debit_fen = debit_fen + 1 WHERE account = '101'")
        }
        #expect(try findings(events) == [.balanceDiffers])
    }
}

extension Array {
    fileprivate func randomPick(_ random: inout SeededNumbers) -> Element? {
        isEmpty ? nil : self[random.next(count)]
    }
}
