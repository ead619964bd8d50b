import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("From the chart of 2004 to that of 2023") struct TransitionTests {
    /// Old account, detail, debit, credit (books.md 1.9).
    private static let old = """
        head
        101,,3200.00,
        102,,486500.00,
        112,,52000.00,
        113,甲,8600.00,
        113,乙,,3100.00
        121,,12000.00,
        131,,30000.00,
        132,,90000.00,
        141,,200000.00,
        151,,1260000.00,
        152,,,410000.00
        154,,150000.00,
        161,,24000.00,
        202,,,86400.00
        211,,,9000.00
        212,,,4200.00
        221,,,120000.00
        231,,,16000.00
        241,,,260000.00
        301,,,500000.00
        311,,,720000.00
        322,,,187600.00
        """

    /// Old account, detail, new account, debit, credit, basis.
    private static let parts = """
        head
        101,,101,3200.00,,101 现金
        102,,102,486500.00,,102
        112,,112,52000.00,,112
        113,甲,11301,8600.00,,113 户甲 debit side
        113,乙,11302,,3100.00,113 户乙 credit side
        121,,121,12000.00,,121
        131,,131,18000.00,,131 animals: 育肥畜
        132,,131,25000.00,,132 trees: 用材林
        131,,132,12000.00,,131 animals: 产役畜 (net)
        ,,132,3000.00,,gross-up: written off so far
        ,,133,,3000.00,gross-up
        132,,132,50000.00,,132 trees: 经济林 (net)
        ,,132,10000.00,,gross-up
        ,,133,,10000.00,gross-up
        132,,134,15000.00,,132 trees: 防护林
        141,,141,200000.00,,141
        151,,151,1260000.00,,151
        152,,152,,410000.00,152
        154,,153,150000.00,,154 在建工程 → 153
        161,,161,24000.00,,161 (net)
        ,,161,6000.00,,gross-up
        ,,162,,6000.00,gross-up
        202,,213,,6400.00,202 应付款: casual labour
        202,,214,,2000.00,202 应付款: taxes
        202,,211,,78000.00,202 应付款: rest
        211,,212,,9000.00,211 应付工资 → 212
        212,,311,,4200.00,212 应付福利费 (credit; target by recorded decision)
        221,,221,,120000.00,221
        231,,231,,16000.00,231
        241,,241,,260000.00,241
        301,,301,,500000.00,301
        311,,311,,720000.00,311
        322,,32201,,187600.00,322 未分配收益
        ,,151,20000.00,,unbooked asset: culvert
        ,,311,,20000.00,unbooked asset
        ,,32201,5000.00,,unbooked liability: repair bill
        ,,211,,5000.00,unbooked liability
        """

    private func balances(_ change: (OldBalance) -> OldBalance = { $0 }) -> [OldBalance] {
        WorkedYear.rows(Self.old).map { row in
            change(
                OldBalance(
                    account(row[0]), detail: row[1].isEmpty ? nil : row[1], debit: WorkedYear.money(row[2]),
                    credit: WorkedYear.money(row[3])))
        }
    }

    private func transferParts() -> [TransferPart] {
        WorkedYear.rows(Self.parts).map { row in
            TransferPart(
                old: row[0].isEmpty ? nil : account(row[0]), detail: row[1].isEmpty ? nil : row[1],
                new: account(row[2]), debit: WorkedYear.money(row[3]), credit: WorkedYear.money(row[4]), basis: row[5])
        }
    }

    private func opening(_ village: Village, _ old: [OldBalance], _ parts: [TransferPart]) -> OpenByTransition {
        OpenByTransition(
            organisation: village.organisation, startDate: day("2024-01-01"),
            subAccounts: [("11301", "户甲"), ("11302", "户乙"), ("32201", "未分配收益")].map {
                SubAccountEntry(code: account($0.0), name: $0.1)
            }, old: old, parts: parts)
    }

    @Test("The old books of the worked year open the new ones to the fen, 113 on both sides, with the working paper")
    func opens() throws {
        let village = try Village(at: "2024-01-05", isOpen: false)
        try village.give(opening(village, balances(), transferParts()))
        let expected = WorkedYear.rows(WorkedYear.openings)
        let found = try village.trialBalance(through: "2024-01-01").lines
        #expect(found.map(\.account.text) == expected.map { $0[0] })
        #expect(
            found.map(\.closing)
                == expected.map { (WorkedYear.money($0[2]) ?? .zero) - (WorkedYear.money($0[3]) ?? .zero) })
        let statements = try village.database.read {
            try StatementQueries.statements(village.organisation, at: day("2024-01-01"), in: $0)
        }
        let sheet = try #require(statements).sheet
        // 52,000 and 8,600 on one side, 83,000 and 3,100 on the other: never 5,500.
        #expect(sheet["应收款项"]?.amount == yuan(60_600) && sheet["应付款项"]?.amount == yuan(86_100))
        let paper = try village.database.read { try TransitionQueries.list(village.organisation, in: $0) }
        #expect(paper.count == transferParts().count)
        #expect(paper.allSatisfy { !$0.basis.isEmpty })
        village.refuses(.booksAlreadyOpen, opening(village, balances(), transferParts()))
    }

    @Test("What goes by itself needs no part: whole balances follow the comparison table, 153 and 154 change places")
    func byTable() throws {
        let village = try Village(at: "2024-01-05", isOpen: false)
        let whole = Set(TransitionTable.of2004.rows.filter { $0.way == .whole && $0.new.count == 1 }.map(\.old.text))
        let parts = transferParts().filter { part in
            guard let old = part.old else { return true }
            return !whole.contains(old.text) || ["322"].contains(old.text)
        }
        try village.give(opening(village, balances(), parts))
        let found = try village.trialBalance(through: "2024-01-01")
        #expect(found.closing(prefix: "153") == yuan(150_000) && found.closing(prefix: "154") == .zero)
        #expect(found.isBalanced)
    }

    @Test("A balance that is not split, split wrongly, or sent elsewhere is refused with the account and both sums")
    func refused() throws {
        let village = try Village(at: "2024-01-05", isOpen: false)
        let parts = transferParts()
        func refuses(_ refusal: LedgerRefusal, _ old: [OldBalance], _ parts: [TransferPart]) {
            village.refuses(refusal, opening(village, old, parts))
        }
        refuses(.partsMiss, balances(), parts.filter { $0.new.text != "214" })
        refuses(.partsMiss, balances(), parts.filter { $0.detail != "甲" })
        refuses(
            .partElsewhere, balances(),
            parts.filter { $0.new.text != "214" } + [
                TransferPart(old: account("202"), new: account("101"), credit: yuan(2_000), basis: "x")
            ])
        refuses(
            .adjustmentUnbalanced, balances(),
            parts.filter { $0.basis != "unbooked liability: repair bill" || $0.debit == nil })
        refuses(.oldUnbalanced, balances() + [OldBalance(account("101"), debit: yuan(1))], parts)
        refuses(
            .oldNotNil,
            balances() + [OldBalance(account("501"), credit: yuan(1)), OldBalance(account("541"), debit: yuan(1))],
            parts)
        refuses(
            .oldAccountUnknown,
            balances() + [OldBalance(account("999"), credit: yuan(1)), OldBalance(account("998"), debit: yuan(1))],
            parts)
        refuses(
            .oldAccountUnknown, balances(),
            parts + [TransferPart(old: account("171"), new: account("112"), debit: yuan(1), basis: "x")])
    }
}
