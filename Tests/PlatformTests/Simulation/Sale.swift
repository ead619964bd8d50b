import Foundation
import Kernel
import Storage
import TestSupport

@testable import Platform

/// Many auctions in a small county, each with three of the five bidders and five bids; no result is published yet.
struct Sale {
    let workshop: Workshop
    let installation: Installation
    /// Of every submission.
    private(set) var keys: [String] = []
    private(set) var wrong: [String] = []

    init(lots count: Int) async throws {
        workshop = try Workshop()
        workshop.clock.set(SmallCounty.start.milliseconds)
        installation = try Installation.open(
            .qianmo, dataDirectory: workshop.folder, database: workshop.store(), clock: workshop.clock)
        for line in SmallCounty.lines { try await give([(line.office.text, line.command, line.arguments)]) }
        let lots = (0..<count).map { "lot-\($0)" }
        workshop.clock.set(SmallCounty.start.milliseconds + 3_600_000)
        try await give(lots.map { ("clerk-0", "registry.registerAsset", Sale.asset($0)) })
        try await give(lots.map { ("clerk-0", "exchange.draftLot", Sale.terms($0)) })
        for (office, command) in [("clerk-0", "submitLot"), ("intake", "acceptLot")] {
            try await give(lots.map { (office, "exchange.\(command)", ["lot": .string($0)]) })
        }
        try await give(lots.map { ("review", "exchange.reviewLot", ["lot": .string($0), "decision": "approve"]) })
        try await give(lots.map { ("release", "exchange.publishNotice", ["lot": .string($0)]) })
        workshop.clock.advance(3_600_000)
        try await admit(to: lots)
        try await bid(on: lots)
    }

    private static func bidders(of number: Int) -> [String] {
        (0..<3).map { SmallCounty.bidders[(number + $0) % SmallCounty.bidders.count] }
    }

    private mutating func admit(to lots: [String]) async throws {
        for place in 0..<3 {
            let pairs = lots.enumerated().map { ($1, Sale.bidders(of: $0)[place], "r-\($0)-\(place)") }
            try await give(
                pairs.map { lot, party, bidder in
                    (
                        "\(party)-account", "exchange.registerBidder",
                        [
                            "lot": .string(lot), "bidder": .string(bidder), "party": .string(party),
                            "account": .string("BANK-\(party)"),
                        ]
                    )
                })
            try await give(
                pairs.map { _, party, bidder in
                    (
                        "intake", "exchange.recordDeposit",
                        [
                            "bidder": .string(bidder), "amountFen": 60_000, "payerAccount": .string("BANK-\(party)"),
                            "payerName": .string(party), "reference": .string("D-\(bidder)"),
                        ]
                    )
                })
            try await give(pairs.map { ("intake", "exchange.qualifyBidder", ["bidder": .string($0.2)]) })
        }
    }

    /// The house lays the halls on several hours: one after another.
    private mutating func bid(on lots: [String]) async throws {
        let sight = try installation.database.read { try Sight($0) }
        let halls = Dictionary(grouping: sight.lots, by: { $0.opensAt ?? 0 })
        for (opens, hall) in halls.sorted(by: { $0.key < $1.key }) {
            workshop.clock.set(opens + 1_000)
            let numbers = hall.compactMap { lots.firstIndex(of: $0.id) }
            for turn in 0..<5 {
                workshop.clock.advance(5_000)
                try await give(
                    numbers.map { number in
                        (
                            "\(Sale.bidders(of: number)[turn % 3])-account", "exchange.placeBid",
                            ["lot": .string(lots[number]), "priceFen": .integer(80_000 + Int64(turn) * 2_000)]
                        )
                    })
            }
        }
    }

    private mutating func give(_ acts: [(office: String, command: String, arguments: JSON)]) async throws {
        var submissions: [Submission] = []
        for act in acts {
            guard let office = OfficeID(act.office), let principal = try installation.findPrincipal(office: office)
            else {
                wrong.append("no office \(act.office)")
                continue
            }
            keys.append("k\(keys.count)")
            submissions.append(
                Submission(
                    command: act.command, arguments: act.arguments, principal: principal, key: keys.last ?? ""))
        }
        for case .rejected(let rejection) in try await installation.writer.submit(all: submissions) {
            wrong.append("\(acts[0].command): \(rejection.number) \(rejection.text.en)")
        }
    }

    private static func asset(_ lot: String) -> JSON {
        [
            "asset": .string("field-of-\(lot)"), "owner": .string(SmallCounty.collective(0)),
            "division": .string("p\(SmallCounty.villages[0])"), "class": "irrigated", "kind": "resource",
            "name": .string("field of \(lot)"), "area": 20_000, "right": "ownership", "use": "wheat",
        ]
    }

    private static func terms(_ lot: String) -> JSON {
        [
            "lot": .string(lot), "asset": .string("field-of-\(lot)"),
            "organisation": .string(SmallCounty.collective(0)),
            "category": "A2", "transferWay": "lease", "mode": "ascending", "use": "wheat", "areaUnits": 10_000,
            "years": 3, "startPriceFen": 80_000, "priceUnit": "fenPerMuYear", "stepFen": 2_000,
            "extensionSeconds": 90, "depositFen": 50_000, "resolution": "resolution-0",
        ]
    }
}
