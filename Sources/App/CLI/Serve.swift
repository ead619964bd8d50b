import ArgumentParser
import Attachments
import Foundation
import Kernel
import Logging
import Platform
import Registry
import Server
import Storage

/// `qianmo serve`: pages and API until SIGTERM or SIGINT.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.serve.here)

    @Option(help: "\(CLIText.host.here)") var host = "127.0.0.1"
    @Option(help: "\(CLIText.port.here)", transform: Within.port) var port = 8_080
    @Flag(help: "\(CLIText.plain.here)") var plain = false
    @Flag(help: "\(CLIText.behindProxy.here)") var behindProxy = false
    @Option(help: "\(CLIText.publicAddress.here)") var address: String?
    @Flag(help: "\(CLIText.demo.here)") var demo = false
    @Flag(help: "\(CLIText.practice.here)") var practice = false
    @Option(help: "\(CLIText.codeCommand.here)") var codeCommand: String?
    @Flag(help: "\(CLIText.messages.here)") var messages = false
    @Option(help: "\(CLIText.connectionsPerAddress.here)", transform: Within.range(1...1_000_000))
    var connectionsPerAddress = RequestLimits()
        .connectionsPerAddress
    @Option(help: "\(CLIText.commandsPerSecond.here)", transform: Within.range(RequestLimits.commandsPerSecond))
    var commandsPerSecond: Int64 = 4
    @Option(help: "\(CLIText.readers.here)") var readers: String?
    @Option(help: "\(CLIText.clockJump.here)", transform: Within.range(0...1_000_000_000)) var clockJump: Int64 = 300
    @Option(help: "\(CLIText.clockSilence.here)", transform: Within.range(0...1_000_000_000)) var clockSilence: Int64 =
        400
    @Option(help: "\(CLIText.logFormat.here)") var logFormat = LogFormat.text
    @Option(help: "\(CLIText.slowStatement.here)", transform: Within.range(0...3_600_000)) var slowStatement: Int64 =
        1_000
    @Flag(help: "\(CLIText.trustClock.here)") var trustClock = false
    @Option(help: "\(CLIText.ntp.here)") var ntp: String?
    @Option(help: "\(CLIText.serveGateway.here)", transform: Within.port) var gatewayPort: Int?
    @Option(help: "\(CLIText.scan.here)") var scan: String?
    @Option(help: "\(CLIText.ocr.here)") var ocr: String?
    @Option(help: "\(CLIText.scanAway.here)") var scanAway = PaperScanner.Away.refuse
    @OptionGroup var place: DataLocation

    func run() async throws {
        let scanner = try scan.map { PaperScanner(try ScanPapers.address($0), away: scanAway) }
        let reader = try ocr.map { try self.reading($0) }
        var configuration = try ServerConfiguration(
            host: host, port: port, isPlainLoopback: plain || demo, isDemo: demo, trustsProxy: behindProxy,
            address: address, logger: logFormat.logger)
        configuration.limits.connectionsPerAddress = connectionsPerAddress
        configuration.limits.allowCommands(perSecond: commandsPerSecond)
        let words = try KeyCare.check(place.folder)
        let sender = try sender()
        if messages {
            guard sender != nil else {
                throw Failure(message: Console.language(CLIText.messagesNeedSender), code: 2)
            }
            configuration.messageKey = try MessageKey.open(in: place.folder)
        }
        let publicReading = try readers.map { try StoreAddress($0, schema: place.schema).publicReading() }
        let installation = try place.installation(
            clock: clock(), mayWait: true, publicReading: publicReading, report: logFormat.report
        ).scanned(by: scanner, reading: reader)
        let unclean = UncleanEnd(in: place.folder)
        let numbers = try installation.numbers()
        let crash = try unclean.begin(
            at: SystemClock().now(),
            facts: ["Entries of the log: \(numbers.logSize).", "Acts of the clock set aside: \(numbers.actsSetAside)."])
        defer { unclean.end() }
        let setup = try ServerSetup(
            folder: place.folder, database: place.address.signIns(), sender: sender,
            limits: demo ? .demo : SignInLimits(), at: SystemClock().now())
        let people = demo ? try await setup.openDemo(offices(installation), of: installation) : []
        let application = try setup.application(installation, configuration, demo: people)
        let asking = try await timeServer(installation.clock)
        defer { asking?.cancel() }
        let scheduler = Task { await Scheduler(installation.writer, clock: installation.clock).run() }
        defer { scheduler.cancel() }
        let gateway = try gateway(beside: installation)
        defer { gateway?.cancel() }
        let (host, isJSON) = (host, place.isJSON)
        for word in words { Console.error(Console.language(word)) }
        if let crash { Console.error(Console.language(CLIText.uncleanEnd(crash.path))) }
        SlowStatements.tell(from: slowStatement, logFormat.report)
        if trustClock { installation.clock.trust() }
        if let doubt = installation.clock.doubt { Console.error(Console.language(doubt.text)) }
        if let scanner, !scanner.isThere() { Console.error(Console.language(CLIText.scannerAway)) }
        if behindProxy, address == nil { Console.error(Console.language(CLIText.noAddress)) }
        if installation.writer.isWaiting { Console.error(Console.language(CLIText.waiting)) }
        try await application.run { port in
            Self.announce("http://\(host):\(port)/", people, isJSON: isJSON, at: SystemClock().now())
        }
    }

    /// Asks the time server before anything falls due, and then now and then.
    private func timeServer(_ clock: any WriterClock) async throws -> Task<Void, Never>? {
        guard let ntp else { return nil }
        guard let server = TimeServer(ntp), let clock = clock as? WatchedClock else {
            throw Failure(message: Console.language(CLIText.badValue("--ntp")), code: 2)
        }
        switch await server.check(clock) {
        case .offset: break
        case .silent: Console.error(Console.language(CLIText.ntpSilent(ntp)))
        case .unwanted:
            Console.error(Console.language(CLIText.ntpSilent(ntp)))
            return nil
        }
        return Task { await server.watch(clock) }
    }

    /// The gateway on its port, where one is asked for.
    private func gateway(beside installation: Installation) throws -> Task<Void, Never>? {
        guard let port = gatewayPort else { return nil }
        let service = try GatewayService(installation, folder: place.folder)
        let host = host
        return Task {
            do {
                try await service.run(host: host, port: port) {
                    Console.error(Console.language(CLIText.gatewayServing("\(host):\($0)")))
                }
            } catch {
                Console.error("qianmo: \(error)")
            }
        }
    }

    /// A demo prints its codes; any other house hands them to the command it was given, or sends none.
    private func sender() throws -> (any CodeSender)? {
        if let codeCommand {
            guard FileManager.default.isExecutableFile(atPath: codeCommand) else {
                throw Failure(message: Console.language(CLIText.badValue(codeCommand)), code: 2)
            }
            return CommandCodeSender(path: codeCommand)
        }
        return demo ? TerminalCodeSender { Console.line($0) } : nil
    }

    private func reading(_ languages: String) throws -> PaperReading {
        guard let reading = PaperReading(languages: languages) else {
            throw Failure(message: Console.language(CLIText.noReading(languages)), code: 2)
        }
        return reading
    }

    /// The machine's clock; where it is asked for, or was moved before, one that is moved by hand.
    private func clock() throws -> any WriterClock {
        guard practice || PracticeClock.wasMoved(in: place.folder) else {
            guard (1...86_400).contains(clockJump), (1...36_500).contains(clockSilence) else {
                throw Failure(message: Console.language(CLIText.badValue("--clock-jump, --clock-silence")), code: 2)
            }
            // A house begun for practice may live in any year.
            let isPractice = PracticeClock(in: place.folder) != nil
            return WatchedClock(jumpSeconds: clockJump, silenceDays: isPractice ? 365_000 : clockSilence)
        }
        guard let clock = PracticeClock(in: place.folder) else {
            throw Failure(message: Console.language(CLIText.notForPractice), code: 2)
        }
        return clock
    }

    /// Every desk and account, the administrator first.
    private func offices(_ installation: Installation) throws -> [OfficeID] {
        [Principal.administrator.office] + (try installation.database.read { try OfficeQueries.list(in: $0).map(\.id) })
    }

    private static func announce(_ address: String, _ people: [DemoPerson], isJSON: Bool, at now: Instant) {
        if isJSON {
            Console.json(["address": .string(address)])
        } else {
            Console.line(Console.language(CLIText.serving(address)))
            for line in DemoPeople.lines(people, at: now, language: Console.language) { Console.line(line) }
        }
    }
}

/// How the program's log is written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json

    var logger: Logger {
        switch self {
        case .text: Logger(label: "qianmo")
        case .json: Logger(label: "qianmo") { _ in JSONLogHandler { Console.line($0) } }
        }
    }

    /// Failures that are ours, in the same form.
    var report: @Sendable (String) -> Void {
        switch self {
        case .text: { Console.error("qianmo: \($0)") }
        case .json: { [logger] in logger.error("\($0)") }
        }
    }
}
