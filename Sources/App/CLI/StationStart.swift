import ArgumentParser
import Attachments
import Foundation
import Kernel
import Platform
import Server
import Storage

/// `qianmo station start`: what a double click on a station's laptop begins. Serves the laptop's house to the browser that it
/// opens itself, and to no other (decision record 0198). Each lot has a folder of its own.
struct StationStart: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: CLIText.stationStart.here)

    @Option(name: .customLong("data"), help: "\(CLIText.stationFolder.here)") var folder: String?
    @Option(help: "\(CLIText.port.here)", transform: Within.port) var port = 8_137
    @Flag(help: "\(CLIText.noBrowser.here)") var noBrowser = false

    func run() async throws {
        let place = try DataLocation.parse(["--data", folder ?? Self.current(in: Self.home).path])
        try Files.makePrivate(URL(filePath: place.path))
        var configuration = try ServerConfiguration(port: port, isPlainLoopback: true)
        let token = Token.fresh()
        configuration.laptop = token
        for word in try KeyCare.check(place.folder) { Console.error(Console.language(word)) }
        let installation = try place.installation(clock: WatchedClock(jumpSeconds: 300, silenceDays: 36_500))
        let setup = try ServerSetup(
            folder: place.folder, database: place.address.signIns(), sender: nil, at: SystemClock().now())
        let application = try setup.application(installation, configuration)
        let scheduler = Task { await Scheduler(installation.writer, clock: installation.clock).run() }
        defer { scheduler.cancel() }
        let opens = !noBrowser
        try await application.run { port in
            let address = "http://127.0.0.1:\(port)/laptop?open=\(token.text)"
            Console.line(Console.language(CLIText.stationServing(address, place.path)))
            // Whoever has no desktop opens the address by hand.
            if opens, let opener = Self.opener, let id = try? Tool.start(opener, [address]) {
                _ = Tool.end(of: id, waits: true)
            }
        }
    }

    /// The program that opens an address in the desktop's browser.
    private static var opener: String? {
        ["/usr/bin/xdg-open", "/usr/bin/open"].first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static var home: URL {
        FileManager.default.homeDirectoryForCurrentUser.appending(path: "qianmo-station")
    }

    /// The folder of the first lot that is not finished.
    static func current(in home: URL) -> URL {
        var number = 1
        func folder() -> URL { home.appending(path: "lot\(number)") }
        while Installation.isFinishedLaptop(folder()) { number += 1 }
        return folder()
    }
}
