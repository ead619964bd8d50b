import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("The later rules of supervision") struct WarningRuleTests {
    private func found(_ village: Village, _ code: WarningRule.Code, on date: String) throws -> [BookWarning] {
        try village.database.read { try WarningQueries.list(village.organisation, on: day(date), in: $0) }.filter {
            $0.rule.code == code
        }
    }

    private func letting(
        _ village: Village, _ name: String, _ from: String, _ until: String, lot: String? = nil,
        total: Int64 = 100_000, asset: String = "pond", endedOn: String? = nil, lessee: String = "green-valley"
    ) throws {
        try village.database.write { tx in
            if try tx.first("SELECT id FROM asset WHERE id = \(asset)") == nil {
                try tx.run(
                    """
                    INSERT INTO asset (id, owner, division, asset_class, kind, name, asset_right, asset_use, parcel)
                    VALUES (\(asset), 'tanba-collective', 'p14', 'dry', 'resource', '鱼塘', 'ownership', 'fish', '[]')
                    """)
            }
            try tx.run(
                """
                INSERT INTO contract (id, lot, asset, division, lessor, lessee, category, way, starts, ends, unit_price_fen,
                    total_fen, contract_use, ended_on)
                VALUES (\(name), \(lot), \(asset), 'p14', 'tanba-collective', \(lessee), 'A1', 'lease', \(from), \(until), 1,
                    \(total), 'fish', \(endedOn))
                """)
        }
    }

    @Test("A threshold is the county's: what it fixes decides from its day on")
    func figures() throws {
        let village = try Village(at: "2026-01-20")
        try village.post("2026-01-10", [debit("101", 100), credit("501", 100)])
        #expect(try found(village, .cash, on: "2026-01-20").isEmpty)
        try village.fix("books.warning.cashAmount", 9_999)
        #expect(try found(village, .cash, on: "2026-01-20").count == 1)
        try village.fix("books.warning.cashAmount", 10_000)
        #expect(try found(village, .cash, on: "2026-01-20").isEmpty)
    }

    @Test(
        "Cainong 2021 no. 121 art. 7: a payment of the amount without a resolution is warned of, one below it is not",
        arguments: [(9_999, false), (10_000, true)])
    func undecided(_ fen: Int64, _ isWarned: Bool) throws {
        let village = try Village(at: "2026-12-10")
        try village.asksForNothing()
        try village.post(
            "2026-12-01",
            [
                VoucherLine(account("511"), debit: Money(fen: fen)),
                VoucherLine(account("102"), credit: Money(fen: fen)),
            ],
            voucher: "V1")
        #expect(try found(village, .noResolution, on: "2026-12-10").isEmpty)
        try village.fix("books.payment.resolutionAmount", 10_000)
        #expect(try found(village, .noResolution, on: "2026-12-10").map(\.id.text) == (isWarned ? ["w07-V1"] : []))
        try village.give(
            ReverseVoucher(
                organisation: village.organisation, voucher: id("V1", VoucherName.self), date: day("2026-12-10"),
                reason: "错", reviewer: id("station", OfficeName.self)))
        #expect(try found(village, .noResolution, on: "2026-12-10").isEmpty)
    }

    @Test(
        "A claim for works from the amount on names its contract",
        arguments: [(999_999, nil, 0), (1_000_000, nil, 1), (1_000_000, "2026-7", 0)] as [(Int64, String?, Int)])
    func works(_ fen: Int64, _ contract: String?, _ count: Int) throws {
        let village = try Village(at: "2026-03-10")
        try village.register(party: "shop")
        try village.give(
            SubmitClaim(
                organisation: village.organisation, claim: id("C1", ClaimName.self), date: day("2026-03-01"),
                matter: "修渠", kind: .works, payee: id("shop", PartyName.self), amount: Money(fen: fen),
                contractNumber: contract, photo: String(repeating: "a", count: 64)), by: "clerk", as: .villageClerk)
        #expect(try found(village, .noContract, on: "2026-03-10").count == count)
    }

    @Test("A contract is warned of ninety days before its end, and a thing half a year after the last one")
    func ends() throws {
        let village = try Village(at: "2026-03-10")
        try letting(village, "C1", "2024-01-01", "2026-06-30", lot: "L1")
        #expect(try found(village, .expiry, on: "2026-03-31").isEmpty)
        #expect(try found(village, .expiry, on: "2026-04-01").map(\.id.text) == ["w10-C1"])
        #expect(try found(village, .expiry, on: "2026-07-01").isEmpty)
        #expect(try found(village, .idleAsset, on: "2026-12-27").isEmpty)
        #expect(try found(village, .idleAsset, on: "2026-12-28").map(\.id.text) == ["w13-pond-2026-06-30"])
        try letting(village, "C2", "2026-12-01", "2027-12-01", lot: "L2")
        #expect(try found(village, .idleAsset, on: "2026-12-28").isEmpty)
    }

    @Test("A lease beyond twenty years, and a deal without a lot above what a village may settle by itself")
    func termAndPlatform() throws {
        let village = try Village(at: "2026-03-10")
        try letting(village, "C1", "2026-01-01", "2046-01-01", lot: "L1")
        try letting(village, "C2", "2026-01-01", "2046-01-02", lot: "L2")
        #expect(try found(village, .overTerm, on: "2026-03-10").map(\.id.text) == ["w11-C2"])
        #expect(try found(village, .offPlatform, on: "2026-03-10").isEmpty)
        try letting(village, "C3", "2026-01-01", "2027-01-01", total: 500_000)
        try letting(village, "C4", "2026-01-01", "2027-01-01", total: 500_001)
        #expect(try found(village, .offPlatform, on: "2026-03-10").map(\.id.text) == ["w26-C4"])
    }

    @Test("The fourth deal of one party in two years is pointed at")
    func winner() throws {
        let village = try Village(at: "2026-03-10")
        try letting(village, "C0", "2024-03-10", "2025-01-01", lot: "L0")
        for number in 1...3 {
            try letting(village, "C\(number)", "2024-03-1\(number)", "2027-01-01", lot: "L\(number)")
        }
        #expect(try found(village, .winner, on: "2026-03-10").isEmpty)
        try letting(village, "C4", "2026-03-01", "2027-01-01", lot: "L4")
        #expect(try found(village, .winner, on: "2026-03-10").map(\.id.text) == ["w16-green-valley-4"])
    }

    @Test("Money not shown by the twentieth, debt above the line, an advance longer out than thirty days")
    func money() throws {
        let village = try Village(at: "2026-03-20")
        #expect(try found(village, .disclosure, on: "2026-02-20").isEmpty)
        #expect(try found(village, .disclosure, on: "2026-02-21").map(\.id.text) == ["w19-2026-01"])
        try village.post("2026-02-02", [debit("102", 500_000), credit("201", 500_000)])
        #expect(try found(village, .debt, on: "2026-03-20").isEmpty)
        try village.post("2026-02-03", [debit("102", 1), credit("221", 1)])
        #expect(try found(village, .debt, on: "2026-03-20").map(\.id.text) == ["w21-2026-02"])
        try village.register(party: "driver")
        func advance(_ code: String, debit: Int64? = nil, credit: Int64? = nil) -> VoucherLine {
            VoucherLine(
                account(code), debit: debit.map { yuan($0) }, credit: credit.map { yuan($0) },
                party: id("driver", PartyName.self))
        }
        try village.post("2026-02-10", [advance("112", debit: 300), credit("102", 300)])
        #expect(try found(village, .advance, on: "2026-03-11").isEmpty)
        let warned = try found(village, .advance, on: "2026-03-12")
        #expect(warned.map(\.id.text) == ["w22-112-driver"] && warned.first?.since == day("2026-03-12"))
        try village.post("2026-03-12", [debit("513", 299), advance("112", credit: 299)])
        #expect(try found(village, .advance, on: "2026-03-12").count == 1)
        try village.post("2026-03-12", [debit("513", 1), advance("112", credit: 1)])
        #expect(try found(village, .advance, on: "2026-03-12").isEmpty)
    }

    @Test("Rent booked by hand without a contract is pointed at, on accounts of letting only")
    func rent() throws {
        let village = try Village(at: "2026-03-20")
        try village.give(village.adding("50101", "土地发包收入"))
        try village.give(village.adding("50102", "卖树收入"))
        try village.post("2026-03-01", [debit("102", 5), credit("50101", 5)], voucher: "V1")
        try village.post("2026-03-01", [debit("102", 5), credit("50102", 5)], voucher: "V2")
        #expect(try found(village, .unregistered, on: "2026-03-20").map(\.id.text) == ["w14-V1"])
    }

    @Test("Posting at night or on a day off is counted month by month")
    func hours() throws {
        let village = try Village(at: "2026-12-07")
        func post(at time: String) throws {
            try village.runner.advance(to: Instant(time)!, system: principal("system"))
            try village.post("2026-12-07", [debit("513", 1), credit("102", 1)])
        }
        // A Monday.
        try post(at: "2026-12-07T09:00:00+08:00")
        try post(at: "2026-12-07T21:59:00+08:00")
        #expect(try found(village, .oddHour, on: "2026-12-31").isEmpty)
        try post(at: "2026-12-07T22:00:00+08:00")
        try post(at: "2026-12-08T05:59:00+08:00")
        try post(at: "2026-12-08T06:00:00+08:00")
        // A Saturday.
        try post(at: "2026-12-12T10:00:00+08:00")
        let warned = try found(village, .oddHour, on: "2026-12-31")
        #expect(warned.map(\.id.text) == ["w25-2026-12"] && warned.first?.since == day("2026-12-12"))
        #expect(warned.first?.about.en == "3 vouchers in 2026-12")
    }
}
