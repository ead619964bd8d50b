import Kernel
import Ledger
import Registry
import Storage
import TestSupport
import Testing

@Suite("Posting vouchers") struct PostingTests {
    @Test("A voucher needs nothing but the books' state, so posting reads no table")
    func needsNoFacts() throws {
        let village = try Village(isOpen: false)
        var books = Books(organisation: village.organisation)
        let opened = try village.give(
            .openBooks(OpenBooks(organisation: village.organisation, startDate: day("2026-01-01"))))
        for event in opened { Ledger.evolve(&books, with: event, at: day("2026-01-01").start) }
        let context = Context(
            now: day("2026-02-01").start, principal: principal("accountant"), calendar: .announced, sequence: 7)
        let posting = village.posting("2026-01-31", [debit("102", 500), credit("503", 500)])
        let events = try Ledger.decide(.postVoucher(posting), books, Ledger.Facts(), context)
        guard case .voucherPosted(let posted)? = events.first, events.count == 1 else {
            Issue.record("one voucher was to be posted")
            return
        }
        #expect(posted.number == 1)
        #expect(posted.voucher.text == "voucher-000007")
        #expect(posted.maker.text == "accountant")
    }

    @Test("Numbers run from 1 in each month without gaps, also when months alternate and a voucher is refused between")
    func numbers() throws {
        let village = try Village(at: "2026-03-20")
        let lines = [debit("101", 10), credit("504", 10)]
        try village.post("2026-02-03", lines)
        try village.post("2026-03-03", lines)
        #expect(refusal { try village.post("2026-02-04", [debit("101", 10), credit("504", 9)]) } == 4018)
        try village.post("2026-02-04", lines)
        try village.post("2026-03-04", lines)
        let listed = try village.database.read {
            try VoucherQueries.list(
                village.organisation, from: AccountingMonth(day("2026-01-01")),
                through: AccountingMonth(day("2026-03-01")),
                in: $0)
        }
        #expect(listed.map { "\($0.month)/\($0.number)" } == ["2026-03/2", "2026-03/1", "2026-02/2", "2026-02/1"])
    }

    @Test("Lines that are no lines are refused, each by its own number and beside its own field")
    func badLines() throws {
        let village = try Village()
        func number(_ lines: [VoucherLine]) -> Int? { refusal { try village.post("2026-01-04", lines) } }
        #expect(number([debit("999", 1), credit("101", 1)]) == 4004)
        #expect(number([debit("101", 1)]) == 4014)
        #expect(number([VoucherLine(account("101"), debit: yuan(1), credit: yuan(1)), credit("102", 1)]) == 4015)
        #expect(number([VoucherLine(account("101")), credit("102", 1)]) == 4016)
        #expect(number([debit("101", 0), credit("102", 0)]) == 4017)
        #expect(number([debit("101", -5), credit("102", -5)]) == 4017)
        #expect(number([debit("101", 5), credit("102", 4)]) == 4018)
        do {
            try village.post("2026-01-04", [debit("101", 1), debit("999", 1), credit("102", 0)])
            Issue.record("two bad lines were accepted")
        } catch let rejection as Rejection {
            #expect(rejection.flattened.map(\.field) == ["lines[1].account", "lines[2]"])
            #expect(rejection.flattened.map(\.number) == [4004, 4017])
        }
        #expect(village.runner.events.count == 1)
    }

    @Test("Amounts too large to be true are refused instead of overflowing")
    func overflow() throws {
        let village = try Village()
        let huge = Money(fen: Int64.max)
        let lines = [
            VoucherLine(account("101"), debit: huge), VoucherLine(account("102"), debit: huge),
            VoucherLine(account("504"), credit: huge),
        ]
        #expect(refusal { try village.post("2026-01-04", lines) } == 1008)
    }

