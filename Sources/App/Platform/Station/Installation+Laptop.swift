import EventLog
import Exchange
package import Foundation
package import Kernel
import Registry
import Storage

/// How far a station's laptop is with its one lot.
package enum LaptopStage: Sendable, Hashable {
    case empty
    case running(lot: String, name: String)
    case ended(lot: String, name: String)
}

/// A house on a station's laptop: it holds one lot's auction and gives its log back (decision record 0130).
extension Installation {
    package func findLaptopStage() throws -> LaptopStage {
        guard let lot = try findStationLot() else { return .empty }
        return lot.state == .auctionRunning
            ? .running(lot: lot.id.text, name: lot.assetName) : .ended(lot: lot.id.text, name: lot.assetName)
    }

    /// The desk that holds the auction; nil before the pack was brought in.
    package func findLaptopDesk() throws -> Principal? {
        try database.read { try OfficeQueries.list(in: $0) }.map(\.principal).first { !$0.role.isPrivate }
    }

    /// Makes the lot's place and opens the hall with the county's pack; the same pack again goes on where it broke off.
    package func openStationHall(_ file: JSON) async throws -> String {
        let bundle = try StationBundle(file, for: log.verifier)
        let digest = StationBundle.digest(of: bundle.pack)
        for (number, step) in try bundle.steps(at: clock.now()).enumerated() {
            let principal = try step.office.map { try findPrincipal(office: $0) } ?? Principal.theHouse
            guard let principal else { throw ExchangeRefusal.packForeign() }
            let answer = try await writer.submit(
                Submission(
                    command: step.command, arguments: step.arguments, principal: principal,
                    key: "pack-\(digest.prefix(24))-\(number)"))
            if case .rejected(let rejection) = answer { throw rejection }
        }
        return bundle.pack["lot"]?.string ?? ""
    }

    /// The whole log for the county, once the auction has ended.
    package func writeStationLog() throws -> JSON {
        guard let lot = try findStationLot() else { throw ExchangeRefusal.stationEmpty() }
        guard lot.state != .auctionRunning else { throw ExchangeRefusal.stationRunning() }
        let head = try log.head()
        var leaves: [JSON] = []
        var hashes: [JSON] = []
        while Int64(leaves.count) < head.size {
            let first = Int64(leaves.count)
            let width = min(256, head.size - first)
            for leaf in try log.bytes(from: first, limit: width) {
                leaves.append(.string(String(decoding: leaf, as: UTF8.self)))
            }
            let tile = try log.tile(level: 0, index: first / 256, width: Int(width)) ?? []
            for start in stride(from: 0, to: tile.count, by: 32) {
                hashes.append(.string(Data(tile[start..<start + 32]).base64EncodedString()))
            }
        }
        return [
            "lot": lot.id.field, "checkpoint": .string(head.checkpoint), "leaves": .array(leaves),
            "hashes": .array(hashes),
        ]
    }

    /// The lot's contract is signed: the next start of the laptop's program begins with a new folder.
    package func finishLaptop() throws {
        if let folder = log.folder { try Data().write(to: Installation.mark(in: folder)) }
    }

    package static func isFinishedLaptop(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: mark(in: folder).path)
    }

    private static func mark(in folder: URL) -> URL { folder.appending(path: "finished") }

    private func findStationLot() throws -> LotLine? {
        let lots = try database.read { try LotQueries.list(LotSearch(), in: $0) }
        return lots.count == 1 ? lots.first : nil
    }
}
