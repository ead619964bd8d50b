import ArgumentParser
import Exchange
import Foundation
import Kernel
import Logging
import Platform
import Registry
import Server
import Storage

/// Drills against the real program. They are for those who build it, and are not shown in its help.
struct Drill: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: CLIText.drill.here, shouldDisplay: false,
        subcommands: [DrillClosing.self, DrillTokens.self, DrillTelemetry.self])
}

/// `qianmo drill closing --lot ID --data DIR`: serves the house around the end of a lot's auction, on a clock that goes
/// slowly there, without limits on how much one person may ask; prints where, and a token for each bidder.
/// `Tests/drills/closing.py` brings the bids.
struct DrillClosing: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "closing", abstract: CLIText.drillClosing.here)

    @Option(help: "\(OCDSCommandText.lot.here)") var lot: String
    @Option(help: "\(CLIText.drillLead.here)", transform: Within.range(1...1_000_000)) var lead: Int64 = 5
    @Option(help: "\(CLIText.drillWindow.here)", transform: Within.range(1...1_000_000)) var window: Int64 = 100
    @Option(help: "\(CLIText.drillFactor.here)", transform: Within.range(1...1_000_000)) var factor: Int64 = 100
    @OptionGroup var place: DataLocation

    func run() async throws {
        guard let lot = LotID(lot),
            let end = try place.reading().read({ try LotQueries.findView(lot, in: $0) })?.endsAt,
            lead >= 0, window > 0, factor > 0
        else { throw Failure(message: Console.language(CLIText.badValue(lot)), code: 2) }
        let from = end.adding(milliseconds: -window / 2)
        let clock = SlowedClock(
            start: from.adding(seconds: -lead), slowFrom: from, slowUntil: end.adding(milliseconds: window / 2),
            factor: factor)
        let installation = try place.installation(clock: clock)
        var configuration = try ServerConfiguration(port: 0, isPlainLoopback: true, isDemo: true)
        configuration.limits.commandsPerPerson = RateLimit(burst: 10_000_000, refillMilliseconds: 1)
        configuration.limits.commandsPerAddress = RateLimit(burst: 10_000_000, refillMilliseconds: 1)
        configuration.logger.logLevel = .warning
        let setup = try ServerSetup(
            folder: place.folder,
            database: place.address.signIns(), sender: nil, at: clock.now())
        let tokens = try await tokens(installation, setup, at: clock.now())
        let scheduler = Task { await Scheduler(installation.writer, clock: clock).run() }
        defer { scheduler.cancel() }
        try await setup.application(installation, configuration).run { port in
            Console.json([
                "port": .integer(Int64(port)), "tokens": .array(tokens.map { .string($0) }),
                "endsAt": .integer(end.milliseconds), "now": .integer(clock.now().milliseconds),
            ])
        }
    }

    /// A session for every bidder.
    private func tokens(_ installation: Installation, _ setup: ServerSetup, at now: Instant) async throws -> [String] {
        let bidders = try installation.database.read { try OfficeQueries.list(in: $0).map(\.principal) }
            .filter { $0.role == .bidder }
        var tokens: [String] = []
        for bidder in bidders { tokens.append(try await DrillTokens.token(of: bidder, setup, at: now)) }
        return tokens
    }
}

/// `qianmo drill tokens --data DIR`: a session for everybody of a house that was begun for practice, the administrator too, and for
/// nobody of any other; prints them by desk. `Tests/drills/market.py` and `upgrade.py` act with them.
struct DrillTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tokens", abstract: CLIText.drillTokens.here)

    @OptionGroup var place: DataLocation

    func run() async throws {
        guard PracticeClock(in: place.folder) != nil else {
            throw Failure(message: Console.language(CLIText.notForPractice), code: 2)
        }
        let now = SystemClock().now()
        let people = try place.reading().read { try OfficeQueries.list(in: $0) }.filter(\.isOpen).map(\.principal)
        let setup = try ServerSetup(folder: place.folder, database: place.address.signIns(), sender: nil, at: now)
        var tokens: [String: JSON] = [:]
        for principal in [.administrator] + people {
            tokens[principal.office.text] = .string(try await DrillTokens.token(of: principal, setup, at: now))
        }
        Console.json(.object(tokens))
    }

    /// A session, as one gets it with a slip from the station.
    static func token(of principal: Principal, _ setup: ServerSetup, at now: Instant) async throws -> String {
        try await setup.signIn.open(
            NewAccount(person: principal.person, name: principal.office.text, offices: [principal.office]), at: now)
        let slip = try await setup.signIn.issueSlip(
            to: principal.person, by: Principal.administrator.office, at: now)
        return try await setup.signIn.signIn(slip: slip, at: now).token.text
    }
}
