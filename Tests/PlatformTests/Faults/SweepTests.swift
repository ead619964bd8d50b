import Foundation
import Kernel
@testable import Platform
import TestSupport
import Testing

/// The sweep of the busiest scenario. `QIANMO_FAULTS=all` tries every point.
@Suite("The store fails at a thousand points of the busiest scenario") struct SweepTests {
    private static let isWhole = ProcessInfo.processInfo.environment["QIANMO_FAULTS"] == "all"

    @Test(
        "no acknowledged command is lost, none is done twice, the same key gives one answer, and all verifies",
        arguments: [1, Writer.largestGroup])
    func sweep(aheadFrom: Int) async throws {
        var sweep = try FaultSweep(stride: Self.isWhole ? 1 : 4, aheadFrom: aheadFrom)
        for group in try Self.groups() { try await sweep.step(group) }
        print("fault sweep: \(sweep.total) points, \(sweep.points.sorted { $0.key < $1.key })")
        #expect(sweep.wrong == [])
        #expect(sweep.total >= 1_000)
        #expect(sweep.points.count == 8, "every kind of fault: \(sweep.points.keys.sorted())")
    }

    /// The Luxian deal line by line; in its auction, after the last round, sixty bids more in groups that share a flush.
    private static func groups() throws -> [[Scenario.Line]] {
        let url = Tree.root.appending(path: "scenarios/luxian-2019.jsonl")
        let lines = try Scenario(parsing: Array(Data(contentsOf: url))).lines
        var groups: [[Scenario.Line]] = []
        for line in lines {
            // The end of the auction is what these bids move it to, so the late bid is not late.
            if line.key == "bid-low" || line.key == "bid-late" { continue }
            groups.append([line])
            guard line.key == "bid-20" else { continue }
            groups += try rush(after: line)
        }
        return groups
    }

    private static func rush(after line: Scenario.Line) throws -> [[Scenario.Line]] {
        let accounts = try ["shunhe-account", "longcheng-account", "yusi-coop-account"].map {
            try #require(OfficeID($0))
        }
        return (0..<10).map { group in
            (0..<6).map { place in
                let number = group * 6 + place
                return Scenario.Line(
                    number: 0, at: line.at.adding(milliseconds: Int64(number) * 7 + 1), office: accounts[number % 3],
                    command: "exchange.placeBid",
                    // Every fifth comes too low and is refused.
                    arguments: [
                        "lot": "luxian-2019",
                        "priceFen": .integer(number % 5 == 4 ? 82_000 : 122_000 + Int64(number) * 2_000),
                    ], key: "rush-\(number)")
            }
        }
    }
}
