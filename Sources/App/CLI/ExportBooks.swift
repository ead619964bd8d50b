import ArgumentParser
import Kernel
import Ledger
import Platform
import Registry
import Storage

/// Whose books an export holds: one organisation's by `--org`, everybody's by `--all` or without either.
struct BookChoice: ParsableArguments {
    @Option(name: .customLong("org"), help: "\(CLIText.organisation.here)") var organisation: String?
    @Flag(name: .customLong("all"), help: "\(CLIText.allBooks.here)") var isAll = false

    func read() throws -> OrganisationID? {
        guard organisation == nil || !isAll else {
            throw Failure(message: Console.language(CLIText.oneOrAll), code: 2)
        }
        return try organisation.map(Identifiers.organisation)
    }
}

/// `qianmo export hledger`: the journal on standard output.
struct ExportHledger: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hledger", abstract: CLIText.exportHledger.here)

    @OptionGroup var choice: BookChoice
    @OptionGroup var place: DataLocation

    func run() throws { try ExportedBooks.journal(.hledger, choice, place) }
}

/// `qianmo export ledger`: the same for the program ledger.
struct ExportLedger: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ledger", abstract: CLIText.exportLedger.here)

    @OptionGroup var choice: BookChoice
    @OptionGroup var place: DataLocation

    func run() throws { try ExportedBooks.journal(.ledger, choice, place) }
}

/// `qianmo export beancount`: the same for beancount and Fava.
struct ExportBeancount: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "beancount", abstract: CLIText.exportBeancount.here)

    @OptionGroup var choice: BookChoice
    @OptionGroup var place: DataLocation

    func run() throws { try ExportedBooks.journal(.beancount, choice, place) }
}

/// `qianmo export gbt24589`: the tables that auditors take, as XML.
struct ExportAudit: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "gbt24589", abstract: CLIText.exportAudit.here)

    @OptionGroup var choice: BookChoice
    @OptionGroup var place: DataLocation

    func run() throws {
        let one = try choice.read()
        let text = try place.reading().read { tx in
            if let one { try Identifiers.books(one, in: tx) }
            return try AuditExport.xml(one, in: tx)
        }
        Console.text(text)
    }
}

private enum ExportedBooks {
    static func journal(_ dialect: JournalDialect, _ choice: BookChoice, _ place: DataLocation) throws {
        let one = try choice.read()
        let text = try place.reading().read { tx in
            if let one { try Identifiers.books(one, in: tx) }
            return try HledgerExport.journal(one, dialect: dialect, in: tx)
        }
        Console.text(text)
    }
}
