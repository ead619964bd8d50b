import Exchange
import Foundation
import Kernel
import Registry
import Testing
import Web

@testable import Platform

/// What a desk sees beside the decision it takes on a lot.
@Suite("What a desk decides on") struct DeskBasisTests {
    @Test("Before acceptance the missing papers are named, on the list and as the refusal that would come")
    func missingPapers() async throws {
        let practice = try await deal(upTo: "submit")
        let missing = try page(practice, "acceptLot", by: "luxian-intake")
        #expect(
            missing.contains("还缺 2 件") && missing.contains("现在还办不了")
                && missing.components(separatedBy: "农户流转委托书").count == 3)
        #expect(missing.contains("决议"), "the resolution stands beside the papers")
        let complete = try page(try await deal(upTo: "paper-parcels"), "acceptLot", by: "luxian-intake")
        #expect(complete.contains("申请材料：齐全") && !complete.contains("现在还办不了"))
    }

    @Test("Whoever releases a notice reads its text before it is public; nothing is written by looking")
    func draftOfTheNotice() async throws {
        let practice = try await deal(upTo: "review")
        let before = try practice.installation.log.head().size
        let page = try page(practice, "publishNotice", by: "luxian-release")
        #expect(page.contains("将公布的内容") && page.contains("谭坝村") && page.contains("起始价"))
        #expect(try practice.installation.log.head().size == before)
        let accepted = try self.page(practice, "publishNotice", by: "luxian-review")
        #expect(accepted.contains("现在还办不了"), "who reviewed does not release")
    }

    @Test("Whoever publishes the result reads the winner's paddle and price, and the text")
    func draftOfTheResult() async throws {
        let practice = try await deal(before: "result")
        let page = try page(practice, "publishResult", by: "luxian-intake")
        #expect(page.contains("1,200") && page.contains("号"), "the price reached and whose it is")
        #expect(page.contains("将公布的内容"))
    }

    @Test("The desk that answers an objection reads its words; once destroyed, the page says so")
    func objection() async throws {
        let practice = try await deal(upTo: "result")
        let run = try await practice.run(
            text: #"{"at":"2019-03-26T09:00:00+08:00","by":"yusi-coop-account","do":"exchange.raiseObjection","#
                + #""with":{"lot":"luxian-2019","grounds":"第三次加价晚了两秒"},"key":"object"}"#)
        #expect(run.summary.unexpected == 0)
        #expect(try page(practice, "answerObjection", by: "luxian-review").contains("第三次加价晚了两秒"))
    }

    @Test("The desk that lets a bidder in reads name, account and registration number; the bidder's own page does not")
    func identity() async throws {
        let practice = try await deal(upTo: "declare-longcheng")
        let page = try self.page(
            practice, "bidders/{bidder}/recordDeposit", by: "luxian-intake", ["bidder": "luxian-longcheng"])
        #expect(page.contains("泸县龙城农业开发有限公司") && page.contains("LZ-BANK-1") && page.contains("luxian-longcheng"))
    }

    private func deal(upTo key: String) async throws -> PracticeHouse { try await deal(key, isIncluded: true) }
    private func deal(before key: String) async throws -> PracticeHouse { try await deal(key, isIncluded: false) }

    private func deal(_ key: String, isIncluded: Bool) async throws -> PracticeHouse {
        let practice = try PracticeHouse()
        let lines = try PracticeHouse.text("luxian-2019.jsonl").split(separator: "\n")
        let last = try #require(lines.firstIndex { $0.contains("\"key\":\"\(key)\"") }, "no step \(key)")
        let run = try await practice.run(text: lines[..<(isIncluded ? last + 1 : last)].joined(separator: "\n"))
        #expect(run.summary.unexpected == 0)
        return practice
    }

    private func page(_ practice: PracticeHouse, _ act: String, by office: String, _ more: [String: String] = [:])
        throws
        -> String
    {
        let route = try #require(practice.installation.routes.first { $0.path == "/lots/{lot}/\(act)" })
        guard case .form(_, let show, _) = route.handler else { throw PageWalkFault.noForm(act) }
        let id = try #require(OfficeID(office))
        let principal = try #require(try practice.installation.findPrincipal(office: id))
        let request = PageRequest(
            path: route.path, parameters: ["lot": "luxian-2019"].merging(more) { $1 }, now: practice.clock.now(),
            principal: principal)
        guard case .page(let page) = try show(request) else { throw PageWalkFault.noForm(act) }
        return page.body.markup
    }
}

private enum PageWalkFault: Error { case noForm(String) }
