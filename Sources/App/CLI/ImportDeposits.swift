import ArgumentParser
import EventLog
import Exchange
import Foundation
import Kernel
import Platform
import Registry
import Storage

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
        let text = try DepositFile.read(Array(bytes))
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
