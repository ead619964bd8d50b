import ArgumentParser
import Foundation
import Kernel
import Logging
import Platform
import Registry
import Server
import Storage
import StorageSQLite

/// `qianmo serve`: pages and API until SIGTERM or SIGINT.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: CLIText.serve.en)

    @Option(help: "\(CLIText.host.en)") var host = "127.0.0.1"
    @Option(help: "\(CLIText.port.en)") var port = 8_080
    @Flag(help: "\(CLIText.plain.en)") var plain = false
    @Flag(help: "\(CLIText.behindProxy.en)") var behindProxy = false
    @Flag(help: "\(CLIText.demo.en)") var demo = false
    @OptionGroup var place: Place

    func run() async throws {
        let house = try place.house()
        guard let secrets = Secrets(try InstallationSecret.bytes(in: place.folder)) else {
            throw ServerConfigurationError.shortSecret
        }
        let configuration = try ServerConfiguration(
            host: host, port: port, isPlainLoopback: plain || demo, isDemo: demo, trustsProxy: behindProxy)
        let store = try SQLiteDatabase(path: place.folder.appending(path: "signin.sqlite").path)
        try Migrator(SignInSchema.migrations).migrate(store, at: house.clock.now())
        let signIn = try SignInStore(
            database: store, secrets: secrets, sender: TerminalCodeSender { Console.line($0) })
        let people = demo ? DemoPeople.list(try principals(house), secrets: secrets) : []
        try await DemoPeople.open(people, in: signIn, at: house.clock.now())
        let application = try ServerApplication(
            house: house, signIn: signIn, secrets: secrets, configuration: configuration, demo: people)
        let scheduler = Task { await Scheduler(house.writer, clock: house.clock).run() }
        defer { scheduler.cancel() }
        let (host, isJSON) = (host, place.isJSON)
        try await application.run { port in
            Self.announce("http://\(host):\(port)/", people, isJSON: isJSON, at: house.clock.now())
        }
    }

    /// Everyone with a desk or an account, the administrator first.
    private func principals(_ house: House) throws -> [Principal] {
        [.administrator] + (try house.database.read { try OfficeQueries.list(in: $0).map(\.principal) })
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
