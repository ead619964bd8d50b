import Attachments
import Foundation
import Kernel
import TestSupport
import Testing
import Web

@testable import Platform

/// How long papers are kept.
@Suite("The clocks of papers") struct PaperTermTests {
    @Test(
        "Every event that names papers is in one class, and no class names another; rows stand in order of their days")
    func complete() {
        let named = PaperClass.all.flatMap { Array($0.events) }
        #expect(named.count == Set(named).count, "an event is in two classes")
        let wanted = Set(InstallationPlan.qianmo.modules.papers.keys)
        #expect(wanted.subtracting(named).sorted() == [])
        #expect(Set(named).subtracting(wanted).sorted() == [])
        for part in PaperClass.all {
            #expect(!part.terms.isEmpty && part.terms.map(\.since) == part.terms.map(\.since).sorted())
        }
    }

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private func house() async throws -> (DemoHouse, contract: String, photo: String) {
        let house = try await DemoHouse()
        #expect(
            try await house.give(
                "county-intake", "registry.registerParty",
                ["party": "own-a", "kind": "person", "name": "Lessee", "division": "p140498102201"]) == nil)
        func keep(_ text: String) throws -> String {
            try house.practice.installation.papers.keep(
                Array(text.utf8) + [UInt8](repeating: 0x20, count: 80), name: "\(text.suffix(1)).pdf",
                by: house.principal("hewan-station").person, at: house.practice.clock.now())
        }
        let (contract, photo) = (try keep("%PDF-1.7 contract"), try keep("%PDF-1.7 photo"))
        for (command, arguments) in OwnPaperTests.commands("c-1", to: "own-a", paper: contract) {
            #expect(try await house.give("hewan-station", command, arguments) == nil, "\(command)")
        }
        #expect(
            try await house.give(
                "hetou-clerk", "ledger.submitClaim",
                [
                    "organisation": "hetou-collective", "claim": "k-1", "date": "2026-11-28", "matter": "修水渠",
                    "payee": "own-a", "amountFen": 10_000, "photo": .string(photo),
                ]) == nil)
        return (house, contract, photo)
    }

    @Test(
        "A contract's paper is kept thirty years from its end, one of the accounts from the next year; the day before it is, on the day it is not"
    )
    func edges() async throws {
        let (house, contract, photo) = try await house()
        let papers = house.practice.installation.papers
        // Let to 2029-11-27; claimed in 2026.
        let ends = [(contract, "2059-11-28"), (photo, "2057-01-01")]
        let desk = try house.principal("hetou-clerk")
        for (mark, text) in ends {
            let first = try day(text)
            let kept = try #require(try papers.kept(mark))
            #expect(kept.until == first)
            #expect(!kept.hasEnded(on: first.adding(days: -1)) && kept.hasEnded(on: first))
            #expect(
                try !papers.listEnded(on: first.adding(days: -1), for: desk).papers.contains { $0.label.mark == mark })
            #expect(try papers.listEnded(on: first, for: desk).papers.contains { $0.label.mark == mark })
        }
        let last = try day("2070-01-01")
        #expect(try papers.listEnded(on: last, for: desk).papers.map(\.label.mark) == [contract, photo])
        let one = try papers.listEnded(on: last, for: desk, limit: 1)
        #expect(one.papers.map(\.label.mark) == [contract] && one.hasMore)
        // Of another place, and of a private person, nothing is listed; what is gone is not either.
        #expect(try papers.listEnded(on: last, for: OwnPaperTests.clerk(of: "p140498101201")).papers.isEmpty)
        let lessee = Principal(
            person: try #require(PersonID("own-a")), role: .bidder, office: try #require(OfficeID("o")),
            division: try #require(DivisionID("p140498102201")))
        #expect(try papers.listEnded(on: last, for: lessee).papers.isEmpty)
        papers.store.end(photo)
        #expect(try papers.listEnded(on: last, for: desk).papers.map(\.label.mark) == [contract])
    }

    @Test(
        "Of several acts the longest term holds, and what one of them keeps for ever is kept for ever; what none names has no term"
    )
    func longest() async throws {
        let (house, contract, _) = try await house()
        let papers = house.practice.installation.papers
        // The same paper as an original of the accounts: the contract's thirty years end later.
        #expect(
            try await house.give(
                "hetou-clerk", "ledger.submitClaim",
                [
                    "organisation": "hetou-collective", "claim": "k-2", "date": "2026-11-28", "matter": "修桥",
                    "payee": "own-a", "amountFen": 20_000, "photo": .string(contract),
                ]) == nil)
        #expect(try papers.kept(contract)?.until == day("2059-11-28"))
        #expect(try papers.kept(String(repeating: "0", count: 64)) == nil)
        #expect(PaperClass.of("registry.resolutionRecorded")?.term(on: try day("2026-01-01"))?.years == .forEver)
    }
}
