import ArgumentParser
import EventLog
import Exchange
import Foundation
import Kernel
import Platform
import Registry
import Storage

/// A lot's auction at a township station without a network (decision record 0130):
/// `migrate` on the laptop makes its key; `pack` in the county gives the lot away; `open` on the laptop opens the hall;
/// `close` on the laptop writes its log; `merge` in the county judges it and takes the lot back.
struct Station: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: CLIText.station.here,
        subcommands: [StationPack.self, StationOpen.self, StationClose.self, StationMerge.self])
}

/// Where, and for practice when.
struct StationLocation: ParsableArguments {
    @Option(help: "\(CLIText.stationAt.here)") var at: String?
    @OptionGroup var place: DataLocation

    func installation() throws -> Installation {
        guard let at else { return try place.installation() }
        guard let instant = Instant(at) else {
            throw Failure(message: Console.language(CLIText.badValue(at)), code: 2)
        }
        return try place.practice(ScenarioClock(instant))
    }

    /// Gives one command; the answer's entries.
    static func give(_ name: String, _ arguments: JSON, by principal: Principal, to installation: Installation)
        async throws
        -> [Int64]
    {
        let key = "station-\(UUID().uuidString)"
        let answer = try await installation.writer.submit(
            Submission(command: name, arguments: arguments, principal: principal, key: key))
        switch answer {
        case .accepted(let entries, _, _): return entries
        case .rejected(let rejection): throw rejection
        }
    }

    static func principal(_ office: String, in installation: Installation) throws -> Principal {
        guard let id = OfficeID(office), let principal = try installation.findPrincipal(office: id) else {
            throw Failure(message: Console.language(CLIText.badValue(office)), code: 2)
        }
        return principal
    }

    static func write(_ json: JSON, to file: String) throws {
        try Data(json.canonicalBytes).write(to: URL(filePath: file))
    }

    static func read(_ file: String) throws -> JSON {
        try JSON(parsing: Files.read(file), limits: JSONLimits(bytes: 268_435_456, depth: 32))
    }

    static func bad(_ message: Message) -> Failure { Failure(message: Console.language(message)) }

