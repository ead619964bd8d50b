import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing

/// A village with its books on a store of its own, for tests: invented people, a real chart.
struct Village {
    let runner: ModuleRunner<Ledger>
    let organisation = id("tanba-collective", OrganisationName.self)

    var database: any Database { runner.database }

    init(at now: String = "2026-01-05", isOpen: Bool = true, openings: [VoucherLine] = [], start: String = "2026-01-01")
        throws
    {
        let database = try temporaryDatabase(Registry.migrations + Ledger.migrations)
        try database.write { tx in try Village.register(in: tx) }
        runner = ModuleRunner(database, now: day(now).start)
        if isOpen {
            try give(OpenBooks(organisation: organisation, startDate: day(start), openings: openings))
        }
    }

    private static func register(in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO division (id, parent, path, level, kind, name, code, opened)
            VALUES ('p14', NULL, '/p14/', 'province', 'province', '山西省', '14', '2000-01-01')
            """)
        try tx.run(
            """
            INSERT INTO organisation (id, division, kind, name)
            VALUES ('tanba-collective', 'p14', 'collective', '坦坝村集体经济组织')
            """)
        try tx.run(
            """
            INSERT INTO party (id, kind, display_name, division)
            VALUES ('green-valley', 'company', '绿谷农业有限公司', 'p14')
            """)
        for (office, role) in Village.desks {
            try tx.run(
                """
                INSERT INTO office (id, role, division, person, title, is_open)
                VALUES (\(office), \(role), 'p14', \(office), \(office), 1)
                """)
        }
    }

    /// Each held by the person of the same name.
    static let desks = [
        ("accountant", "villageAccountant"), ("station", "stationAgent"), ("second", "stationAgent"),
        ("review", "stationReviewer"), ("clerk", "villageClerk"),
    ]

    /// A household or unit the books may name.
    func register(party: String) throws {
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO party (id, kind, display_name, division) VALUES (\(party), 'person', \(party), 'p14')
                """)
        }
    }

    /// Another desk of a person who has one already.
    func open(office: String, of person: String, role: String = "stationAgent", isOpen: Bool = true) throws {
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO office (id, role, division, person, title, is_open)
                VALUES (\(office), \(role), 'p14', \(person), \(office), \(isOpen))
                """)
        }
    }

    /// The person's desk is closed.
    func leave(_ office: String) throws {
        try database.write { try $0.run("UPDATE office SET is_open = 0 WHERE id = \(office)") }
    }

    /// A resolution of the members.
    func record(resolution: String, _ matter: String) throws {
        try database.write { tx in
            try tx.run(
                """
                INSERT INTO resolution (id, organisation, matter, body, entitled, present, in_favour, resolved_on)
                VALUES (\(resolution), 'tanba-collective', \(matter), 'assembly', 10, 9, 9, '2026-01-02')
                """)
        }
    }

    /// A figure of the county's own.
    func fix(_ key: String, _ value: Int64) throws {
        try database.write { tx in
            try tx.run("DELETE FROM parameter WHERE key = \(key)")
            try tx.run(
                """
                INSERT INTO parameter (division, key, version, valid_from, value, source)
                VALUES ('p14', \(key), 1, '2020-01-01', \(value), 'test')
                """)
        }
    }

    /// A county that asks neither for resolutions nor for filings: for tests about something else with any amounts.
    func asksForNothing() throws {
        try fix("books.payment.resolutionAmount", 0)
        try fix("books.payment.filingAmount", 0)
    }

    /// A voucher that waits for its reviewer.
    func draft() throws -> String {
        let date = runner.now.date
        let events = try give(
            DraftVoucher(
                organisation: organisation, date: date, summary: "买办公用品",
                lines: [LedgerTests.debit("513", 5), LedgerTests.credit("102", 5)]))
        return (events.first as? VoucherDrafted)?.draft.text ?? ""
    }

    /// The review of a month's vouchers as an act, and its closing.
    func confirmAndClose(_ month: String) throws {
        let month = AccountingMonth(month)!
        do {
            try give(ConfirmVouchers(organisation: organisation, month: month), by: "station")
        } catch let rejection as Rejection where rejection.number == LedgerRefusal.nothingToConfirm.number {}
        try give(CloseMonth(organisation: organisation, month: month))
    }

    var stream: StreamID { StreamID("books", organisation.text) }

    @discardableResult
    func give<Verb: LedgerCommand>(_ command: Verb, by office: String = "accountant", as role: Role? = nil) throws
        -> [any Event<Ledger>]
    {
        try runner.give(command, by: principal(office, as: role))
    }

    func refuses<Verb: LedgerCommand>(
        _ refusal: LedgerRefusal, _ command: Verb, by office: String = "accountant", as role: Role? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        runner.expectRefusal(refusal, command, by: principal(office, as: role), sourceLocation: sourceLocation)
    }

    @discardableResult
    func post(_ date: String, _ lines: [VoucherLine], voucher: String? = nil, summary: String = "test") throws
        -> [any Event<Ledger>]
    {
        try give(posting(date, lines, voucher: voucher, summary: summary))
    }

    func posting(
        _ date: String, _ lines: [VoucherLine], voucher: String? = nil, summary: String = "test", papers: Int64 = 1,
        withoutPapers: String? = nil
    ) -> PostVoucher {
        PostVoucher(
            organisation: organisation, voucher: voucher.map { id($0, VoucherName.self) }, date: day(date),
            summary: summary, lines: lines, attachments: papers, withoutPapers: withoutPapers,
            reviewer: id("station", OfficeName.self))
    }

    func adding(_ code: String, _ name: String = "基本户") -> AddSubAccount {
        AddSubAccount(organisation: organisation, code: account(code), name: name)
    }

    func closing(_ month: String) -> CloseMonth {
        CloseMonth(organisation: organisation, month: AccountingMonth(month)!)
    }

    func reopening(_ month: String) -> ReopenMonth {
        ReopenMonth(organisation: organisation, month: AccountingMonth(month)!, reason: "补记一笔")
    }

    /// The books added up again from the events alone are those of the tables.
    func isRecounted() throws -> Bool {
        var recount = BookRecount()
        for event in runner.events { recount.add(event.event) }
        return try database.read { try recount.differences(in: $0) }.isEmpty
    }

    func advance(to date: String) throws { try runner.advance(to: day(date).start, system: principal("system")) }

    func trialBalance(through date: String, from first: String? = nil) throws -> TrialBalance {
        try database.read {
            try TrialBalanceQueries.get(
                organisation, from: first.flatMap { AccountingMonth($0) }, through: day(date), in: $0)
        }
    }

    /// Closing balances in yuan by account code; accounts at zero left out.
    func closings(_ date: String) throws -> [String: Int64] {
        var closings: [String: Int64] = [:]
        for line in try trialBalance(through: date).lines where line.closing != .zero {
            closings[line.account.text] = line.closing.fen / 100
        }
        return closings
    }

    func receivable(_ name: String) throws -> Receivable? {
        try database.read { try ReceivableQueries.find(id(name, ReceivableName.self), in: $0) }
    }
}

func id<Named>(_ text: String, _ type: Named.Type) -> Identifier<Named> { Identifier(text)! }
func day(_ text: String) -> CivilDate { CivilDate(text)! }
func yuan(_ amount: Int64) -> Money { Money(fen: amount * 100) }
func account(_ code: String) -> AccountCode { AccountCode(code)! }
func debit(_ code: String, _ amount: Int64) -> VoucherLine { VoucherLine(account(code), debit: yuan(amount)) }
func credit(_ code: String, _ amount: Int64) -> VoucherLine { VoucherLine(account(code), credit: yuan(amount)) }

func principal(_ office: String, of person: String? = nil, as role: Role? = nil) -> Principal {
    Principal(
        person: id(person ?? office, PersonName.self),
        role: role ?? (office == "system" ? .system : .villageAccountant),
        office: id(office, OfficeName.self), division: id("p14", DivisionName.self))
}
