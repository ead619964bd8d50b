import EventLog
import Kernel
import Paper
import Registry
import Storage
import Web

/// The accounting papers of a year in one archive that opens without this program: vouchers, ledgers, day books and reports
/// as PDF, the booking files of electronic vouchers, and a list with digest and term of keeping (Order 79, arts. 8, 14, 15).
struct YearArchive {
    let bytes: [UInt8]

    init?(_ organisation: Organisation, _ year: AccountingYear, _ format: Format, in tx: any ReadTransaction) throws {
        guard let heading = try BookQueries.find(organisation.id, in: tx) else { return nil }
        let end = year.december.lastDay
        var archive = TapeArchive(at: end.start)
        var list = [PrintText.archiveColumns.map { format.language($0) }.joined(separator: ",")]
        let folder = "\(organisation.id)-\(year)"
        func add(_ name: String, _ kind: ArchiveKind, _ content: [UInt8]?) {
            guard let content else { return }
            archive.add("\(folder)/\(name)", content)
            list.append(
                [
                    name, format.language(kind.title), String(content.count), Hash.file(content).hex,
                    kind.earliestDestruction(year)?.description ?? format.language(PrintText.forever),
                ].joined(separator: ","))
        }
        let vouchers = try PrintQueries.vouchers(
            organisation.id, from: year.december.january, through: year.december, in: tx)
        add("vouchers.pdf", .voucher, try VoucherPaper(organisation, vouchers, in: tx).paper(format).pdf())
        func ledger(_ account: StandardAccount?) throws -> [UInt8]? {
            try LedgerPaper(organisation, only: account?.code, daily: account != nil, through: end, in: tx)?
                .paper(format).pdf()
        }
        add("ledgers.pdf", .ledger, try ledger(nil))
        add("cash-daybook.pdf", .dayBook, try ledger(.cash))
        add("bank-daybook.pdf", .dayBook, try ledger(.bank))
        add("statements.pdf", .annualReport, try StatementPaper(organisation, at: end, in: tx)?.paper(format).pdf())
        for voucher in vouchers where try !PrintQueries.invoices(of: voucher.id, in: tx).isEmpty {
            let file = try BookingFile(voucher, organisation, in: tx)
            add("booking/\(voucher.month)-\(voucher.number).xml", .voucher, Array(file.xml.utf8))
        }
        let originals = try Self.originals(vouchers, format, in: tx)
        if !originals.isEmpty { add("originals.csv", .voucher, originals) }
        let isClosed = heading.closedThrough.map { $0 >= year.december } ?? false
        list.append(format.language(isClosed ? PrintText.yearIsClosed : PrintText.yearIsOpen))
        archive.add("\(folder)/index.csv", Array(("\u{FEFF}" + list.joined(separator: "\r\n") + "\r\n").utf8))
        bytes = archive.bytes
    }
}

extension YearArchive {
    /// The index between vouchers, papers and files; empty where nothing was entered.
    fileprivate static func originals(_ vouchers: [Voucher], _ format: Format, in tx: any ReadTransaction) throws
        -> [UInt8]
    {
        let rows = try vouchers.flatMap { voucher in
            try OriginalQueries.list(voucher.id, in: tx).map { original in
                [
                    "\(voucher.month)-\(voucher.number)", format.language(original.kind.label), original.shelf,
                    original.file ?? "",
                ]
            }
        }
        guard !rows.isEmpty else { return [] }
        return RowFile.bytes([OriginalText.columns.map { format.language($0) }] + rows)
    }
}

/// How long a kind of paper is kept at least (Order 79, annex 1), counted from 1 January after its year.
enum ArchiveKind: Sendable, CaseIterable {
    case voucher, ledger, dayBook, annualReport

    /// Nil: for ever, so that a copy on paper is kept too (art. 8).
    var years: Int? {
        switch self {
        case .voucher, .ledger, .dayBook: 30
        case .annualReport: nil
        }
    }

    func earliestDestruction(_ year: AccountingYear) -> CivilDate? {
        years.map { year.december.next.firstDay.adding(years: $0) }
    }
}
