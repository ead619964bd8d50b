import Kernel
import TestSupport
import Testing

@testable import Platform

/// What waits at a desk, thing by thing.
@Suite("The desk's list") struct DeskTests {
    @Test("Every lot on a desk leads to its act, says since when it waits, and counts working days where a clock runs")
    func items() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        let clerk = try #require(try practice.installation.findPrincipal(office: OfficeID("tanba-clerk") ?? .example))
        let notice: JSON = [
            "notice": "accounts-2023-06", "division": .string(clerk.division.text), "kind": "finance",
            "titleZh": "六月账目", "titleEn": "Accounts of June", "bodyZh": "见附表。", "bodyEn": "See the table.",
            "workingDays": 5,
        ]
        let objection: JSON = ["notice": "accounts-2023-06", "objection": "objection-1", "text": "面积不对。"]
        for (command, arguments) in [("disclosure.openNotice", notice), ("disclosure.raiseObjection", objection)] {
            _ = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: clerk, key: command))
        }
        let items = try practice.installation.listWaiting(for: clerk).flatMap(\.items)
        let item = try #require(items.first { $0.path == "/notices/accounts-2023-06/objections/objection-1/answer" })
        #expect(item.subject.zh.hasPrefix("六月账目 · ") && item.since != nil)
        #expect(item.daysLeft == 5, "the day itself does not count")
    }

    @Test("Who objected in person sees on the first page that it waits for an answer and until when; then the answer")
    func ownObjection() async throws {
        let practice = try PracticeHouse()
        _ = try await practice.run("luxian-2019.jsonl")
        func principal(_ office: String) throws -> Principal {
            try #require(try practice.installation.findPrincipal(office: OfficeID(office) ?? .example))
        }
        let (clerk, bidder) = (try principal("tanba-clerk"), try principal("longcheng-account"))
        func give(_ command: String, _ arguments: JSON, by principal: Principal) async throws {
            let outcome = try await practice.installation.writer.submit(
                Submission(command: command, arguments: arguments, principal: principal, key: command))
            guard case .accepted = outcome else {
                Issue.record("\(command): \(outcome)")
                return
            }
        }
        func elsewhere() throws -> [Waiting.Item] {
            try practice.installation.listWaiting(for: bidder).filter(\.isElsewhere).flatMap(\.items)
        }
        try await give(
            "disclosure.openNotice",
            [
                "notice": "accounts-2023-06", "division": .string(clerk.division.text), "kind": "finance",
                "titleZh": "六月账目", "titleEn": "Accounts of June", "bodyZh": "见附表。", "bodyEn": "See the table.",
                "workingDays": 5,
            ], by: clerk)
        #expect(try elsewhere().isEmpty)
        try await give(
            "disclosure.raiseObjection",
            ["notice": "accounts-2023-06", "objection": "objection-1", "text": "面积不对。"], by: bidder)
        let waiting = try elsewhere()
        #expect(waiting.map(\.path) == ["/notices/accounts-2023-06"] && waiting.first?.daysLeft == 5)
        #expect(waiting.first?.subject.zh == "六月账目" && waiting.first?.act.zh == "等待答复")
        try await give(
            "disclosure.answerObjection",
            ["notice": "accounts-2023-06", "objection": "objection-1", "answerZh": "已核对。"], by: clerk)
        #expect(try elsewhere().map(\.act.zh) == ["已答复，看答复"] && elsewhere().first?.by == nil)
        practice.clock.set(practice.clock.now().adding(days: 31))
        #expect(try elsewhere().isEmpty)
    }
}
