import ArgumentParser
import Environment
import EventLog
import Foundation
import HJ212
import Kernel
import Platform
import Server
import Storage
import Synchronization
import Telemetry

/// `qianmo gateway --port 5212`: takes HJ 212 frames, keeps them, seals them into the log. `serve` does the same beside the
/// pages.
struct Gateway: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.gateway.here)

    @Option(help: "\(CLIText.host.here)") var host = "127.0.0.1"
    @Option(help: "\(CLIText.gatewayPort.here)", transform: Within.port) var port = 5_212
    @OptionGroup var place: DataLocation

    func run() async throws {
        let installation = try place.installation()
        let scheduler = Task { await Scheduler(installation.writer, clock: installation.clock).run() }
        defer { scheduler.cancel() }
        let service = try GatewayService(installation, folder: place.folder)
        let (host, isJSON) = (host, place.isJSON)
        let stop = Task { try await service.run(host: host, port: port) { Self.announce(host, $0, isJSON: isJSON) } }
        let signals = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { stop.cancel() }
            source.resume()
            return source
        }
        defer { for source in signals { source.cancel() } }
        try await stop.value
    }

    private static func announce(_ host: String, _ port: Int, isJSON: Bool) {
        if isJSON {
            Console.json(["gateway": .string("\(host):\(port)")])
        } else {
            Console.line(Console.language(CLIText.gatewayServing("\(host):\(port)")))
        }
    }
}

/// The gateway and its sealer on an installation.
struct GatewayService: Sendable {
    let installation: Installation
    let segments: SegmentWriter
    let gateway: TelemetryGateway
    let sealer: TelemetrySealer

    init(_ installation: Installation, folder: URL) throws {
        self.installation = installation
        let place = folder.appendingPathComponent(HourBook.segmentsName)
        let segments = try SegmentWriter(place)
        self.segments = segments
        let database = installation.database
        let keys = try StationKeys(place)
        let clock = installation.clock
        let recent = try SegmentFolder.latest(
            place, RecentFrames.most, since: clock.now().adding(seconds: -RecentFrames.seconds))
        gateway = TelemetryGateway(segments, now: { clock.now() }, recent: recent) { mn in
            let number = String(decoding: mn, as: UTF8.self)
            let profile = try? database.read { try EnvironmentQueries.findProfile(number, in: $0) }
            return keys.adding(to: profile, of: number)
        }
        let writer = installation.writer
        sealer = TelemetrySealer(segments, last: try database.read { try EnvironmentQueries.seals(in: $0).last?.to }) {
            seal, bytes in
            let command = SealTelemetry(
                from: seal.window.from, to: seal.window.to, stations: Int64(seal.chunks.count),
                frames: Int64(seal.frames), root: seal.root.hex, file: seal.window.file, fileBytes: Int64(bytes))
            let answer = try await writer.submit(
                Submission(
                    command: SealTelemetry.fullName, arguments: .object(command.openFields), principal: .theHouse,
                    key: "telemetry-\(seal.window.from.milliseconds)"))
            if case .accepted = answer { return true }
            return false
        }
    }

    /// Until the task is cancelled; what was taken is flushed before it returns.
    func run(host: String, port: Int, ready: @escaping @Sendable (Int) -> Void) async throws {
        segments.start()
        let clock = installation.clock
        let sealing = Task { [sealer] in
            await sealer.run(now: { clock.now() }, report: { Console.error("qianmo: \($0)") })
        }
        let closing = Task { [installation, segments] in
            await DayCloser(installation: installation, folder: segments.folder).run()
        }
        let asking = Task { [installation, gateway] in
            await DeviceDesk(installation: installation, gateway: gateway).run()
        }
        defer {
            closing.cancel()
            asking.cancel()
        }
        do {
            try await gateway.run(host: host, port: port, ready: ready)
        } catch {
            sealing.cancel()
            segments.stop()
            throw error
        }
        sealing.cancel()
        segments.stop()
    }
}

/// The keys of stations that encipher: a file beside the segments, one line a station, `MN key [previous key]` in hex. It is
/// for its owner alone, and nothing of it enters a log, a leaf or a page.
struct StationKeys: Sendable {
    private let keys: [String: [StationKey]]

    init(_ folder: URL) throws {
        let path = folder.appendingPathComponent("station-keys").path
        guard let data = FileManager.default.contents(atPath: path) else {
            keys = [:]
            return
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard (attributes[.posixPermissions] as? Int).map({ $0 & 0o077 == 0 }) ?? false else {
            throw Failure(message: Console.language(CLIText.keysOpen(path)), code: 2)
        }
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map {
            $0.split(separator: " ")
        }
        keys = Dictionary(
            lines.filter { $0.count >= 2 }.map { parts in
                (String(parts[0]), parts.dropFirst().compactMap { HexFigures.bytes($0).flatMap { StationKey($0) } })
            }, uniquingKeysWith: { first, _ in first })
    }

    func adding(to profile: StationProfile?, of mn: String) -> StationProfile? {
        guard var profile, profile.version == .v2025, let own = keys[mn], !own.isEmpty else { return profile }
        profile.cipher = .changeOver(own)
        return profile
    }
}

/// `qianmo verify telemetry`: the files of raw frames held against the seals of the log.
struct VerifyTelemetry: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "telemetry", abstract: CLIText.verifyTelemetry.here)

    @OptionGroup var place: DataLocation

    func run() throws {
        let (seals, removals) = try place.reading().read {
            (try EnvironmentQueries.seals(in: $0), try EnvironmentQueries.removals(in: $0))
        }
        let verification = try SegmentVerification(
            place.folder.appendingPathComponent(HourBook.segmentsName),
            seals: seals.map { LoggedSeal(from: $0.from, frames: $0.frames, root: $0.root) },
            removedBefore: removals.last?.before.start)
        if place.isJSON {
            Console.json([
                "ok": .bool(verification.findings.isEmpty), "seals": .integer(Int64(verification.seals)),
                "frames": .integer(verification.frames), "unsealed": .integer(Int64(verification.open)),
                "takenAway": .integer(Int64(verification.takenAway)),
                "removals": .array(
                    removals.map {
                        [
                            "before": $0.before.field, "keepDays": .integer($0.days), "reason": .string($0.reason),
                            "office": .string($0.office), "at": .string($0.at.description),
                        ]
                    }),
                "findings": .array(
                    verification.findings.map {
                        [
                            "fault": .string($0.fault.rawValue), "from": .string($0.from.description),
                            "station": .string($0.station), "file": .string($0.file),
                        ]
                    }),
            ])
        } else {
            for finding in verification.findings { Console.error(Console.language(CLIText.telemetryFinding(finding))) }
            Console.line(
                Console.language(
                    CLIText.telemetryVerified(verification.seals, verification.frames, verification.open)))
            if let last = removals.last {
                Console.line(Console.language(CLIText.framesTakenAway(verification.takenAway, last)))
            }
        }
        guard verification.findings.isEmpty else { throw Failure(message: "") }
    }
}
