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
        subcommands: [
            StationStart.self, StationPack.self, StationOpen.self, StationClose.self, StationMerge.self,
        ])
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
}

struct StationPack: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pack", abstract: CLIText.stationPack.here)

    @Argument(help: "\(OCDSCommandText.lot.here)") var lot: String
    @Option(help: "\(CLIText.stationKey.here)") var key: String
    @Option(help: "\(CLIText.stationOffice.here)") var office: String
    @Option(help: "\(CLIText.stationOut.here)") var out: String
    @OptionGroup var station: StationLocation

    func run() async throws {
        // The laptop's present key; those of before stand below it.
        let key =
            String(decoding: try Files.read(key), as: UTF8.self).split(whereSeparator: \.isNewline).first
            .map(String.init) ?? ""
        let installation = try station.installation()
        await installation.writer.nudge()
        let desk = try StationLocation.principal(office, in: installation)
        guard let id = LotID(lot),
            let pack = try installation.database.read({ try StationQueries.pack(id, desk: desk, in: $0) })
        else { throw Failure(message: Console.language(CLIText.badValue(lot)), code: 2) }
        let entries = try await StationLocation.give(
            "exchange.takeLotToStation",
            ["lot": .string(lot), "key": .string(key), "digest": .string(StationBundle.digest(of: pack))], by: desk,
            to: installation)
        guard let entry = entries.first, let receipt = try installation.log.receipt(entry) else {
            throw ExchangeRefusal.packForeign()
        }
        let bundle = StationBundle(pack: pack, receipt: receipt, countyKey: installation.log.verifier)
        try StationLocation.write(bundle.file, to: out)
        Console.line(Console.language(CLIText.stationPacked(lot, entry, out)))
    }
}

struct StationOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: CLIText.stationOpen.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @OptionGroup var station: StationLocation

    func run() async throws {
        let bundle = try StationLocation.read(file)
        let lot = try await station.installation().openStationHall(bundle)
        Console.line(Console.language(CLIText.stationOpened(lot)))
    }
}

struct StationClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: CLIText.stationClose.here)

    @Option(help: "\(CLIText.stationOut.here)") var out: String
    @OptionGroup var station: StationLocation

    func run() async throws {
        let installation = try station.installation()
        await installation.writer.nudge()
        let log = try installation.writeStationLog()
        try StationLocation.write(log, to: out)
        Console.line(Console.language(CLIText.exported(Int64(log["leaves"]?.array?.count ?? 0), out)))
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
