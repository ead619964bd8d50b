import ArgumentParser
import EventLog
import Foundation
import Kernel
import Labour
import Platform

/// `qianmo verify round ID`: the proof of a morning round, from the public bytes of an export (`--log DIR`) or of this
/// house. Exit 0: it holds; 1: it does not; 2: the log has no such round.
struct VerifyRound: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "round", abstract: RoundCLIText.abstract.here)

    @Argument(help: "\(RoundCLIText.id.here)") var id: String
    @Option(name: .customLong("log"), help: "\(CLIText.directory.here)") var directory: String?
    @OptionGroup var place: DataLocation

    func run() throws {
        var audit = RoundAudit(of: id)
        try read { try audit.take($0, at: $1) }
        guard let found = audit.result else {
            throw Failure(message: Console.language(RoundCLIText.unknown(id)), code: 2)
        }
        if place.isJSON {
            Console.json([
                "round": .string(id), "ok": .bool(found.finding == .ok), "finding": .string(found.finding.rawValue),
                "certificate": .string(found.certificate), "entry": .integer(found.entry),
                "orders": .integer(Int64(found.orders)), "seekers": .integer(Int64(found.seekers)),
                "seats": .integer(found.seats), "offered": .integer(Int64(found.offered)),
                "refill": .bool(found.isRefill), "groups": .integer(Int64(found.groups)),
                "groupsOffered": .integer(Int64(found.groupsOffered)), "excludedPairs": .integer(Int64(found.excluded)),
            ])
        } else {
            Console.line(Console.language(RoundCLIText.result(found, id)))
        }
        if found.finding != .ok { throw ExitCode.failure }
    }

    /// Every entry from the first: of a directory that was checked against its own checkpoint, or of the store.
    private func read(_ take: ([UInt8], Int64) throws -> Void) throws {
        let key = try Files.logKeys(keyPath)
        guard let directory else {
            let view = LogView(database: try place.reading(), keys: key)
            var index: Int64 = 0
            while true {
                let leaves = try view.bytes(from: index, limit: 1_000)
                guard !leaves.isEmpty else { return }
                for leaf in leaves {
                    try take(leaf, index)
                    index += 1
                }
            }
        }
        let log = StaticLog(at: directory)
        let size = try log.verify(by: key).size
        var (index, bundle): (Int64, Int64) = (0, 0)
        while let width = TileID.width(level: 0, index: bundle, size: size) {
            for entry in try log.entries(bundle: bundle, width: width) {
                try take(entry, index)
                index += 1
            }
            bundle += 1
        }
    }

    private var keyPath: String {
        directory.map { $0 + "/log.pub" } ?? place.folder.appending(path: "keys/log.pub").path
    }
}
