package import Foundation
import Kernel
import Logging
import Platform
import Server
import Storage
import StorageSQLite
import Web

/// A house that is served for a measurement, in a process of its own: prepared when its folder is new, then as
/// `qianmo serve` serves it, but that the limits per person and address are lifted: all clients are one machine.
package enum ServedInstallation {
    package enum Kind: String, Sendable {
        /// A few villages whose accountants post vouchers.
        case vouchers
        /// The demo county with one auction that many bid in.
        case bids
        /// The city as the engine's measurement left it.
        case city
        /// The large demo county with so many sales beside, and a few who read in it.
        case county
    }

    /// What the clients need to know; kept in the folder.
    struct Invitation {
        var port = 0
        var tokens: [String] = []
        /// The hot lot.
        var lot = ""
        var firstPriceFen: Int64 = 0
        /// The patterns of the house's pages.
        var pages: [String] = []

        init() {}

        init?(_ line: String) {
            guard let json = try? JSON(parsing: Array(line.utf8)), let port = json["port"]?.integer else { return nil }
            self.port = Int(port)
            tokens = (json["tokens"]?.array ?? []).compactMap(\.string)
            lot = json["lot"]?.string ?? ""
            firstPriceFen = json["firstPriceFen"]?.integer ?? 0
            pages = (json["pages"]?.array ?? []).compactMap(\.string)
        }

        var json: JSON {
            [
                "port": .integer(Int64(port)), "tokens": .array(tokens.map(JSON.string)), "lot": .string(lot),
                "firstPriceFen": .integer(firstPriceFen), "pages": .array(pages.map(JSON.string)),
            ]
        }
    }

    /// Serves until SIGTERM; says where on standard output.
    package static func serve(_ kind: Kind, folder: URL, people: Int, announce: @escaping @Sendable (String) -> Void)
        async throws
    {
        Processes.liftFileLimit()
        let note = folder.appending(path: "invitation.json")
        let isNew = kind != .city && !FileManager.default.fileExists(atPath: note.path)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(path: folder.appending(path: "qianmo.sqlite").path)
        var limits = SignInLimits()
        // Passwords are not what is measured.
        limits.passwordCost = PasswordHash.Cost(logRounds: 4, blockSize: 8, parallelism: 1)
        let setup = try ServerSetup(
            folder: folder, database: SQLiteDatabase(path: folder.appending(path: "signin.sqlite").path),
            sender: TerminalCodeSender { _ in }, limits: limits, at: SystemClock().now())
        var invitation = Invitation()
        if isNew {
            switch kind {
            case .vouchers: invitation = try await prepareVouchers(folder, database, people, setup.signIn)
            case .bids: invitation = try await prepareBids(folder, database, people, setup.signIn)
            case .county: invitation = try await prepareCounty(folder, database, people, setup.signIn)
            case .city: break
            }
            try invitation.json.canonicalText.write(to: note, atomically: true, encoding: .utf8)
        } else if let kept = try? String(contentsOf: note, encoding: .utf8), let read = Invitation(kept) {
            invitation = read
        }
        Processes.forgetPeak()
        let installation = try Installation.open(.qianmo, dataDirectory: folder, database: database)
        let application = try setup.application(installation, try configuration())
        let scheduler = Task { await Scheduler(installation.writer, clock: installation.clock).run() }
        defer { scheduler.cancel() }
        var known = invitation
        known.pages = installation.routes.compactMap(\.pageAddress)
        try await application.run { [known] port in
            var said = known
            said.port = port
            announce(said.json.canonicalText)
        }
    }

    private static func configuration() throws -> ServerConfiguration {
        var configuration = try ServerConfiguration(port: 0, isPlainLoopback: true)
        let endless = RateLimit(burst: 1_000_000_000, refillMilliseconds: 1)
        configuration.limits.commandsPerPerson = endless
        configuration.limits.commandsPerAddress = endless
        configuration.limits.connections = 19_000
        configuration.limits.streams = 19_000
        configuration.limits.streamsPerPerson = 19_000
        configuration.limits.streamsPerAddress = 19_000
        configuration.limits.connectionsPerAddress = 19_000
        configuration.limits.idleSeconds = 600
        configuration.limits.shutdownSeconds = 2
        return configuration
    }

    private static func prepareVouchers(
        _ folder: URL, _ database: any Database, _ people: Int, _ signIn: SignInStore
    ) async throws -> Invitation {
        let installation = try Installation.open(.qianmo, dataDirectory: folder, database: database)
        let city = City(villages: people)
        try await city.settle(installation, offices: people)
        var invitation = Invitation()
        for village in 0..<people {
            invitation.tokens.append(try await enter(try city.principal(village), signIn))
        }
        return invitation
    }

    private static func prepareBids(
        _ folder: URL, _ database: any Database, _ people: Int, _ signIn: SignInStore
    ) async throws -> Invitation {
        let hall = try HotLot(bidders: people, at: SystemClock().now())
        let clock = ScenarioClock()
        let installation = try Installation.open(.qianmo, dataDirectory: folder, database: database, clock: clock)
        let summary = try await ScenarioRunner(installation, clock: clock).run(hall.scenario) { step in
            guard step.isAsExpected else { throw BenchFailure("\(step.line.command): \(step.answer)") }
        }
        try BenchFailure.check(summary.unexpected == 0, "the hall could not be filled")
        var invitation = Invitation()
        invitation.lot = hall.lot
        invitation.firstPriceFen = hall.firstPriceFen
        for bidder in 0..<people {
            guard let office = OfficeID(HotLot.office(bidder)),
                let person = try installation.findPrincipal(office: office)
            else {
                throw BenchFailure("bidder \(bidder) has no account")
            }
            invitation.tokens.append(try await enter(person, signIn))
        }
        return invitation
    }

    private static func prepareCounty(
        _ folder: URL, _ database: any Database, _ sales: Int, _ signIn: SignInStore
    ) async throws -> Invitation {
        let scenario = DemoCounty.scenario(endingAt: SystemClock().now(), size: .large, sales: sales)
        let clock = ScenarioClock()
        let installation = try Installation.open(.qianmo, dataDirectory: folder, database: database, clock: clock)
        let summary = try await ScenarioRunner(installation, clock: clock).runInGroups(scenario) { step in
            guard step.isAsExpected else { throw BenchFailure("\(step.line.command): \(step.answer)") }
        }
        try BenchFailure.check(summary.unexpected == 0, "the county could not be filled")
        var invitation = Invitation()
        for name in ["county-intake", "county-supervisor", "shiqiao-station", "dongpo-accountant"] {
            guard let office = OfficeID(name), let person = try installation.findPrincipal(office: office) else {
                throw BenchFailure("nobody sits at \(name)")
            }
            invitation.tokens.append(try await enter(person, signIn))
        }
        return invitation
    }

    /// Opens an account and signs in with it.
    private static func enter(_ principal: Principal, _ signIn: SignInStore) async throws -> String {
        let now = SystemClock().now()
        let secret = Randomness.bytes(20)
        let password = "bench-\(principal.office)-pass"
        try await signIn.open(
            NewAccount(
                person: principal.person, name: principal.office.text, offices: [principal.office], password: password,
                secondFactor: secret), at: now)
        let code = OneTimePassword(secret: secret).code(step: OneTimePassword.step(at: now))
        let session = try await signIn.signIn(name: principal.office.text, password: password, code: code, at: now)
        return session.token.text
    }
}

