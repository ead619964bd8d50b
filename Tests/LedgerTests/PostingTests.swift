import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

/// A store that counts what it is asked, and knows nothing.
private final class OfficesOnly: ReadTransaction {
    private(set) var reads = 0

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        reads += 1
        guard sql.text.contains("FROM office") else { throw StorageError.failed(sql.text) }
        return []
    }
    func each(_ sql: SQL, _ body: (any RowCursor) throws -> Void) throws { throw StorageError.failed(sql.text) }
}

@Suite("Posting vouchers") struct PostingTests {
    @Test("A voucher needs the books' state and the reviewing desk, and posting reads nothing else")
    func readsOneDesk() throws {
        let village = try Village(at: "2026-02-01")
        let books = village.runner.state(of: village.stream)
        let context = Context(
            now: day("2026-02-01").start, principal: principal("accountant"), calendar: .announced, sequence: 7,
            marks: .practice)
        let posting = village.posting("2026-01-31", [debit("102", 500), credit("503", 500)])
        let facts = PostVoucher.Facts(
            isTaken: false, reviewer: ReviewDesk(person: id("s", PersonName.self), role: .stationAgent),
            references: LineReferences(), papers: PaperRule(isAsked: true), spending: .none)
        let events = try posting.decide(books, facts, context)
        let posted = try #require(events.first as? VoucherPosted)
        #expect(events.count == 1)
        #expect(posted.number == 1)
        #expect(posted.voucher.text == "voucher-000007")
        #expect(posted.maker.text == "accountant" && posted.reviewerPerson?.text == "s")
        let onlyOffices = OfficesOnly()
        _ = try posting.facts(on: books, context, in: onlyOffices)
        #expect(onlyOffices.reads == 1)
    }

