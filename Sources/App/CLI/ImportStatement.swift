import ArgumentParser
import Foundation
import Kernel
import Ledger
import Platform
import Registry
import Storage

/// `qianmo import statement FILE --org ID`: the lines of a bank's statement, each answered by itself.
struct ImportStatementFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "statement", abstract: CLIText.importStatement.here)

    @Argument(help: "\(CLIText.tableFile.here)") var file: String
    @Option(name: .customLong("org"), help: "\(CLIText.organisation.here)") var organisation: String
    @Option(help: "\(CLIText.bankAccount.here)") var account: String?
    @Option(help: "\(CLIText.sheet.here)") var sheet: String?
    @Option(name: .customLong("as"), help: "\(CLIText.importingDesk.here)") var office: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        let file = try StatementFile(Files.read(self.file), sheet: sheet)
        let id = try Identifiers.organisation(organisation)
        let desk = try ImportDesk(place, id, office)
        let bank =
            try account.flatMap { AccountCode($0) }
            ?? desk.installation.database.read { try BalanceImport.bankAccount(id, in: $0) }
        var rows = file.others
        for line in StatementImport(organisation: id, account: bank).lines(file) {
            let isKnown = try desk.installation.database.read { try line.isKnown(in: $0) }
            let outcome: ImportRow.Outcome =
                isKnown ? .unchanged(CLIText.lineKnown) : try await give(line.command, desk)
            rows.append(ImportRow(line.row, outcome))
        }
        try ImportReport(rows).print(isJSON: place.isJSON)
    }

    private func give(_ command: RecordStatementLine, _ desk: ImportDesk) async throws -> ImportRow.Outcome {
        let rejection = try await desk.give(command, key: "import-\(command.line)")
        if let rejection { return .refused(rejection) }
        let amount = (command.received ?? .zero) - (command.paid ?? .zero)
        return .accepted(CLIText.lineTaken(command.date, amount.yuan))
    }
}

/// `qianmo import balances FILE`: books open with the balances of a file, all of them or none.
struct ImportBalanceFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "balances", abstract: CLIText.importBalances.here)

    @Argument(help: "\(CLIText.tableFile.here)") var file: String
    @Option(name: .customLong("org"), help: "\(CLIText.organisation.here)") var organisation: String?
    @Option(help: "\(CLIText.openingDay.here)") var at: String?
    @Option(help: "\(CLIText.sheet.here)") var sheet: String?
    @Option(name: .customLong("as"), help: "\(CLIText.importingDesk.here)") var office: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        let balances = try BalanceFile(Files.read(file), sheet: sheet)
        let asked = try organisation.map(Identifiers.organisation)
        let database = try place.reading()
        let id = try database.read { try BalanceImport.organisation(balances, asked: asked, in: $0) }
        let standing = try database.read { try BalanceImport.standing(id, in: $0) }
        let outcome = try await outcome(balances, id, standing)
        let rows = balances.others + balances.lines.map { ImportRow($0.row, outcome) }
        try ImportReport(rows).print(isJSON: place.isJSON)
    }

    private func outcome(_ balances: BalanceFile, _ id: OrganisationID, _ standing: [AccountCode: Money]?) async throws
        -> ImportRow.Outcome
    {
        let bad = balances.others.first { if case .refused = $0.outcome { true } else { false } }
        if let bad { return .refused(LedgerRefusal.rowOfBadVoucher(bad.row)) }
        if let standing, balances.matches(standing) { return .unchanged(CLIText.balanceKnown) }
        let desk = try ImportDesk(place, id, office)
        let start =
            try at.map(Dates.read) ?? day(of: file)
            ?? AccountingMonth(desk.installation.clock.now().date).january.firstDay
        let command = balances.opening(id, on: start)
        let rejection = try await desk.give(command, key: "import-\(UUID().uuidString)")
        return rejection.map { .refused($0) } ?? .accepted(CLIText.balanceTaken(start))
    }

    /// The day a file carries in its name: `opening_2024-01-01.csv`; the last of a month means the day after.
    private func day(of file: String) -> CivilDate? {
        let name = Array(URL(filePath: file).lastPathComponent)
        guard name.count >= 10 else { return nil }
        for start in 0...(name.count - 10) {
            guard let day = CivilDate(String(name[start..<(start + 10)])) else { continue }
            return day == AccountingMonth(day).lastDay ? day.adding(days: 1) : day
        }
        return nil
    }
}
