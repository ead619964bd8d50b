import ArgumentParser
import Foundation
import Kernel
import Platform
import Registry
import Storage

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: CLIText.importing.here,
        subcommands: [
            ImportDivisionFile.self, ImportPapers.self, ImportDepositFile.self, ImportCalendarFile.self,
            ImportMembers.self, ImportContracts.self, ImportParcels.self, ImportObservations.self,
            ImportVoucherFile.self, ImportStatementFile.self, ImportBalanceFile.self, ImportInvoiceFile.self,
        ])
}

/// `qianmo import divisions FILE.csv`: whole, or refused whole with every bad row named.
struct ImportDivisionFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "divisions", abstract: CLIText.importDivisions.here)

    @Argument(help: "\(CLIText.file.here)") var file: String
    @Option(help: "\(CLIText.asOf.here)") var asOf: String?
    @Option(help: "\(CLIText.system.here)") var system = "statistical"
    @Option(help: "\(CLIText.scope.here)") var scope: String?
    @Option(help: "\(CLIText.level.here)") var level: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        let rows = try DivisionFile.rows(Files.read(file))
        let installation = try place.installation()
        let day = try asOf.map(Dates.read) ?? installation.clock.now().date
        var arguments: [String: JSON] = [
            "codeSystem": .string(system), "asOf": day.field, "rows": .array(rows.map { .object($0.openFields) }),
        ]
        if let scope { arguments["scope"] = .string(scope) }
        if let level { arguments["level"] = .string(level) }
        let json = JSON.object(arguments)
        let answer = try await installation.writer.submit(
            Submission(
                command: "registry.importDivisions", arguments: json, principal: .administrator,
                key: "import-\(UUID().uuidString)"))
        switch answer {
        case .rejected(let rejection): throw rejection
        case .accepted(let entries, _, _): try report(rows.count, entries.count, installation)
        }
    }

    private func report(_ rows: Int, _ events: Int, _ installation: Installation) throws {
        let (townships, villages) = try installation.database.read { tx in
            (
                try DivisionQueries.count(.township, within: .root, in: tx),
                try DivisionQueries.count(.village, within: .root, in: tx)
            )
        }
        if place.isJSON {
            Console.json([
                "rows": .integer(Int64(rows)), "entries": .integer(Int64(events)),
                "townships": .integer(Int64(townships)), "villages": .integer(Int64(villages)),
            ])
        } else {
            let counts = Console.language(CLIText.counts(townships, villages))
            Console.line(Console.language(CLIText.imported(rows, events, counts)))
        }
    }
}

enum Dates {
    static func read(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(text) else {
            throw Failure(message: Console.language(CLIText.badDate(text)), code: 2)
        }
        return date
    }
}
