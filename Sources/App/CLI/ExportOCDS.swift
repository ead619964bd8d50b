import ArgumentParser
import Exchange
import Foundation
import Kernel
import OpenData
import Registry
import Storage

/// `qianmo export ocds --lot ID|--all`: a release package, or with `--record` a record package, on standard output; with
/// `--out DIR` both, as `releases.json` and `records.json`.
struct ExportOCDS: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ocds", abstract: OCDSCommandText.abstract.here)

    @Option(help: "\(OCDSCommandText.lot.here)") var lot: String?
    @ArgumentParser.Flag(help: "\(OCDSCommandText.all.here)") var all = false
    @ArgumentParser.Flag(help: "\(OCDSCommandText.record.here)") var record = false
    @Option(name: .customLong("out"), help: "\(OCDSCommandText.out.here)") var directory: String?
    @Option(help: "\(OCDSCommandText.prefix.here)") var prefix = OCDSPublisher.unregistered
    @Option(help: "\(OCDSCommandText.site.here)") var site = "http://localhost:8080"
    @Option(help: "\(OCDSCommandText.publisher.here)") var publisher = "Qianmo"
    @OptionGroup var place: DataLocation

    func validate() throws {
        guard (lot == nil) == all, !record || directory == nil else {
            throw ValidationError(Console.language(OCDSCommandText.either))
        }
    }

    func run() throws {
        let publisher = OCDSPublisher(prefix: prefix, name: publisher, site: site)
        let lots = try place.reading().read { tx in
            let wanted = try lot.map { LotID($0).map { [$0] } ?? [] } ?? OCDSQueries.listPublic(in: tx)
            return try wanted.compactMap { try OCDSQueries.find($0, in: tx) }
        }
        guard let releases = OCDSExport.releasePackage(lots, publisher),
            let records = OCDSExport.recordPackage(lots, publisher)
        else { throw Failure(message: Console.language(OCDSCommandText.nothing)) }
        guard let directory else { return Console.json(record ? records : releases) }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for (name, package) in [("releases", releases), ("records", records)] {
            try Data(package.canonicalBytes).write(to: URL(filePath: directory).appending(path: "\(name).json"))
        }
        let count = releases["releases"]?.array?.count ?? 0
        if place.isJSON {
            Console.json([
                "lots": .integer(Int64(lots.count)), "releases": .integer(Int64(count)),
                "directory": .string(directory),
            ])
        } else {
            Console.line(Console.language(OCDSCommandText.written(lots.count, count, directory)))
        }
    }
}
