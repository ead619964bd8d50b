import Exchange
import Foundation
import Kernel
import TestSupport
import Testing

@testable import ExchangeTests
@testable import Supervision

@Suite("Red flags where the village buys, against other people's fixtures")
struct RedFlagFixtureTests {
    static let pairs = [
        "R003", "R003-procurement_method_details-x-5-y-10", "R003-procurement_methods-open+selective",
        "R003-threshold-10", "R018", "R024", "R025", "R028", "R030", "R035", "R036", "R038", "R038-tenderer",
        "R048-minimum_contracting_processes-1", "R058",
    ]

    @Test(
        "Every flag, value and bidder of a Cardinal fixture comes out, and nothing else",
        .enabled(if: sharedData("redflags/R003.jsonl") != nil, "needs ../shared/data/redflags"), arguments: pairs)
    func reproduces(name: String) throws {
        let input = try #require(sharedText("redflags/\(name).jsonl"))
        let cases = try input.split(separator: "\n").map { try CompiledRelease(json: String($0)).redFlagCase }
        #expect(!cases.isEmpty)
        let review = RedFlagReview(cases, .down, thresholds(for: name))
        let code = String(name.prefix(4))
        var found: [String: [String: Double]] = [:]
        for finding in review.findings where finding.flag.code == code {
            let (group, id) = group(of: finding.subject)
            let value = Double(finding.value.rounded(toPlaces: 12)) / 1e12
            let old = found[group, default: [:]].updateValue(value, forKey: id)
            #expect(old == nil || old == value)
        }
        #expect(found == (try expected(name, code)))
    }

    @Test("All fifteen pairs are there", .enabled(if: sharedData("redflags") != nil, "needs ../shared/data/redflags"))
    func allPairs() throws {
        let folder = try #require(sharedData("redflags"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let inputs = files.filter { $0.hasSuffix(".jsonl") }.map { String($0.dropLast(6)) }
        #expect(inputs.sorted() == Self.pairs.sorted())
        #expect(inputs.count == 15)
    }

    /// The settings the fixtures were made with: those in the file's name, and two procedures left out.
    private func thresholds(for name: String) -> RedFlagThresholds {
        var thresholds = RedFlagThresholds()
        thresholds.methodsWithoutPrices = ["NPC"]
        thresholds.excludedMethods = ["EXC"]
        let parts = name.split(separator: "-").dropFirst().map(String.init)
        switch parts.first {
        case "threshold": thresholds.noticeDays = Int64(parts[1]) ?? 0
        case "procurement_methods": thresholds.noticeMethods = Set(parts[1].split(separator: "+").map(String.init))
        case "procurement_method_details": thresholds.noticeDaysByDetail = ["x": 5, "y": 10]
        case "minimum_contracting_processes": thresholds.leastAwards = Int(parts[1]) ?? 0
        default: break
        }
        return thresholds
    }

    private func group(of subject: RedFlagSubject) -> (String, String) {
        switch subject {
        case .lot(let id): ("OCID", id)
        case .owner(let id): ("Buyer", id)
        case .clerk(let id): ("ProcuringEntity", id)
        case .bidder(let id): ("Tenderer", id)
        }
    }

    private func expected(_ name: String, _ code: String) throws -> [String: [String: Double]] {
        let text = try #require(sharedText("redflags/\(name).expected"))
        let groups = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String: [String: Double]]])
        #expect(!groups.isEmpty)
        return groups.mapValues { group in group.compactMapValues { $0[code] } }
    }
}

/// A compiled OCDS release as the fixtures write it, decimals and all.
private struct CompiledRelease {
    let fields: [String: Any]

    init(json: String) throws {
        fields = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    var redFlagCase: RedFlagCase {
        let tender = fields["tender"] as? [String: Any] ?? [:]
        let period = tender["tenderPeriod"] as? [String: Any] ?? [:]
        var item = RedFlagCase(id: fields["ocid"] as? String ?? "")
        item.opensAt = (period["startDate"] as? String).flatMap { Instant($0) }
        item.closesAt = (period["endDate"] as? String).flatMap { Instant($0) }
        item.method = tender["procurementMethod"] as? String
        item.methodDetail = tender["procurementMethodDetails"] as? String
        item.isCancelled = tender["status"] as? String == "cancelled"
        item.bidderCount = (tender["numberOfTenderers"] as? NSNumber)?.int64Value
        item.owner = (fields["buyer"] as? [String: Any])?["id"] as? String
        item.clerk = (tender["procuringEntity"] as? [String: Any])?["id"] as? String
        let details = (fields["bids"] as? [String: Any])?["details"] as? [[String: Any]]
        item.offers = details?.map(offer)
        item.awards = (fields["awards"] as? [[String: Any]])?.map(award)
        return item
    }

    /// Amounts in ten-thousandths, so that every fixture's decimals are whole.
    private func offer(_ bid: [String: Any]) -> RedFlagCase.Offer {
        let value = bid["value"] as? [String: Any] ?? [:]
        let amount = (value["amount"] as? NSNumber).map { ($0.decimalValue * 10_000 as NSDecimalNumber).int64Value }
        return RedFlagCase.Offer(
            state: (bid["status"] as? String).flatMap { RedFlagCase.OfferState(rawValue: $0) },
            bidders: ids(bid["tenderers"]),
            amount: amount, currency: value["currency"] as? String,
            at: (bid["date"] as? String).flatMap { Instant($0) })
    }

    private func award(_ award: [String: Any]) -> RedFlagCase.Award {
        let items = award["items"] as? [[String: Any]] ?? []
        return RedFlagCase.Award(
            state: (award["status"] as? String).map { RedFlagCase.AwardState(rawValue: $0) ?? .unknown },
            winners: ids(award["suppliers"]),
            codes: items.compactMap { ($0["classification"] as? [String: Any])?["id"] as? String })
    }

    private func ids(_ value: Any?) -> [String] {
        (value as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    }
}