extension Route {
    /// The address, where it shows a page.
    fileprivate var pageAddress: String? {
        switch handler {
        case .page, .form, .upload: path
        case .json, .file: nil
        }
    }
}

/// The demo county with more bidders for the auction that is running.
struct HotLot {
    let scenario: Scenario
    let lot: String
    /// The lowest price nobody has bid yet; others lie `stepFen` above each other.
    let firstPriceFen: Int64
    static let stepFen: Int64 = 2_000

    static func office(_ bidder: Int) -> String { "bencher-\(bidder)-account" }

    init(bidders: Int, at base: Instant) throws {
        var lines = DemoCounty.scenario(endingAt: base).lines
        let running = lines.first {
            $0.command == "exchange.publishNotice" && ($0.arguments["endsAt"]?.integer ?? 0) > base.milliseconds
        }
        guard let running, let lot = running.arguments["lot"]?.string,
            let draft = lines.first(where: {
                $0.command == "exchange.draftLot" && $0.arguments["lot"]?.string == lot
            }), let start = draft.arguments["startPriceFen"]?.integer
        else { throw BenchFailure("the demo county has no auction running") }
        self.lot = lot
        firstPriceFen = start + 100 * HotLot.stepFen
        let day = base.date.adding(days: -12).start
        for bidder in 0..<bidders { lines += try HotLot.lines(bidder, lot, day) }
        let ordered = lines.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        scenario = Scenario(ordered.map(\.element))
    }

    private static func lines(_ bidder: Int, _ lot: String, _ day: Instant) throws -> [Scenario.Line] {
        let name = "bencher-\(bidder)"
        let digits = String(1_000_000 + bidder).dropFirst()
        guard let code = CreditCode.organisationCode("MA" + digits).flatMap({ CreditCode.completing("91140498" + $0) })
        else { throw BenchFailure("no credit code for \(name)") }
        let steps: [(Int64, String, String, JSON)] = [
            (
                1, "county-intake", "registry.registerParty",
                [
                    "party": .string(name), "kind": "company", "publicName": .string("Bencher \(bidder) Ltd"),
                    "creditCode": .string(code.text), "division": "p140498",
                ]
            ),
            (
                2, "admin", "registry.openOffice",
                [
                    "office": .string(office(bidder)), "role": "bidder", "division": "p140498", "person": .string(name),
                    "title": .string("Bencher \(bidder) Ltd"),
                ]
            ),
            (
                3, office(bidder), "exchange.registerBidder",
                ["lot": .string(lot), "bidder": .string("r-\(name)"), "party": .string(name), "account": .string(name)]
            ),
            (
                4, "county-intake", "exchange.recordDeposit",
                [
                    "bidder": .string("r-\(name)"), "amountFen": 500_000, "payerAccount": .string(name),
                    "payerName": .string("Bencher \(bidder) Ltd"), "reference": .string("D-\(name)"),
                ]
            ),
            (5, "county-intake", "exchange.qualifyBidder", ["bidder": .string("r-\(name)")]),
        ]
        return try steps.map { hour, office, command, arguments in
            guard let office = OfficeID(office) else { throw BenchFailure("\(office) is no office") }
            return Scenario.Line(
                number: 0, at: day.adding(seconds: (8 + hour) * 3_600), office: office, command: command,
                arguments: arguments, key: "\(command)-\(name)")
        }
    }
}