    @Test("Nobody reviews a voucher of his own making")
    func makerIsReviewer() throws {
        let village = try Village()
        let lines = [debit("101", 1), credit("102", 1)]
        #expect(
            refusal { try village.give(.postVoucher(village.posting("2026-01-04", lines)), by: "station") } == 4019)
    }

    @Test("A voucher's name is taken once, and the program's own names are nobody's")
    func names() throws {
        let village = try Village()
        let lines = [debit("101", 1), credit("102", 1)]
        try village.post("2026-01-04", lines, voucher: "V1")
        #expect(refusal { try village.post("2026-01-04", lines, voucher: "V1") } == 4013)
        #expect(refusal { try village.post("2026-01-04", lines, voucher: "voucher-000009") } == 4013)
    }

    @Test("A date before the books, after today or in a closed month is refused")
    func dates() throws {
        let village = try Village(at: "2026-02-10")
        let lines = [debit("101", 1), credit("102", 1)]
        #expect(refusal { try village.post("2025-12-31", lines) } == 4010)
        #expect(refusal { try village.post("2026-02-11", lines) } == 4012)
        try village.post("2026-01-31", lines)
        try village.give(.closeMonth(CloseMonth(organisation: village.organisation, month: month("2026-01"))))
        #expect(refusal { try village.post("2026-01-31", lines) } == 4011)
        try village.post("2026-02-01", lines)
    }

    @Test("Months close in order, only when over, and only the last one reopens, with its reason in the log")
    func closing() throws {
        let village = try Village(at: "2026-02-28")
        func close(_ text: String) -> Int? {
            refusal {
                try village.give(.closeMonth(CloseMonth(organisation: village.organisation, month: month(text))))
            }
        }
        func reopen(_ text: String) -> Int? {
            let command = ReopenMonth(organisation: village.organisation, month: month(text), reason: "补记一笔")
            return refusal { try village.give(.reopenMonth(command)) }
        }
        #expect(close("2026-02") == 4024)
        #expect(reopen("2026-01") == 4026)
        #expect(close("2026-01") == nil)
        #expect(close("2026-02") == 4025)
        try village.advance(to: "2026-03-01")
        #expect(close("2026-02") == nil)
        #expect(reopen("2026-01") == 4026)
        #expect(reopen("2026-02") == nil)
        #expect(refusal { try village.post("2026-02-28", [debit("101", 1), credit("102", 1)]) } == nil)
        #expect(refusal { try village.post("2026-01-28", [debit("101", 1), credit("102", 1)]) } == 4011)
    }

    @Test("An own account lies two digits below one of the chart, and its parent takes no postings any more")
    func subAccounts() throws {
        let village = try Village()
        func add(_ code: String) -> Int? {
            refusal {
                try village.give(
                    .addSubAccount(
                        AddSubAccount(organisation: village.organisation, code: account(code), name: "基本户")))
            }
        }
        #expect(add("10201") == nil)
        #expect(add("10201") == 4006)
        #expect(add("1021") == 4007)
        #expect(add("99901") == 4007)
        #expect(add("102011") == 4007)
        #expect(add("1020101") == nil)
        #expect(refusal { try village.post("2026-01-04", [debit("102", 1), credit("101", 1)]) } == 4005)
        #expect(refusal { try village.post("2026-01-04", [debit("10201", 1), credit("101", 1)]) } == 4005)
        #expect(refusal { try village.post("2026-01-04", [debit("1020101", 1), credit("101", 1)]) } == nil)
        #expect(add("10101") == 4008)
    }

    @Test("Books open once, for a registered organisation, with openings that balance")
    func opening() throws {
        let village = try Village(isOpen: false)
        func open(_ organisation: OrganisationID, _ lines: [VoucherLine]) -> Int? {
            refusal {
                try village.give(
                    .openBooks(
                        OpenBooks(organisation: organisation, startDate: day("2026-01-01"), openings: lines)))
            }
        }
        #expect(refusal { try village.post("2026-01-04", [debit("101", 1), credit("102", 1)]) } == 4002)
        #expect(open(id("nobody", OrganisationName.self), []) == 4001)
        #expect(open(village.organisation, [debit("102", 7), credit("301", 6)]) == 4018)
        #expect(open(village.organisation, [debit("102", 7), credit("301", 7)]) == nil)
        #expect(open(village.organisation, []) == 4003)
        let balance = try village.trialBalance(through: "2026-01-31")
        #expect(balance.lines.map(\.opening) == [yuan(7), yuan(-7)])
        #expect(balance.debit == .zero)
    }

    private func month(_ text: String) -> AccountingMonth { AccountingMonth(text)! }
}
