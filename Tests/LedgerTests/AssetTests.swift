import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Fixed assets") struct AssetTests {
    private func opening(
        _ village: Village, _ asset: String = "truck", cost: Int64, residual: Int64 = 500, expense: String = "511",
        months: Int64? = 36, units: Int64? = nil, inUse: String = "2025-03-31"
    ) -> OpenAssetCard {
        OpenAssetCard(
            organisation: village.organisation, asset: id(asset, AssetName.self), name: asset,
            expense: account(expense), cost: Money(fen: cost), residual: residual,
            method: units == nil ? .straightLine : .unitsOfWork, months: months, units: units, inUse: day(inUse))
    }

    private func village() throws -> Village {
        try Village(
            at: "2028-05-10", openings: [debit("151", 9_000), debit("102", 1_000), credit("301", 10_000)],
            start: "2025-01-01")
    }

    /// BK-13.
    @Test("3,407.08 with 5 % left over 36 months is 35 times 89.91 and once 89.88, from the month after use began")
    func straightLine() throws {
        let village = try village()
        try village.give(opening(village, cost: 340_708))
        var month = AccountingMonth("2025-04")!
        for _ in 0..<36 {
            try village.give(Depreciate(organisation: village.organisation, month: month))
            month = month.next
        }
        let worn = village.runner.all(AssetsDepreciated.self).flatMap(\.worn).map(\.amount.fen)
        #expect(worn == Array(repeating: 8_991, count: 35) + [8_988])
        #expect(worn.reduce(0, +) == 323_673)
        let balance = try village.trialBalance(through: "2028-04-30")
        #expect(-balance.closing(prefix: "152").fen == 323_673)
        village.refuses(
            .nothingToDepreciate, Depreciate(organisation: village.organisation, month: AccountingMonth("2025-03")!))
        village.refuses(
            .nothingToDepreciate, Depreciate(organisation: village.organisation, month: AccountingMonth("2025-04")!))
    }

    /// BK-14: two assets on one account in one month.
    @Test("The month's voucher adds up the assets of each expense account")
    func together() throws {
        let village = try village()
        try village.give(opening(village, "hall", cost: 360_000, residual: 0, expense: "514"))
        try village.give(opening(village, "office", cost: 144_000, residual: 0, expense: "514"))
        try village.give(Depreciate(organisation: village.organisation, month: AccountingMonth("2025-04")!))
        let voucher = try #require(village.runner.all(VoucherPosted.self).last)
        #expect(voucher.lines == [debit("514", 140), credit("152", 140)] && voucher.origin == .depreciation)
    }

    @Test("By units of work each month wears its share, never more than the whole")
    func unitsOfWork() throws {
        let village = try village()
        let asset = id("tractor", AssetName.self)
        try village.give(opening(village, "tractor", cost: 100_000, residual: 1_000, months: nil, units: 3_000))
        func work(_ units: Int64, _ month: String) -> Depreciate {
            Depreciate(
                organisation: village.organisation, month: AccountingMonth(month)!,
                work: [AssetWork(asset: asset, units: units)])
        }
        village.refuses(.notPositive, work(-1, "2025-04"))
        try village.give(work(1_000, "2025-04"))
        try village.give(work(5_000, "2025-05"))
        let worn = village.runner.all(AssetsDepreciated.self).flatMap(\.worn).map(\.amount.fen)
        #expect(worn == [30_000, 60_000])
        village.refuses(
            .noSuchAssetCard,
            Depreciate(
                organisation: village.organisation, month: AccountingMonth("2025-06")!,
                work: [AssetWork(asset: id("other", AssetName.self), units: 1)]))
    }

    @Test("An asset leaves over 154 with gain or loss, once, and a month does not close without its wear")
    func disposal() throws {
        let village = try village()
        try village.give(opening(village, cost: 360_000, residual: 0))
        for month in ["2025-01", "2025-02", "2025-03"] { try village.confirmAndClose(month) }
        village.refuses(.notDepreciated, village.closing("2025-04"))
        try village.give(Depreciate(organisation: village.organisation, month: AccountingMonth("2025-04")!))
        try village.give(village.closing("2025-04"))
        func dispose(_ date: String, _ proceeds: Int64, asset: String = "truck") -> DisposeAsset {
            DisposeAsset(
                organisation: village.organisation, asset: id(asset, AssetName.self), date: day(date),
                proceeds: yuan(proceeds), reason: "决议 7 号")
        }
        village.refuses(.noSuchAssetCard, dispose("2025-05-05", 1, asset: "other"))
        village.refuses(.monthClosed, dispose("2025-03-30", 1))
        village.refuses(.notPositive, dispose("2025-05-05", -1))
        try village.give(dispose("2025-05-05", 3_000))
        village.refuses(.assetGone, dispose("2025-05-06", 1))
        let balance = try village.trialBalance(through: "2025-05-31")
        #expect(balance.closing(prefix: "154") == .zero && balance.closing(prefix: "152") == .zero)
        #expect(balance.closing(prefix: "515") == yuan(500) && balance.closing(prefix: "151") == yuan(5_400))
        // Sold above its value the difference is income.
        try village.give(opening(village, "van", cost: 100_000, residual: 0, inUse: "2025-05-01"))
        village.refuses(.monthClosed, dispose("2025-04-30", 2_000, asset: "van"))
        try village.give(dispose("2025-05-20", 2_000, asset: "van"))
        #expect(try village.trialBalance(through: "2025-05-31").closing(prefix: "504") == yuan(-1_000))
    }

    @Test("A card with a wrong account, life or value is refused for its own reason")
    func badCards() throws {
        let village = try village()
        try village.give(opening(village, cost: 100))
        village.refuses(.assetCardExists, opening(village, cost: 100))
        village.refuses(.notWearAccount, opening(village, "a", cost: 100, expense: "515"))
        village.refuses(.accountUnknown, opening(village, "a", cost: 100, expense: "999"))
        village.refuses(.notPositive, opening(village, "a", cost: 0))
        village.refuses(.badLife, opening(village, "a", cost: 100, months: 0))
        village.refuses(.badLife, opening(village, "a", cost: 100, months: 12, units: 9))
        village.refuses(.badLife, opening(village, "a", cost: 100, residual: 10_001))
        village.refuses(.inTheFuture, opening(village, "a", cost: 100, inUse: "2028-05-11"))
        let wrong = OpenAssetCard(
            organisation: village.organisation, asset: id("b", AssetName.self), name: "b", account: account("161"),
            expense: account("511"), cost: yuan(1), method: .straightLine, months: 12, inUse: day("2025-03-31"))
        village.refuses(.notFixedAsset, wrong)
    }

    /// BK-11 and BK-12.
    @Test("Bank and books agree with the items only one of them has, and the month waits for it from then on")
    func reconciled() throws {
        let village = try Village(
            at: "2025-03-05", openings: [debit("102", 1_000), credit("301", 1_000)], start: "2025-01-01")
        for amount in [50, 40, 30] as [Int64] {
            try village.post("2025-01-20", [debit("513", amount), credit("102", amount)])
        }
        func reconcile(_ statement: Int64, _ month: String = "2025-01", _ items: [Int64] = []) -> ReconcileBank {
            ReconcileBank(
                organisation: village.organisation, account: account("102"), month: AccountingMonth(month)!,
                statement: yuan(statement),
                onlyBook: items.map { OpenItem(date: day("2025-01-20"), amount: yuan($0), text: "在途") })
        }
        village.refuses(.doesNotReconcile, reconcile(1_000))
        village.refuses(.monthNotOver, reconcile(880, "2025-03"))
        try village.give(reconcile(1_000, "2025-01", [-50, -40, -30]))
        let done = try #require(village.runner.all(BankReconciled.self).last)
        #expect(done.book == yuan(880) && done.onlyBook.count == 3)
        try village.confirmAndClose("2025-01")
        village.refuses(.notReconciled, village.closing("2025-02"))
        try village.give(reconcile(880, "2025-02"))
        try village.post("2025-02-20", [debit("513", 1), credit("102", 1)])
        try village.give(
            ConfirmVouchers(organisation: village.organisation, month: AccountingMonth("2025-02")!), by: "station")
        village.refuses(.notReconciled, village.closing("2025-02"))
        try village.give(reconcile(879, "2025-02"))
        try village.give(village.closing("2025-02"))
        village.refuses(
            .notMoney,
            ReconcileBank(
                organisation: village.organisation, account: account("101"), month: AccountingMonth("2025-01")!,
                statement: yuan(1)))
    }
}
