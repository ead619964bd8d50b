import Disclosure
import Kernel
import Registry
import Storage
import Testing

@testable import Platform

/// Objections to a lot's result are one thing, on the notice board and at the lot.
@Suite struct ObjectionTests {
    private let practice: PracticeHouse
    private let notice: NoticeID

    /// The Luxian deal up to its published result.
    init() async throws {
        practice = try PracticeHouse()
        let lines = try PracticeHouse.text("luxian-2019.jsonl").split(separator: "\n")
        let result = try #require(lines.firstIndex { $0.contains("\"key\":\"result\"") })
        let run = try await practice.run(text: lines[...result].joined(separator: "\n"))
        #expect(run.summary.unexpected == 0)
        notice = try #require(
            try practice.installation.database.read { tx in
                try NoticeQueries.list(about: StreamID("lot", "luxian-2019"), in: tx).first { $0.kind == .result }?.id
            })
    }

    @Test("An objection on the notice board stops the lot, and the lot's answer stands on the board")
    func fromTheBoard() async throws {
        try await give("yusi-coop-account", "disclosure.raiseObjection", #""notice":"\#(notice)","text":"面积不对""#)
        #expect(try state() == "objection")
        try await give(
            "luxian-review", "disclosure.answerObjection",
            #""notice":"\#(notice)","objection":"\#(try board().id)","answerZh":"已复核""#, expect: 5017)
        #expect(try board().answer == nil)
        try await give("luxian-review", "exchange.answerObjection", Self.dismissed)
        #expect(try state() == "resultPublicity")
        #expect(try board().answer?.zh == "已复核")
        _ = try practice.verify()
    }

    @Test("An objection raised at the lot hangs on the board, and taking the award back answers all of them")
    func fromTheLot() async throws {
        try await give("yusi-coop-account", "exchange.raiseObjection", #""lot":"luxian-2019","grounds":"面积不对""#)
        try await give("shunhe-account", "disclosure.raiseObjection", #""notice":"\#(notice)","text":"价格不对""#)
        #expect(try objections().count == 2)
        try await give(
            "luxian-review", "exchange.answerObjection",
            #""lot":"luxian-2019","number":1,"decision":"upheld","answer":"已复核""#)
        #expect(try state() == "relistDecision")
        #expect(try objections().allSatisfy { $0.answer?.zh == "已复核" })
        _ = try practice.verify()
    }

    @Test("Nobody can hang a notice that would stop another's lot")
    func ownNotice() async throws {
        try await give(
            "tanba-clerk", "disclosure.openNotice",
            #""division":"p510521111207","kind":"result","subject":"lot/luxian-2019","titleZh":"成交","#
                + #""titleEn":"Result","bodyZh":"见附","bodyEn":"See","workingDays":5"#, expect: 5016)
    }

    private static let dismissed = #""lot":"luxian-2019","number":1,"decision":"dismissed","answer":"已复核""#

    private func give(_ office: String, _ command: String, _ arguments: String, expect: Int? = nil) async throws {
        let expected = expect.map { #","expect":\#($0)"# } ?? ""
        let run = try await practice.run(
            text: #"{"at":"2019-03-26T09:00:00+08:00","by":"\#(office)","do":"\#(command)","with":{\#(arguments)},"#
                + #""key":"\#(office)-\#(command)"\#(expected)}"#)
        #expect(run.summary.unexpected == 0, "\(office) \(command): \(run.steps.map { "\($0.answer)" })")
    }

    private func state() throws -> String {
        try practice.installation.database.read { try $0.get("SELECT state FROM lot WHERE id = 'luxian-2019'") }
    }

    private func objections() throws -> [Objection] {
        try practice.installation.database.read { try NoticeQueries.listObjections(to: notice, in: $0) }
    }

    private func board() throws -> Objection { try #require(try objections().first) }
}

/// An objection to the notice that offers a lot holds the lot up until it is answered.
@Suite struct NoticeObjectionTests {
    private let practice: PracticeHouse

    /// The Luxian deal up to its third admitted bidder, two weeks before the auction.
    init() async throws {
        practice = try PracticeHouse()
        let lines = try PracticeHouse.text("luxian-2019.jsonl").split(separator: "\n")
        let last = try #require(lines.firstIndex { $0.contains("\"key\":\"qualify-shunhe\"") })
        let run = try await practice.run(text: lines[...last].joined(separator: "\n"))
        #expect(run.summary.unexpected == 0)
    }

    @Test("The hall stays closed on its day; the morning after the answer it opens")
    func held() async throws {
        let notice = #""notice":"luxian-2019-notice-1""#
        try await give(
            "2019-03-14T09:00:00", "yusi-coop-account", "disclosure.raiseObjection",
            #"\#(notice),"objection":"too-small","text":"面积不对""#)
        #expect(try holds() == [true])
        let bid = #""lot":"luxian-2019","priceFen":80000"#
        try await give(
            "2019-03-25T10:00:00", "luxian-review", "disclosure.answerObjection",
            #"\#(notice),"objection":"too-small","answerZh":"已复核，面积无误""#)
        // The hall would have opened an hour ago.
        #expect(try holds() == [false])
        #expect(try state() == "auctionScheduled")
        try await give("2019-03-26T09:00:30", "shunhe-account", "exchange.placeBid", bid)
        #expect(try state() == "auctionRunning")
        _ = try practice.verify()
    }

    private func give(_ at: String, _ office: String, _ command: String, _ arguments: String) async throws {
        let run = try await practice.run(
            text: #"{"at":"\#(at)+08:00","by":"\#(office)","do":"\#(command)","with":{\#(arguments)},"#
                + #""key":"\#(at)-\#(office)"}"#)
        #expect(run.summary.unexpected == 0, "\(office) \(command): \(run.steps.map { "\($0.answer)" })")
    }

    private func state() throws -> String {
        try practice.installation.database.read { try $0.get("SELECT state FROM lot WHERE id = 'luxian-2019'") }
    }

    private func holds() throws -> [Bool] {
        try practice.installation.database.read { tx in
            try tx.rows("SELECT released_at FROM lot_hold ORDER BY objection").map { row in
                let at: Instant? = try row.find(0)
                return at == nil
            }
        }
    }
}
