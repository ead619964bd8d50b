import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Exchange

/// Bank files as banks write them.
@Suite("Bank files") struct BankFileTests {
    private func bank(_ rows: String...) -> ImportDeposits {
        let head = "流水号,日期,金额,付款户名,付款账号,附言"
        return ImportDeposits(csv: Personal(([head] + rows).joined(separator: "\n"), of: .example))
    }

    private func listed(bidders: Int) throws -> TestInstallation {
        let installation = try TestInstallation()
        try installation.list()
        for number in 1...bidders {
            try installation.give(
                RegisterBidder(
                    lot: Village.lot, bidder: Village.id("b\(number)"), party: Village.id("person\(number)"),
                    account: Personal("6222 000\(number)", of: Village.id("x"))),
                by: Village.principal(.bidder, "person\(number)"))
        }
        return installation
    }

    private static let station = Principal(
        person: Village.id("agent"), role: .stationAgent, office: Village.id("desk"),
        division: Village.id("p140421100"))

    @Test(
        "A file that is neither a workbook nor text is refused by what it is",
        arguments: [([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] as [UInt8], 1108), (Array("<html>".utf8), 1109)])
    func otherFiles(_ bytes: [UInt8], _ number: Int) throws {
        let rejection = #expect(throws: Rejection.self) { try DepositFile.read(bytes) }
        #expect(rejection?.number == number)
    }

    @Test(
        "A bank's whole statement is read as banks write it; an amount with two readings is refused and both are named")
    func wholeStatement() throws {
        let installation = try listed(bidders: 2)
        installation.now = Village.at("2026-03-04T16:00:00+08:00")
        let head = "某某银行账户明细\n,,,,,,\n交易流水号\t交易日期\t借方发生额\t贷方发生额（元）\t对方户名\t对方账号\t附言\n"
        let rows = "T1\t2026.3.4 14:02:33\t\t\"10,000.00\"\t王\t6222 0001\tb1\nT2\t20260304\t3,000.00\t\t张\t1\t取现\n"
        let rest =
            "T3\t2026年3月4日\t\t3.17\t\t\t结息\nT4\t2026/3/4\t0\t10000元\t李\t62220009\tｂ２\n合计\t\t3000\t20003.17\t\t\t\n"
        try installation.give(ImportDeposits(csv: Personal(head + rows + rest, of: .example)), by: Self.station)
        let lines = try installation.database.read { try BidderQueries.listLines(of: Village.lot, in: $0) }
        #expect(lines.sorted { $0.bidder < $1.bidder }.map(\.deposit) == [.matched, .arrived])
        let answers = try BankLine.answers(head + rows + rest)
        #expect(answers.map(\.line) == [1, 2, 4, 5, 6, 7, 8])
        do {
            try installation.give(bank("T1,2026-03-04,\"100,00\",王,62220001,b1"), by: Self.station)
            Issue.record("an amount with two readings was taken")
        } catch let rejection as Rejection {
            #expect(rejection.number == 1025)
            #expect(rejection.text.en.contains("100.00") && rejection.text.en.contains("10000"))
        }
    }
}
