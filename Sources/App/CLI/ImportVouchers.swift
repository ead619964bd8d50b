import ArgumentParser
import Foundation
import Kernel
import Ledger
import Platform
import Registry
import Storage

/// `qianmo import vouchers FILE --org ID`: a voucher is booked whole or not at all, and every row is answered.
struct ImportVoucherFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "vouchers", abstract: CLIText.importVouchers.here)

    @Argument(help: "\(CLIText.tableFile.here)") var file: String
    @Option(name: .customLong("org"), help: "\(CLIText.organisation.here)") var organisation: String
    @Option(help: "\(CLIText.importMap.here)") var map: String?
    @Option(help: "\(CLIText.sheet.here)") var sheet: String?
    @Option(name: .customLong("as"), help: "\(CLIText.importingDesk.here)") var office: String?
    @OptionGroup var place: DataLocation

    func run() async throws {
        let columns = Set(VoucherColumn.allCases.map(\.rawValue))
        let map = try self.map.map { try ImportMap(Files.read($0), columns: columns) } ?? .empty
        let file = try VoucherFile(Files.read(self.file), map: map, sheet: sheet)
        let id = try Identifiers.organisation(organisation)
        let desk = try ImportDesk(place, id, office)
        let vouchers = VoucherImport(organisation: id, reviewer: desk.reviewer)
        var rows = file.others
        for account in try desk.installation.database.read({ try vouchers.accounts(file, in: $0) }) {
            // An account that is refused is told with the vouchers that need it.
            _ = try await desk.give(account, key: "import-\(id)-\(account.code)")
        }
        for (position, voucher) in file.vouchers.enumerated() {
            let outcome = try await book(voucher, vouchers, desk)
            rows += voucher.rows.map { ImportRow($0, outcome) }
            Console.progress(
                Console.language(CLIText.progress(Int64(position + 1), Int64(file.vouchers.count))),
                isLast: position + 1 == file.vouchers.count)
        }
        try ImportReport(rows).print(isJSON: place.isJSON)
    }

    private func book(_ voucher: FileVoucher, _ vouchers: VoucherImport, _ desk: ImportDesk) async throws
        -> ImportRow.Outcome
    {
        do {
            switch try desk.installation.database.read({ try vouchers.step(voucher, in: $0) }) {
            case .unchanged(let id): return .unchanged(Message(zh: id.text, en: id.text))
            case .submit(let command, let key):
                if let rejection = try await desk.give(command, key: key) { return .refused(rejection) }
                return .accepted(CLIText.voucherBooked(voucher.date, voucher.number))
            }
        } catch let rejection as Rejection {
            return .refused(rejection)
        }
    }
}

/// The house with the desks of an import.
struct ImportDesk {
    let installation: Installation
    let reviewer: OfficeID
    private let principal: Principal

    init(_ place: DataLocation, _ organisation: OrganisationID, _ office: String?) throws {
        let wanted = try office.map { text in
            guard let id = OfficeID(text) else {
                throw Failure(message: Console.language(CLIText.noOffice(text)), code: 2)
            }
            return id
        }
        let installation = try place.installation()
        let desks = try installation.database.read { try ImportDesks.find(organisation, maker: wanted, in: $0) }
        guard let principal = try installation.findPrincipal(office: desks.maker) else {
            throw Failure(message: Console.language(CLIText.noOffice(desks.maker.text)), code: 2)
        }
        self.installation = installation
        self.principal = principal
        reviewer = desks.reviewer
    }

    /// Gives a command; nil where it was accepted.
    func give(_ command: some LedgerCommand, key: String) async throws -> Rejection? {
        let answer = try await installation.writer.submit(
            Submission(
                command: type(of: command).fullName, arguments: .object(command.openFields), principal: principal,
                key: key))
        if case .rejected(let rejection) = answer { return rejection }
        return nil
    }
}

/// The answers to the rows of a file, and their sums.
struct ImportReport {
    private let rows: [ImportRow]

    init(_ rows: [ImportRow]) { self.rows = rows.sorted { $0.row < $1.row } }

    /// One line a row, then the sums; throws exit code 1 where a row was refused.
    func print(isJSON: Bool) throws {
        var counts = ["accepted": 0, "unchanged": 0, "setAside": 0, "refused": 0]
        for row in rows {
            let (word, text, numbers) = Self.words(row.outcome)
            counts[word, default: 0] += 1
            if isJSON {
                var fields: [String: JSON] = [
                    "line": .integer(Int64(row.row)), "outcome": .string(word), "text": .string(text),
                ]
                if !numbers.isEmpty { fields["refusals"] = .array(numbers.map { .integer(Int64($0)) }) }
                Console.json(.object(fields))
            } else {
                Console.line(Console.language(CLIText.importRow(row.row, word, text)))
            }
        }
        if isJSON {
            Console.json(
                .object(counts.mapValues { .integer(Int64($0)) }.merging(["rows": .integer(Int64(rows.count))]) { $1 }))
        } else {
            Console.line(Console.language(CLIText.importSums(counts)))
        }
        if counts["refused", default: 0] > 0 { throw ExitCode(1) }
    }

    private static func words(_ outcome: ImportRow.Outcome) -> (String, String, [Int]) {
        switch outcome {
        case .accepted(let message): ("accepted", Console.language(message), [])
        case .unchanged(let message): ("unchanged", Console.language(message), [])
        case .setAside(let reason): ("setAside", Console.language(reason.text), [])
        case .refused(let rejection):
            ("refused", Console.text(of: rejection), rejection.flattened.map(\.number))
        }
    }
}
