import EventLog
import Foundation
import Kernel
@testable import Platform
import Storage
import TestSupport
import Testing
import Web

@Suite("What is personal stays out of sight") struct PersonalDataTests {
    @Test(
        "200 identity numbers and 200 phones stand in no leaf, no page or form of the public or of a bidder, no export and no word of the program"
    )
    func planted() async throws {
        let practice = try PracticeHouse()
        let installation = practice.installation
        _ = try await practice.run("luxian-2019.jsonl")
        let station = try #require(OfficeID("yusi-station"))
        let agent = try #require(try installation.findPrincipal(office: station))
        var planted: [String] = []
        var submissions: [Submission] = []
        for number in 0..<200 {
            let born = 19_500_101 + number % 28 + 10_000 * (number % 50)
            let serial = String(1_000 + number).dropFirst()
            let identity = try #require(IdentityNumber.completing("510521\(born)\(serial)"))
            let phone = "138\(10_000_000 + number * 7_919)"
            let name = "Planted Person \(number)"
            planted += [identity.revealed, phone, name]
            submissions.append(
                Submission(
                    command: "registry.registerParty",
                    arguments: [
                        "party": .string("planted-\(number)"), "kind": "person", "division": "p510521111207",
                        "name": .string(name), "identityNumber": .string(identity.revealed), "phone": .string(phone),
                    ], principal: agent, key: "planted-\(number)"))
        }
        let answers = try await installation.writer.submit(all: submissions)
        #expect(answers.compactMap(\.number) == [])
        var seen = ""
        for index in 0..<(try installation.log.head().size) {
            seen += String(decoding: try #require(try installation.log.leaf(index)), as: UTF8.self)
        }
        let export = practice.workshop.folder.appending(path: "log")
        _ = try installation.log.export(to: export.path)
        for case let file as URL in FileManager.default.enumerator(at: export, includingPropertiesForKeys: nil)
            ?? .init()
        {
            if let data = try? Data(contentsOf: file) { seen += String(decoding: data, as: UTF8.self) }
        }
        let stranger = try #require(
            try installation.findPrincipal(office: OfficeID("longcheng-account")!))
        #expect(stranger.role == .bidder)
        let parameters = [
            "division": "p510521111207", "lot": "luxian-2019", "contract": "luxian-contract", "asset": "tanba-20mu",
            "organisation": "tanba-collective", "entry": "90", "party": "planted-7", "notice": "luxian-2019-notice-1",
        ]
        seen += installation.pages(of: nil, parameters)
        let asBidder = installation.pages(of: stranger, parameters)
        #expect(asBidder.contains("<form"), "a bidder is shown forms")
        seen += asBidder
        #expect(seen.contains("planted-7"), "the parties themselves are in the log")
        #expect(planted.filter { seen.contains($0) } == [])
        #expect(answers.allSatisfy { answer in !planted.contains { "\(answer)".contains($0) } })
    }

}

extension Installation {
    /// Every page, form, JSON and file that `principal` (nil: the public) may read, in both languages, of the village
    /// concerned where one is asked for.
    func pages(of principal: Principal?, _ parameters: [String: String]) -> String {
        var text = ""
        for route in routes where route.rule.allows(principal) {
            for language in Language.allCases {
                let request = PageRequest(
                    path: route.path, parameters: parameters, language: language, now: clock.now(),
                    principal: principal)
                switch route.handler {
                case .page(let handle), .form(_, let handle, _):
                    if case .page(let page)? = try? handle(request) { text += page.title + page.body.markup }
                case .upload(let upload):
                    if case .page(let page)? = try? upload.page(request) { text += page.title + page.body.markup }
                case .json(_, let handle):
                    if case .json(let json)? = try? handle(request) { text += json.canonicalText }
                case .file(_, let handle):
                    if case .file(let bytes, _)? = try? handle(request) {
                        text += String(decoding: bytes, as: UTF8.self)
                    }
                }
            }
        }
        return text
    }
}
