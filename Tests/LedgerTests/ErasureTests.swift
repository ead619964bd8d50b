import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Names in the files of the books end with the files") struct ErasureTests {
    private func line(_ village: Village, _ name: String = "B1") -> RecordStatementLine {
        let line = id(name, StatementLineName.self)
        let subject = DataSubject(ofLine: line)
        return RecordStatementLine(
            organisation: village.organisation, line: line, account: account("102"), date: day("2026-01-04"),
            serial: name, received: nil, paid: yuan(50), balance: nil, counterparty: Personal("王五", of: subject),
            counterAccount: Personal("6217001234567890123", of: subject), remark: nil)
    }

    private func erase(_ village: Village, _ name: String = "B1", order: String? = nil) -> EraseCounterparty {
        EraseCounterparty(
            organisation: village.organisation, line: id(name, StatementLineName.self), order: order)
    }

    @Test("Whom a line names is destroyed when it is matched and the years are over, or by an order")
    func counterparty() throws {
        let village = try Village(openings: [debit("102", 1_000), credit("301", 1_000)])
        village.refuses(.noSuchStatementLine, erase(village))
        try village.give(line(village))
        village.refuses(.lineOpen, erase(village, order: "(2026) 1"))
        try village.post("2026-01-04", [debit("513", 50), credit("102", 50)], voucher: "V1")
        try village.give(
            MatchBank(
                organisation: village.organisation, account: account("102"),
                lines: [id("B1", StatementLineName.self)], vouchers: [id("V1", VoucherName.self)]))
        village.refuses(.fileStillKept, erase(village))
        village.refuses(.fileStillKept, erase(village, order: "  "))
        village.runner.now = day("2056-12-31").start
        village.refuses(.fileStillKept, erase(village))
        village.runner.now = day("2057-01-01").start
        try village.give(erase(village))
        village.refuses(.counterpartyErased, erase(village))
        let erased = try #require(village.runner.all(CounterpartyErased.self).first)
        #expect(erased.erased == DataSubject(ofLine: id("B1", StatementLineName.self)))
        let known = try village.database.read {
            try BankQueries.find(id("B1", StatementLineName.self), village.organisation, in: $0)
        }
        #expect(known?.isErased == true && known?.amount == yuan(-50) && known?.match != nil)
    }

    @Test("Who wrote an invoice is destroyed when no claim on its way needs it and the years are over, or by an order")
    func seller() throws {
        let village = try Village(at: "2026-03-10")
        try village.register(party: "shop")
        let invoice = try InvoiceFile(InvoiceTests.xml())
        func erase(_ order: String? = nil, of body: OrganisationID? = nil) -> EraseSeller {
            EraseSeller(organisation: body ?? village.organisation, number: invoice.number, order: order)
        }
        village.refuses(.noSuchInvoice, erase())
        village.refuses(.noSuchOrganisation, erase(of: id("nobody", OrganisationName.self)))
        try village.give(invoice.registration(village.organisation))
        try village.give(
            RegisterPayeeAccount(
                organisation: village.organisation, payee: id("shop", PartyName.self), bank: "信用社",
                number: Personal("6217001234567890", of: DataSubject(of: id("shop", PartyName.self)))),
            by: "clerk", as: .villageClerk)
        try village.give(
            SubmitClaim(
                organisation: village.organisation, claim: id("C1", ClaimName.self), date: day("2026-03-05"),
                matter: "农资", payee: id("shop", PartyName.self), amount: yuan(95), invoice: invoice.number,
                photo: String(repeating: "a", count: 64)), by: "clerk", as: .villageClerk)
        village.refuses(.invoiceClaimed, erase("(2026) 1"))
        try village.give(
            ReturnClaim(organisation: village.organisation, claim: id("C1", ClaimName.self), reason: "重复"),
            by: "accountant")
        village.refuses(.fileStillKept, erase())
        try village.give(erase("(2026) 1"))
        village.refuses(.sellerErased, erase("(2026) 1"))
        let shown = try village.database.read { try InvoiceQueries.list(village.organisation, in: $0) }
        #expect(shown.map(\.isErased) == [true])
    }

    @Test("The name of a bank's line holds nothing of the other side; a line of before stays known by its old name")
    func names() throws {
        let village = try Village(openings: [debit("102", 1), credit("301", 1)])
        let plan = StatementImport(organisation: village.organisation, account: account("102"))
        func lines(_ account: String, _ name: String) throws -> [StatementImport.Line] {
            let text = "日期,流水号,借方金额,贷方金额,对方户名,对方账号\n2026-01-02,A1,,8.00,\(name),\(account)\n"
            return plan.lines(try StatementFile(Array(text.utf8)))
        }
        let one = try #require(try lines("6217001234567890123", "王五").first)
        let two = try #require(try lines("6217009876543210987", "赵六").first)
        #expect(one.command.line == two.command.line)
        #expect(one.formerly != two.formerly && one.formerly != one.command.line)
        // As a program of before would have taken it.
        var before = one.command
        before = RecordStatementLine(
            organisation: before.organisation, line: try #require(one.formerly), account: before.account,
            date: before.date, serial: before.serial, received: before.received, paid: before.paid,
            balance: before.balance, counterparty: nil, counterAccount: nil, remark: nil)
        try village.give(before)
        #expect(try village.database.read { try one.isKnown(in: $0) })
        #expect(try village.database.read { try two.isKnown(in: $0) } == false)
    }
}
