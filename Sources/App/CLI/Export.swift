import ArgumentParser
import EventLog
import Foundation
import Kernel
import Ledger
import Platform
import Registry
import Storage

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: CLIText.export.here,
        subcommands: [
            ExportHledger.self, ExportLedger.self, ExportBeancount.self, ExportAudit.self, ExportLog.self,
            ExportOCDS.self,
        ])
}

/// `qianmo export log DIR`: what a web server, a mirror or a USB stick carries.
struct ExportLog: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: CLIText.exportLog.here)

    @Argument(help: "\(CLIText.directory.here)") var directory: String
    @OptionGroup var place: DataLocation

    func run() throws {
        let key = place.folder.appending(path: "keys/log.pub")
        let text = String(decoding: try Files.read(key.path), as: UTF8.self)
        let size = try LogView(database: place.reading(), keys: try LogKeys(text)).export(to: directory)
        try text.write(toFile: directory + "/log.pub", atomically: true, encoding: .utf8)
        if place.isJSON {
            Console.json(["entries": .integer(size), "directory": .string(directory)])
        } else {
            Console.line(Console.language(CLIText.exported(size, directory)))
        }
    }
}

/// `qianmo trial-balance --org ID [--at DATE]`.
struct PrintTrialBalance: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "trial-balance", abstract: CLIText.trialBalance.here)

    @Option(name: .customLong("org"), help: "\(CLIText.organisation.here)") var organisation: String
    @Option(help: "\(CLIText.at.here)") var at: String?
    @OptionGroup var place: DataLocation

    func run() throws {
        let day = try at.map(Dates.read) ?? SystemClock().now().date
        let id = try Identifiers.organisation(organisation)
        let (balance, names) = try place.reading().read { tx in
            try Identifiers.books(id, at: day, in: tx)
            let accounts = try BookQueries.accounts(id, in: tx).map { ($0.code, Console.language($0.name)) }
            return (
                try TrialBalanceQueries.get(id, through: day, in: tx),
                Dictionary(accounts, uniquingKeysWith: { first, _ in first })
            )
        }
        if place.isJSON {
            Console.json(json(balance))
            return
        }
        Console.line(Console.language(CLIText.balanceHeader))
        for line in balance.lines {
            Console.line(
                row("\(line.account.text) \(names[line.account] ?? "")", line.opening, line.debit, line.credit))
        }
        let opening = balance.lines.reduce(Money.zero) { $0 + $1.opening }
        Console.line(row(Console.language(CLIText.total), opening, balance.debit, balance.credit))
    }

    private func row(_ name: String, _ opening: Money, _ debit: Money, _ credit: Money) -> String {
        ([name] + [opening, debit, credit, opening + debit - credit].map(\.yuan)).joined(separator: "\t")
    }

    private func json(_ balance: TrialBalance) -> JSON {
        [
            "organisation": .string(balance.organisation.text), "from": balance.from.field,
            "through": balance.through.field, "balanced": .bool(balance.isBalanced),
            "lines": .array(
                balance.lines.map { line in
                    [
                        "account": .string(line.account.text), "openingFen": line.opening.field,
                        "debitFen": line.debit.field, "creditFen": line.credit.field,
                        "closingFen": line.closing.field,
                    ]
                }),
        ]
    }
}

enum Identifiers {
    static func organisation(_ text: String) throws -> OrganisationID {
        guard let id = OrganisationID(text) else {
            throw Failure(message: Console.language(CLIText.badValue(text)), code: 2)
        }
        return id
    }

    /// Throws where the organisation keeps no books, or kept none on `day`: to know of nothing is no balance of nothing. What the
    /// books were opened with stands at the end of the day before.
    static func books(_ id: OrganisationID, at day: CivilDate? = nil, in tx: any ReadTransaction) throws {
        guard let books = try BookQueries.find(id, in: tx) else {
            throw Failure(message: Console.language(CLIText.noBooks(id.text)))
        }
        if let day, day < books.startDate.adding(days: -1) {
            throw Failure(message: Console.language(CLIText.booksBegin(id.text, books.startDate.description)))
        }
    }
}

extension Money {
    /// `-1200.50`: yuan with two decimals, for tables on a terminal.
    var yuan: String {
        let cents = fen.magnitude % 100
        return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