    @Test("Numbers run from 1 in each month without gaps, also when months alternate and a voucher is refused between")
    func numbers() throws {
        let village = try Village(at: "2026-03-20")
        let lines = [debit("101", 10), credit("504", 10)]
        try village.post("2026-02-03", lines)
        try village.post("2026-03-03", lines)
        village.refuses(.unbalanced, village.posting("2026-02-04", [debit("101", 10), credit("504", 9)]))
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

    @Test("Lines that are no lines are refused, each for its own reason and beside its own field")
    func badLines() throws {
        let village = try Village()
        func refuses(
            _ refusal: LedgerRefusal, _ lines: [VoucherLine], sourceLocation: SourceLocation = #_sourceLocation
        ) {
            village.refuses(refusal, village.posting("2026-01-04", lines), sourceLocation: sourceLocation)
        }
        refuses(.accountUnknown, [debit("999", 1), credit("101", 1)])
        refuses(.tooFewLines, [debit("101", 1)])
        refuses(.bothSides, [VoucherLine(account("101"), debit: yuan(1), credit: yuan(1)), credit("102", 1)])
        refuses(.neitherSide, [VoucherLine(account("101")), credit("102", 1)])
        refuses(.notPositive, [debit("101", 0), credit("102", 0)])
        refuses(.notPositive, [debit("101", -5), credit("102", -5)])
        refuses(.unbalanced, [debit("101", 5), credit("102", 4)])
        let rejection = #expect(throws: Rejection.self) {
            try village.post("2026-01-04", [debit("101", 1), debit("999", 1), credit("102", 0)])
        }
        #expect(rejection?.flattened.map(\.field) == ["lines[1].account", "lines[2]"])
        #expect(
            rejection?.flattened.map(\.number)
                == [LedgerRefusal.accountUnknown.number, LedgerRefusal.notPositive.number])
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
        let rejection = #expect(throws: Rejection.self) { try village.post("2026-01-04", lines) }
        #expect(rejection?.number == KernelRejection.outOfRange(field: "", lowest: 0, highest: 0).rejection.number)
    }

    @Test("Nobody reviews a voucher of his own making")
    func makerIsReviewer() throws {
        let village = try Village()
        let lines = [debit("101", 1), credit("102", 1)]
        village.refuses(.makerIsReviewer, village.posting("2026-01-04", lines), by: "station")
    }

    @Test("A voucher's name is taken once, and the program's own names are nobody's")
    func names() throws {
        let village = try Village()
        let lines = [debit("101", 1), credit("102", 1)]
        try village.post("2026-01-04", lines, voucher: "V1")
        village.refuses(.voucherExists, village.posting("2026-01-04", lines, voucher: "V1"))
        village.refuses(.voucherExists, village.posting("2026-01-04", lines, voucher: "voucher-000009"))
    }

    @Test("A date before the books, after today or in a closed month is refused")
    func dates() throws {
        let village = try Village(at: "2026-02-10", openings: [debit("102", 9), credit("301", 9)])
        let lines = [debit("101", 1), credit("102", 1)]
        village.refuses(.beforeBooks, village.posting("2025-12-31", lines))
        village.refuses(.inTheFuture, village.posting("2026-02-11", lines))
        try village.post("2026-01-31", lines)
        village.refuses(.notReviewed, village.closing("2026-01"))
        try village.confirmAndClose("2026-01")
        village.refuses(.monthClosed, village.posting("2026-01-31", lines))
        try village.post("2026-02-01", lines)
    }

    @Test("Months close in order, only when over, and only the last one reopens, with its reason in the log")
    func closing() throws {
        let village = try Village(at: "2026-02-28")
        village.refuses(.monthNotNext, village.closing("2026-02"))
        village.refuses(.notLastClosed, village.reopening("2026-01"))
        try village.give(village.closing("2026-01"))
        village.refuses(.monthNotOver, village.closing("2026-02"))
        try village.advance(to: "2026-03-01")
        try village.give(village.closing("2026-02"))
        village.refuses(.notLastClosed, village.reopening("2026-01"))
        try village.give(village.reopening("2026-02"))
        try village.post("2026-02-28", [debit("101", 1), credit("102", 1)])
        let below = #expect(throws: Rejection.self) { try village.confirmAndClose("2026-02") }
        #expect(below?.number == LedgerRefusal.moneyBelowZero.number)
        village.refuses(.monthClosed, village.posting("2026-01-28", [debit("101", 1), credit("102", 1)]))
    }

    @Test("An own account lies two digits below one of the chart, and its parent takes no postings any more")
    func subAccounts() throws {
        let village = try Village()
        try village.give(village.adding("10201"))
        village.refuses(.subAccountExists, village.adding("10201"))
        village.refuses(.badSubAccount, village.adding("1021"))
        village.refuses(.badSubAccount, village.adding("99901"))
        village.refuses(.badSubAccount, village.adding("102011"))
        try village.give(village.adding("1020101"))
        village.refuses(.accountNotLeaf, village.posting("2026-01-04", [debit("102", 1), credit("101", 1)]))
        village.refuses(.accountNotLeaf, village.posting("2026-01-04", [debit("10201", 1), credit("101", 1)]))
        try village.post("2026-01-04", [debit("1020101", 1), credit("101", 1)])
    }

    @Test("Books open once, for a registered organisation, with openings that balance")
    func opening() throws {
        let village = try Village(isOpen: false)
        func open(_ organisation: OrganisationID, _ lines: [VoucherLine]) -> OpenBooks {
            OpenBooks(organisation: organisation, startDate: day("2026-01-01"), openings: lines)
        }
        village.refuses(.booksNotOpen, village.posting("2026-01-04", [debit("101", 1), credit("102", 1)]))
        village.refuses(.noSuchOrganisation, open(id("nobody", OrganisationName.self), []))
        village.refuses(.unbalanced, open(village.organisation, [debit("102", 7), credit("301", 6)]))
        try village.give(open(village.organisation, [debit("102", 7), credit("301", 7)]))
        village.refuses(.booksAlreadyOpen, open(village.organisation, []))
        let balance = try village.trialBalance(through: "2026-01-31")
        #expect(balance.lines.map(\.opening) == [yuan(7), yuan(-7)])
        #expect(balance.debit == .zero)
    }
}
