import ArgumentParser
import Attachments
import Foundation
import Kernel
import Platform

/// `qianmo papers`: the care of the papers.
struct Papers: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: CLIText.papers.here, subcommands: [CleanPapers.self, ScanPapers.self, GetPaper.self])
}

/// `qianmo papers clean`: takes away what was sent and never named.
struct CleanPapers: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "clean", abstract: CLIText.papersClean.here)

    @Option(help: "\(CLIText.papersHours.here)", transform: Within.range(1...87_600)) var hours = 24
    @OptionGroup var place: DataLocation

    func run() throws {
        let installation = try place.installation(mayWait: true)
        let before = SystemClock().now().adding(milliseconds: -Int64(hours) * 3_600_000)
        let gone = try installation.papers.clean(before: before)
        if place.isJSON {
            Console.json(["gone": .array(gone.map(JSON.string))])
        } else {
            Console.line(Console.language(CLIText.papersGone(gone.count)))
        }
    }
}

/// `qianmo papers scan`: shows a scanner every paper, those that came before it too.
struct ScanPapers: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "scan", abstract: CLIText.papersScan.here)

    @Argument(help: "\(CLIText.scan.here)") var scanner: String
    @OptionGroup var place: DataLocation

    func run() throws {
        let scanner = PaperScanner(try ScanPapers.address(scanner))
        let installation = try place.installation(mayWait: true)
        let done: (count: Int, found: [String])
        do {
            done = try installation.papers.scanAll(scanner)
        } catch is PaperScanner.Unavailable {
            throw Failure(message: Console.language(CLIText.scannerAway), code: 2)
        }
        if place.isJSON {
            Console.json(["scanned": .integer(Int64(done.count)), "found": .array(done.found.map(JSON.string))])
        } else {
            for mark in done.found { Console.line(Console.language(CLIText.paperInfected(mark))) }
            Console.line(Console.language(CLIText.papersScanned(done.count, done.found.count)))
        }
        guard done.found.isEmpty else { throw Failure(message: "") }
    }

    static func address(_ text: String) throws -> PaperScanner.Address {
        guard let address = PaperScanner.Address(text) else {
            throw Failure(message: Console.language(CLIText.badValue(text)), code: 2)
        }
        return address
    }
}

extension PaperScanner.Away: ExpressibleByArgument {}

/// `qianmo papers get MARK`: a paper as it came, also where pages show pictures of it only.
struct GetPaper: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "get", abstract: CLIText.papersGet.here)

    @Argument(help: "\(CLIText.paperMark.here)") var mark: String
    @Option(help: "\(CLIText.file.here)") var out: String
    @OptionGroup var place: DataLocation

    func run() throws {
        let installation = try place.installation(mayWait: true)
        do {
            guard let bytes = try installation.papers.store.bytes(mark) else {
                throw PaperRejection.notHere.rejection
            }
            try Data(bytes).write(to: URL(filePath: out), options: .withoutOverwriting)
        } catch let rejection as Rejection {
            throw Failure(message: Console.language(rejection.text))
        }
    }
}
