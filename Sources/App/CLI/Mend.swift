import ArgumentParser
import Environment
import Foundation
import Kernel
import Platform
import Registry
import Storage
import StorageSQLite

/// `qianmo mend`: what is made of the log, or of the raw frames, is made again.
struct Mend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mend", abstract: CLIText.mend.here, subcommands: [MendTables.self, MendTelemetry.self],
        defaultSubcommand: MendTables.self)
}

/// `qianmo mend telemetry`: the book of hours is made again from the files of raw frames.
struct MendTelemetry: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "telemetry", abstract: CLIText.mendTelemetry.here)

    @Flag(name: .customLong("only-tell"), help: "\(CLIText.mendOnlyTell.here)") var onlyTells = false
    @OptionGroup var place: DataLocation

    func run() throws {
        let removed = try place.address.reading()?.read { try EnvironmentQueries.removals(in: $0).last?.before }
        let found = try HourBook(of: place.folder).makeAgain(onlyTells: onlyTells, removedBefore: removed)
        if place.isJSON {
            Console.json([
                "days": .integer(Int64(found.days)), "changed": .integer(Int64(found.changed)),
                "mended": .bool(!onlyTells && found.changed > 0),
            ])
        } else {
            Console.line(Console.language(CLIText.hoursMade(found.days, found.changed)))
        }
    }
}

/// `qianmo mend tables`, or plainly `qianmo mend`: the tables are made again what the log says, and the log says that they
/// were.
struct MendTables: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tables", abstract: CLIText.mend.here)

    @Flag(name: .customLong("only-tell"), help: "\(CLIText.mendOnlyTell.here)") var onlyTells = false
    @OptionGroup var place: DataLocation

    func run() async throws {
        let found = try verifier(of: place.reading()).differences()
        guard !found.isEmpty else {
            return place.isJSON
                ? Console.json(["tables": [], "mended": false])
                : Console.line(Console.language(CLIText.nothingToMend))
        }
        if !place.isJSON { for rows in found { Console.line(Console.language(CLIText.rowsDiffer(rows))) } }
        if !onlyTells { try await mend(found) }
        guard place.isJSON else { return }
        Console.json(["tables": .array(found.map(\.json)), "mended": .bool(!onlyTells)])
    }

    /// The log is told first: a mend that stops in between is done by the next, which is told anew.
    private func mend(_ found: [TableMending.Rows]) async throws {
        let installation = try place.installation()
        let answer = try await installation.writer.submit(
            Submission(
                command: NoteMending.fullName, arguments: ["tables": .array(found.map(\.json))],
                principal: .administrator, key: "mend-\(UUID().uuidString)"))
        if case .rejected(let rejection) = answer { throw Failure(message: Console.text(of: rejection)) }
        let mended = try verifier(of: installation.database).mend()
        if !place.isJSON { Console.line(Console.language(CLIText.mended(mended.count))) }
    }

    private func verifier(of database: any Database) throws -> Verifier {
        try Verifier(.qianmo, dataDirectory: place.folder, database: database, scratch: SQLiteDatabase.scratch())
    }
}

extension TableMending.Rows {
    fileprivate var json: JSON {
        [
            "table": .string(table), "missing": .integer(missing), "surplus": .integer(surplus),
            "changed": .integer(changed),
        ]
    }
}
