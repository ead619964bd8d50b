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
        abstract: CLIText.drill.here, shouldDisplay: false, subcommands: [DrillClosing.self])
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

    /// A session for every bidder, as one gets it with a slip from the station.
    private func tokens(_ installation: Installation, _ setup: ServerSetup, at now: Instant) async throws -> [String] {
        var tokens: [String] = []
        let bidders = try installation.database.read { try OfficeQueries.list(in: $0).map(\.principal) }
            .filter { $0.role == .bidder }
        for bidder in bidders {
            try await setup.signIn.open(
                NewAccount(person: bidder.person, name: bidder.office.text, offices: [bidder.office]), at: now)
            let slip = try await setup.signIn.issueSlip(to: bidder.person, by: Principal.administrator.office, at: now)
            tokens.append(try await setup.signIn.signIn(slip: slip, at: now).token.text)
        }
        return tokens
    }
}
