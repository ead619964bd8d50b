import ArgumentParser
import Exchange
import Foundation
import Kernel
import Platform
import Registry

/// `qianmo import deposits FILE.csv --as OFFICE`: the bank's file, given as the desk's own page gives it; whole, or
/// refused whole with every bad row named.
struct ImportDepositFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "deposits", abstract: CLIText.importDeposits.here)

    @Argument(help: "\(CLIText.depositFile.here)") var file: String
    @Option(name: .customLong("as"), help: "\(CLIText.asOffice.here)") var office: String
    @OptionGroup var place: DataLocation

    func run() async throws {
        let bytes = try Files.read(file)
        // Refuses what is no file of arrivals before anything is asked of the house.
        let text = try TableText(bytes).text
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
            if place.isJSON {
                Console.json(["rows": .integer(Int64(rows)), "entries": .integer(Int64(entries.count))])
            } else {
                Console.line(Console.language(CLIText.depositsImported(rows, entries.count)))
            }
        }
    }
}
