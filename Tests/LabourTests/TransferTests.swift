import Kernel
import Registry
import Storage
import TestSupport
import Testing

@testable import Labour

@Suite("Wages by the bank: the worker’s own account, one file, each wage once") struct TransferTests {
    private let market: Market

    /// Three people have worked a day; the first two have accounts.
    init() throws {
        market = try Market()
        try market.verify()
        for number in 1...3 { try market.register(number) }
        try market.post()
        for number in 1...3 { try market.take(number) }
        try market.work(all: Array(1...3))
        for number in 1...2 { try market.room.give(Self.account(number), by: Market.clerk) }
    }

    private static func account(_ number: Int, holder: String? = nil, digits: String? = nil) -> RegisterAccount {
        RegisterAccount(
            worker: Market.worker(number), holder: Personal(holder ?? "人\(number)", of: .example), bank: "信用社",
            number: Personal(digits ?? "6228 4800 0000 000\(number)", of: .example))
    }

    private let send = SendWages(order: Market.order())

    private static func settle(_ reference: String, file: Int64 = 1, returned: [Int] = []) -> SettleWages {
        SettleWages(
            order: Market.order(), file: file, reference: Personal(reference, of: .example),
            returned: returned.map(Market.worker))
    }

    private func owed(_ number: Int) throws -> Int64? { try market.state.engagements[Market.worker(number)]?.owed.fen }

    private func states() throws -> [String] {
        try market.room.database.read { tx in
            try AccountQueries.listTransfers(on: Market.order(), in: tx).map {
                "\($0.file) \($0.worker) \($0.amount.plainYuan) \($0.state)"
            }
        }
    }

    @Test("An account in another name, of another worker, or that is no number is refused, with the article")
    func accounts() throws {
        market.room.expectRefusal(.payeeNotWorker, Self.account(3, holder: "工头"), by: Market.clerk)
        market.room.expectRefusal(.accountOfAnother, Self.account(3, digits: "6228-4800-0000-0001"), by: Market.clerk)
        market.room.expectRefusal(.notAccount, Self.account(3, digits: "1234"), by: Market.clerk)
        #expect(LabourRefusal.accountOfAnother.statement.basis?.article.zh.contains("第十一条") == true)
        #expect(LabourRefusal.payeeNotWorker.statement.basis?.article.zh.contains("第十一条") == true)
        let unknown = RegisterAccount(
            worker: Market.worker(9), holder: Personal("人9", of: .example), bank: "信用社",
            number: Personal("6228480000000009", of: .example))
        market.room.expectRefusal(.noSuchWorker, unknown, by: Market.clerk)
        try market.room.give(Self.account(2, digits: "ABCD00000002"), by: Market.clerk)
        let known = try market.room.database.read { try AccountQueries.find(Market.worker(2), in: $0) }
        #expect(known?.number == "ABCD00000002", "a new one takes the place of the former")
    }

    @Test("A file holds each wage once; made again it holds nothing, and what is in it is not paid by hand")
    func once() throws {
        try market.pay(1, fen: 6_000, reference: "cash-1")
        try market.room.give(send, by: Market.clerk)
        #expect(try states() == ["1 worker-1 100.00 sent", "1 worker-2 160.00 sent"])
        market.room.expectRefusal(.nothingToSend, send, by: Market.clerk)
        let byHand = PayWages(
            order: Market.order(), worker: Market.worker(1), payee: Market.worker(1), amount: Money(fen: 100),
            method: .cash, reference: Personal("cash-2", of: .example))
        market.room.expectRefusal(.withBank, byHand, by: Market.clerk)
        market.room.expectRefusal(.withBank, Self.account(1, digits: "6228480000000011"), by: Market.clerk)
        try market.room.give(Self.settle("BANK-1"), by: Market.clerk)
        #expect(try owed(1) == 0 && owed(2) == 0 && owed(3) == 16_000)
        market.room.expectRefusal(.fileSettled, Self.settle("BANK-1"), by: Market.clerk)
        market.room.expectRefusal(.noSuchFile, Self.settle("BANK-1", file: 2), by: Market.clerk)
        let paid = market.room.all(WagesPaid.self)
        #expect(paid.map(\.amount.fen) == [6_000, 10_000, 16_000] && paid.map(\.left.fen) == [10_000, 0, 0])
        #expect(try states() == ["1 worker-1 100.00 paid", "1 worker-2 160.00 paid"])
    }

    @Test("What the bank sends back is owed as before, and is in the next file alone")
    func returned() throws {
        try market.room.give(send, by: Market.clerk)
        market.room.expectRefusal(.noSeat, Self.settle("BANK-1", returned: [3]), by: Market.clerk)
        market.room.expectRefusal(.reasonMissing, Self.settle(" "), by: Market.clerk)
        try market.room.give(Self.settle("BANK-1", returned: [2]), by: Market.clerk)
        #expect(try owed(1) == 0 && owed(2) == 16_000)
        try market.room.give(Self.account(2, digits: "6228480000000022"), by: Market.clerk)
        try market.room.give(Self.account(3), by: Market.clerk)
        try market.room.give(send, by: Market.clerk)
        #expect(
            try states() == [
                "2 worker-2 160.00 sent", "2 worker-3 160.00 sent", "1 worker-1 160.00 paid",
                "1 worker-2 160.00 returned",
            ])
        try market.room.give(Self.settle("BANK-2", file: 2), by: Market.clerk)
        #expect(try owed(2) == 0 && owed(3) == 0)
    }

    @Test("An erased worker’s account is gone, and the log has neither number nor mark")
    func erased() throws {
        try market.room.give(send, by: Market.clerk)
        try market.room.give(Self.settle("BANK-1"), by: Market.clerk)
        for leaf in try market.leaves() {
            let words = String(decoding: leaf, as: UTF8.self)
            #expect(!words.contains("62284800") && !words.contains("BANK-1"))
        }
        try market.room.give(EraseWorker(worker: Market.worker(1)), by: Market.county)
        #expect(try market.room.database.read { try AccountQueries.find(Market.worker(1), in: $0) } == nil)
        market.room.expectRefusal(.workerErased, Self.account(1), by: Market.clerk)
    }
}
