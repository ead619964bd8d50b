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
struct StationPlace: ParsableArguments {
    @Option(help: "\(CLIText.stationAt.here)") var at: String?
    @OptionGroup var place: Place

    func house() throws -> House {
        guard let at else { return try place.house() }
        guard let instant = Instant(at) else {
            throw Failure(message: Console.language(CLIText.badValue(at)), code: 2)
        }
        return try place.practice(ScenarioClock(instant))
    }

    /// Gives one command; the answer's entries.
    static func give(_ name: String, _ arguments: JSON, by principal: Principal, to house: House) async throws
        -> [Int64]
    {
        let key = "station-\(UUID().uuidString)"
        let answer = try await house.writer.submit(
            Submission(command: name, arguments: arguments, principal: principal, key: key))
        switch answer {
        case .accepted(let entries, _, _): return entries
        case .rejected(let rejection): throw rejection
        }
    }

    static func principal(_ office: String, in house: House) throws -> Principal {
        guard let id = OfficeID(office), let principal = try house.findPrincipal(office: id) else {
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
    @OptionGroup var station: StationPlace

    func run() async throws {
        let key = String(decoding: try Files.read(key), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let house = try station.house()
        await house.writer.nudge()
        let desk = try StationPlace.principal(office, in: house)
        guard let id = LotID(lot),
            let pack = try house.database.read({ try StationQueries.pack(id, desk: desk, in: $0) })
        else { throw Failure(message: Console.language(CLIText.badValue(lot)), code: 2) }
        let digest = Hash.leaf(pack.canonicalBytes).base64
        let entries = try await StationPlace.give(
            "exchange.takeLotToStation", ["lot": .string(lot), "key": .string(key), "digest": .string(digest)],
            by: desk, to: house)
        guard let entry = entries.first, let receipt = try house.log.receipt(entry) else {
            throw StationPlace.bad(CLIText.stationPackBad)
        }
        try StationPlace.write(
            [
                "pack": pack, "receipt": .string(String(decoding: receipt.bytes, as: UTF8.self)),
                "countyKey": .string(house.log.verifier.text),
            ], to: out)
        Console.line(Console.language(CLIText.stationPacked(lot, entry, out)))
    }
}

struct StationOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: CLIText.stationOpen.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @OptionGroup var station: StationPlace

    func run() async throws {
        let bundle = try StationPlace.read(file)
        let house = try station.house()
        guard let pack = bundle["pack"], let receipt = bundle["receipt"]?.string,
            let county = bundle["countyKey"]?.string,
            let proof = try? Receipt(parsing: Array(receipt.utf8)), let entry = proof.entry,
            (try? proof.verified(by: VerifierKey(county))) != nil, let leaf = try? Leaf(decoding: entry),
            leaf.kind == "exchange.lotTakenToStation",
            leaf.fields["digest"]?.string == Hash.leaf(pack.canonicalBytes).base64
        else { throw StationPlace.bad(CLIText.stationPackBad) }
        guard leaf.fields["key"]?.string == house.log.verifier.text else {
            throw StationPlace.bad(CLIText.stationOtherKey)
        }
        guard let last = pack["commands"]?.array?.last?["with"] else { throw StationPlace.bad(CLIText.stationPackBad) }
        let hall = try OpenStationHall.read(last)
        guard house.clock.now() >= hall.opensAt else {
            throw ExchangeRefusal.notYetDue(hall.opensAt)
        }
        for command in pack["commands"]?.array ?? [] {
            guard let by = command["by"]?.string, let name = command["do"]?.string,
                var arguments = command["with"]?.object
            else { throw StationPlace.bad(CLIText.stationPackBad) }
            if by.isEmpty {
                arguments["takenEntry"] = .integer(proof.index)
                arguments["countyCheckpoint"] = .string(String(decoding: proof.checkpoint, as: UTF8.self))
            }
            let principal = by.isEmpty ? Principal.theHouse : try StationPlace.principal(by, in: house)
            _ = try await StationPlace.give(name, .object(arguments), by: principal, to: house)
        }
        Console.line(Console.language(CLIText.stationOpened(pack["lot"]?.string ?? "")))
    }
}

struct StationClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: CLIText.stationClose.here)

    @Option(help: "\(CLIText.stationOut.here)") var out: String
    @OptionGroup var station: StationPlace

    func run() async throws {
        let house = try station.house()
        await house.writer.nudge()
        let lots = try house.database.read { try LotQueries.list(LotSearch(), in: $0) }
        guard let lot = lots.first, lots.count == 1 else { throw StationPlace.bad(CLIText.stationNoLot) }
        guard lot.state != .auctionRunning else { throw StationPlace.bad(CLIText.stationRunning) }
        let head = try house.log.head()
        var leaves: [JSON] = []
        var hashes: [JSON] = []
        while Int64(leaves.count) < head.size {
            let first = Int64(leaves.count)
            let width = min(256, head.size - first)
            for leaf in try house.log.bytes(from: first, limit: width) {
                leaves.append(.string(String(decoding: leaf, as: UTF8.self)))
            }
            let tile = try house.log.tile(level: 0, index: first / 256, width: Int(width)) ?? []
            for start in stride(from: 0, to: tile.count, by: 32) {
                hashes.append(.string(Data(tile[start..<start + 32]).base64EncodedString()))
            }
        }
        try StationPlace.write(
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
    @OptionGroup var station: StationPlace

    func run() async throws {
        let bundle = try StationPlace.read(file)
        let house = try station.house()
        let desk = try StationPlace.principal(office, in: house)
        let entries = try await StationPlace.give("exchange.returnLotFromStation", bundle, by: desk, to: house)
        Console.line(Console.language(CLIText.stationMerged(bundle["lot"]?.string ?? "", entries.count)))
    }
}
