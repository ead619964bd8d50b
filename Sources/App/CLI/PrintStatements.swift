import ArgumentParser
import Kernel
import Ledger
import Platform
import Registry
import Storage

/// `qianmo statements --org ID [--at DATE]`: balance sheet, income and distribution.
struct PrintStatements: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "statements", abstract: CLIText.statements.here)

    @Option(name: .customLong("org"), help: "\(CLIText.organisation.here)") var organisation: String
    @Option(help: "\(CLIText.at.here)") var at: String?
    @OptionGroup var place: DataLocation

    func run() throws {
        let day = try at.map(Dates.read) ?? SystemClock().now().date
        let id = try Identifiers.organisation(organisation)
        let found = try place.reading().read { tx in
            try Identifiers.books(id, at: day, in: tx)
            return try StatementQueries.statements(id, at: day, in: tx)
        }
        guard let statements = found else {
            throw Failure(message: Console.language(CLIText.noBooks(organisation)))
        }
        if place.isJSON {
            Console.json([
                "organisation": .string(organisation), "at": day.field, "balanced": .bool(statements.isBalanced),
                "agree": .bool(statements.agree),
                "balanceSheet": json(statements.sheet, ["closingFen", "yearStartFen"]),
                "income": json(statements.income, ["monthFen", "yearFen", "lastYearFen"]),
            ])
            return
        }
        printTable(statements.sheet, CLIText.sheetHeader)
        printTable(statements.income, CLIText.incomeHeader)
    }

    private func printTable(_ statement: Statement, _ header: Message) {
        Console.line(Console.language(header))
        for line in statement.shown {
            let cells = [Console.language(line.row.label)] + line.amounts.map { $0?.yuan ?? "" }
            Console.line(cells.joined(separator: "\t"))
        }
    }

    private func json(_ statement: Statement, _ names: [String]) -> JSON {
        [
            "edition": .string(statement.edition),
            "rows": .array(
                statement.lines.map { line in
                    var row: [String: JSON] = [
                        "row": .integer(Int64(line.row.number)), "label": .string(line.row.label.zh),
                        "labelEn": .string(line.row.label.en), "evidence": .string(line.row.evidence.rawValue),
                    ]
                    for (name, amount) in zip(names, line.amounts) { row[name] = amount.map { .integer($0.fen) } }
                    return .object(row)
                }),
        ]
    }
}
