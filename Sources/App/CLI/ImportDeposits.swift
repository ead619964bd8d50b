import ArgumentParser
import EventLog
import Exchange
import Foundation
import Kernel
import Platform
import Registry
import Storage
import Workbook

/// `qianmo import deposits FILE.csv --as OFFICE`: the bank's file, given as the desk's own page gives it: what was set aside is
/// named row by row; a file in which nothing is new is refused with the reason of each row.
struct ImportDepositFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "deposits", abstract: CLIText.importDeposits.here)

    @Argument(help: "\(CLIText.depositFile.here)") var file: String
    @Option(name: .customLong("as"), help: "\(CLIText.asOffice.here)") var office: String
    @OptionGroup var place: DataLocation

    func run() async throws {
        let bytes = try Files.read(file)
        // Refuses what is no file of arrivals before anything is asked of the house.
        let text = try DepositText.read(Array(bytes))
        let rows = try BankLine.parse(text).count
        let installation = try place.installation()
        guard let id = OfficeID(office), let principal = try installation.findPrincipal(office: id) else {
            throw Failure(message: Console.language(CLIText.noOffice(office)), code: 2)
        }
        let answer = try await installation.writer.submit(
            Submission(
                command: "exchange.importDeposits", arguments: ["csv": .string(text)],
                principal: principal, key: "import-\(UUID().uuidString)"))
        switch answer {
        case .rejected(let rejection): throw rejection
        case .accepted(let entries, _, _):
            let file = try leaf(of: entries, installation)
            let recorded = file?.fields["lines"]?.integer ?? 0
            let foreign = file?.fields["foreign"]?.array ?? []
            let known = file?.fields["known"]?.array ?? []
            let refused = zip(file?.fields["refused"]?.array ?? [], file?.fields["refusedFor"]?.array ?? [])
            if place.isJSON {
                Console.json([
                    "rows": .integer(Int64(rows)), "recorded": .integer(recorded), "foreign": .array(foreign),
                    "known": .array(known),
                    "refused": .array(refused.map { ["row": $0, "refusal": $1] }),
                    "entries": .integer(Int64(entries.count)),
                ])
            } else {
                for row in foreign { Console.line(Console.language(CLIText.rowForeign(row.integer ?? 0))) }
                for (row, number) in refused {
                    let reason = DepositText.reason(number.integer ?? 0)
                    Console.line(Console.language(CLIText.rowRefused(row.integer ?? 0, reason)))
                }
                for row in known { Console.line(Console.language(CLIText.rowKnown(row.integer ?? 0))) }
                Console.line(Console.language(CLIText.depositsImported(rows, recorded, entries.count)))
            }
        }
    }

    /// The entry of the file itself; its deposits follow.
    private func leaf(of entries: [Int64], _ installation: Installation) throws -> Leaf? {
        for entry in entries {
            guard let bytes = try installation.log.leaf(entry) else { continue }
            let leaf = try Leaf(decoding: bytes)
            if leaf.kind == BankFileImported.fullName { return leaf }
        }
        return nil
    }
}

/// A bank's file as text: of a workbook the cells of the first sheet that is a file of arrivals, each row on its own line.
enum DepositText {
    static func read(_ bytes: [UInt8]) throws(Rejection) -> String {
        guard bytes.starts(with: [0x50, 0x4B]) else { return try TableText(bytes).text }
        var texts: [String] = []
        var fault: Rejection?
        try Grid.shown(bytes) { _, grid in
            fault = fault ?? grid.rows.lazy.flatMap(\.cells).compactMap(\.fault).first
            texts.append(text(of: grid))
        }
        // A figure that the workbook has lost is no figure: an account of nineteen digits kept as a number.
        if let fault { throw fault }
        guard let first = texts.first else { throw KernelRejection.tableEmpty.rejection }
        return texts.first { (try? BankLine.answers($0)) != nil } ?? first
    }

    private static func text(of grid: Grid) -> String {
        var lines: [String] = []
        for row in grid.rows.prefix(100_000) {
            // Rows that hold nothing keep their place, so that an answer names the row of the sheet.
            while lines.count < min(row.number - 1, 100_000) { lines.append("") }
            lines.append(row.cells.map { quoted($0.text) }.joined(separator: ","))
        }
        return lines.joined(separator: "\n")
    }

    private static func quoted(_ cell: String) -> String {
        let flat = String(cell.map { $0.isNewline ? " " : $0 })
        return flat.contains { $0 == "," || $0 == "\"" } ? "\"\(flat.replacing("\"", with: "\"\""))\"" : flat
    }
}