    func ownKey() throws -> String {
        String(decoding: try Files.read(place.folder.appending(path: "keys/log.pub").path), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

struct StationPack: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pack", abstract: CLIText.stationPack.here)

    @Argument(help: "\(OCDSCommandText.lot.here)") var lot: String
    @Option(help: "\(CLIText.stationKey.here)") var key: String
    @Option(help: "\(CLIText.stationOffice.here)") var office: String
    @Option(help: "\(CLIText.stationOut.here)") var out: String
    @OptionGroup var station: StationLocation

    func run() async throws {
        let key = String(decoding: try Files.read(key), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let installation = try station.installation()
        await installation.writer.nudge()
        let desk = try StationLocation.principal(office, in: installation)
        guard let id = LotID(lot),
            let pack = try installation.database.read({ try StationQueries.pack(id, desk: desk, in: $0) })
        else { throw Failure(message: Console.language(CLIText.badValue(lot)), code: 2) }
        let digest = Hash.leaf(pack.canonicalBytes).base64
        let entries = try await StationLocation.give(
            "exchange.takeLotToStation", ["lot": .string(lot), "key": .string(key), "digest": .string(digest)],
            by: desk, to: installation)
        guard let entry = entries.first, let receipt = try installation.log.receipt(entry) else {
            throw StationLocation.bad(CLIText.stationPackBad)
        }
        try StationLocation.write(
            [
                "pack": pack, "receipt": .string(String(decoding: receipt.bytes, as: UTF8.self)),
                "countyKey": .string(installation.log.verifier.text),
            ], to: out)
        Console.line(Console.language(CLIText.stationPacked(lot, entry, out)))
    }
}

struct StationOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: CLIText.stationOpen.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @OptionGroup var station: StationLocation

    func run() async throws {
        let bundle = try StationLocation.read(file)
        let installation = try station.installation()
        guard let pack = bundle["pack"], let receipt = bundle["receipt"]?.string,
            let county = bundle["countyKey"]?.string,
            let proof = try? Receipt(parsing: Array(receipt.utf8)), let entry = proof.entry,
            (try? proof.verified(by: VerifierKey(county))) != nil, let leaf = try? Leaf(decoding: entry),
            leaf.kind == "exchange.lotTakenToStation",
            leaf.fields["digest"]?.string == Hash.leaf(pack.canonicalBytes).base64
        else { throw StationLocation.bad(CLIText.stationPackBad) }
        guard leaf.fields["key"]?.string == installation.log.verifier.text else {
            throw StationLocation.bad(CLIText.stationOtherKey)
        }
        guard let last = pack["commands"]?.array?.last?["with"] else {
            throw StationLocation.bad(CLIText.stationPackBad)
        }
        let hall = try OpenStationHall.read(last)
        guard installation.clock.now() >= hall.opensAt else {
            throw ExchangeRefusal.notYetDue(hall.opensAt)
        }
        for command in pack["commands"]?.array ?? [] {
            guard let by = command["by"]?.string, let name = command["do"]?.string,
                var arguments = command["with"]?.object
            else { throw StationLocation.bad(CLIText.stationPackBad) }
            if by.isEmpty {
                arguments["takenEntry"] = .integer(proof.index)
                arguments["countyCheckpoint"] = .string(String(decoding: proof.checkpoint, as: UTF8.self))
            }
            let principal = by.isEmpty ? Principal.theHouse : try StationLocation.principal(by, in: installation)
            _ = try await StationLocation.give(name, .object(arguments), by: principal, to: installation)
        }
        Console.line(Console.language(CLIText.stationOpened(pack["lot"]?.string ?? "")))
    }
}

struct StationClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: CLIText.stationClose.here)

    @Option(help: "\(CLIText.stationOut.here)") var out: String
    @OptionGroup var station: StationLocation

    func run() async throws {
        let installation = try station.installation()
        await installation.writer.nudge()
        let lots = try installation.database.read { try LotQueries.list(LotSearch(), in: $0) }
        guard let lot = lots.first, lots.count == 1 else { throw StationLocation.bad(CLIText.stationNoLot) }
        guard lot.state != .auctionRunning else { throw StationLocation.bad(CLIText.stationRunning) }
        let head = try installation.log.head()
        var leaves: [JSON] = []
        var hashes: [JSON] = []
        while Int64(leaves.count) < head.size {
            let first = Int64(leaves.count)
            let width = min(256, head.size - first)
            for leaf in try installation.log.bytes(from: first, limit: width) {
                leaves.append(.string(String(decoding: leaf, as: UTF8.self)))
            }
            let tile = try installation.log.tile(level: 0, index: first / 256, width: Int(width)) ?? []
            for start in stride(from: 0, to: tile.count, by: 32) {
                hashes.append(.string(Data(tile[start..<start + 32]).base64EncodedString()))
            }
        }
        try StationLocation.write(
            [
                "lot": lot.id.field, "checkpoint": .string(head.checkpoint), "leaves": .array(leaves),
                "hashes": .array(hashes),
            ], to: out)
        Console.line(Console.language(CLIText.exported(head.size, out)))
    }
}

struct StationMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "merge", abstract: CLIText.stationMerge.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.stationOffice.here)") var office: String
    @OptionGroup var station: StationLocation

    func run() async throws {
        let bundle = try StationLocation.read(file)
        let installation = try station.installation()
        let desk = try StationLocation.principal(office, in: installation)
        let entries = try await StationLocation.give(
            "exchange.returnLotFromStation", bundle, by: desk, to: installation)
        Console.line(Console.language(CLIText.stationMerged(bundle["lot"]?.string ?? "", entries.count)))
    }
}
