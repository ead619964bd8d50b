import EventLog
import Foundation
import Kernel
import Storage
import TestSupport
import Testing
import Web

@testable import Platform

/// `QIANMO_AUCTIONS=1000` looks at more of them.
@Suite("Who bids is nobody's business while an auction runs") struct LinkTests {
    private static let auctions = ProcessInfo.processInfo.environment["QIANMO_AUCTIONS"].flatMap(Int.init) ?? 60

    @Test("public leaves link no bid to an account and no two lots by one person; those of the old form link every one")
    func linked() async throws {
        let sale = try await Sale(lots: Self.auctions)
        #expect(sale.wrong == [])
        let bids: Int64 = try sale.installation.database.read { try $0.get("SELECT COUNT(*) FROM bid") }
        #expect(bids == Int64(Self.auctions * 5))
        let now = try Stranger(sale.installation.publicLeaves(), guesses: sale.keys)
        // A registration, and on the average 5/3 bids, of each of three bidders.
        #expect(now.acts.count == Self.auctions * 8)
        #expect(now.named == [:])
        #expect(now.together == [])
        let old = try Stranger(sale.installation.leavesOfTheOldForm(sale.workshop.folder), guesses: sale.keys)
        #expect(old.acts == now.acts)
        #expect(Set(old.named.keys) == old.acts, "the desk stood in each of them")
        #expect(old.together.count > Self.auctions)
        let digests = try Stranger(
            sale.installation.leavesOfTheOldForm(sale.workshop.folder, desks: false), guesses: sale.keys)
        #expect(Set(digests.named.keys) == old.acts, "the digest of a key that can be guessed told it too")
    }

    @Test("no public page of a lot, and no page of the log, tells a bidder's account before the contract")
    func pages() async throws {
        var seen = ""
        // Not every life has a bid in the open hall; the first that has one ends the search.
        for seed in 1...20 where !seen.contains("exchange.bidPlaced") {
            let (past, wrong) = try await Simulation.past(seed)
            try #require(wrong == [])
            let installation = try Installation.open(
                .qianmo, dataDirectory: past.place.folder, database: past.place.store(), clock: past.place.clock)
            seen += try Self.publicPages(of: installation)
        }
        #expect(seen.contains("exchange.bidPlaced"), "the log was seen")
        #expect(SmallCounty.bidders.filter { seen.contains("\($0)-account") || seen.contains(">\($0)<") } == [])
    }

    /// What anybody is shown of lots without a contract and of the entries of bids.
    private static func publicPages(of installation: Installation) throws -> String {
        let (lots, entries): ([String], [Int64]) = try installation.database.read { tx in
            (
                try tx.rows("SELECT id FROM lot WHERE contract IS NULL ORDER BY id").map { try $0.get(0) },
                try tx.rows("SELECT entry FROM bid ORDER BY entry").map { try $0.get(0) }
            )
        }
        var seen = ""
        for route in installation.routes where route.rule.allows(nil) {
            let names =
                route.path.contains("{lot}")
                ? lots.map { ["lot": $0] }
                : route.path.contains("{entry}") ? entries.map { ["entry": String($0)] } : []
            for parameters in names {
                let request = PageRequest(
                    path: route.path, parameters: parameters, language: .english, now: installation.clock.now(),
                    principal: nil
                )
                switch route.handler {
                case .page(let handle), .form(_, let handle, _):
                    if case .page(let page) = try handle(request) { seen += page.body.markup }
                case .upload(let upload):
                    if case .page(let page) = try upload.page(request) { seen += page.body.markup }
                case .json(_, let handle):
                    if case .json(let json)? = try? handle(request) { seen += json.canonicalText }
                case .file(_, let handle):
                    if case .file(let bytes, _)? = try? handle(request) {
                        seen += String(decoding: bytes, as: UTF8.self)
                    }
                }
            }
        }
        return seen
    }
}

extension Installation {
    /// What anybody may have.
    fileprivate func publicLeaves() throws -> [[UInt8]] { try log.bytes(from: 0, limit: .max) }
}
