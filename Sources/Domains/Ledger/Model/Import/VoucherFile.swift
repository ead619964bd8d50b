package import Kernel
import Workbook

/// The columns of a file of vouchers; their headings are in `Text+Import.swift`.
package enum VoucherColumn: String, CaseIterable, Sendable {
    case date, kind, number, summary, code, name, debit, credit, debitFen, creditFen, amount, direction, attachments
    case party, withoutPapers
}

/// One line of a voucher as the file has it: the account is looked up in the books later.
package struct FileLine: Sendable, Hashable {
    /// The row of the file, from 1.
    package let row: Int
    /// Digits only; nil where the file names the account by words alone.
    package let code: String?
    package let name: String
    package let debit: Money?
    package let credit: Money?
    package let party: String?
}

/// One voucher as the file has it.
package struct FileVoucher: Sendable, Hashable {
    package let date: CivilDate
    /// As the file writes it; empty where it has none.
    package let number: String
    package let summary: String
    package var lines: [FileLine]
    package var attachments: Int64
    /// Why there are no papers, where the file says it.
    package var withoutPapers: String?

    package var rows: [Int] { lines.map(\.row) }
    /// Whether a line takes away: then it corrects an earlier voucher.
    package var isRed: Bool { lines.contains { ($0.debit ?? .zero) < .zero || ($0.credit ?? .zero) < .zero } }
    var isBalanced: Bool {
        var sum = Int64(0)
        for line in lines {
            let (next, over) = sum.addingReportingOverflow((line.debit ?? .zero).fen - (line.credit ?? .zero).fen)
            if over { return false }
            sum = next
        }
        return sum == 0 && lines.count > 1
    }
}

/// A file of vouchers that was read: what can be booked, and what became of every other row.
package struct VoucherFile: Sendable {
    /// In the order of days, and of one day in that of the file.
    package let vouchers: [FileVoucher]
    /// Rows that are set aside or refused, in the order of the file.
    package let others: [ImportRow]

    /// Throws where the file is no table of vouchers; a bad row is answered in `others`, with those of its voucher.
    package init(_ bytes: [UInt8], map: ImportMap = .empty, sheet: String? = nil) throws(Rejection) {
        let columns = VoucherColumn.allCases.map { column in
            TableColumn(
                column, (map.headings[column.rawValue].map { [$0] } ?? []) + column.names, isRequired: column == .date)
        }
        let table = try TableFile.read(bytes, TableReader(columns, neverInTotals: [.code, .name]), sheet: sheet)
        guard table.has(.code) || table.has(.name) else {
            throw KernelRejection.tableHeading(missing: [ImportText.headings(VoucherColumn.code)[2]]).rejection
        }
        guard table.has(.debit) || table.has(.debitFen) || table.has(.amount) && table.has(.direction) else {
            throw KernelRejection.tableHeading(missing: [ImportText.headings(VoucherColumn.debit)[2]]).rejection
        }
        var gathering = Gathering(hasNumbers: table.has(.number))
        for answer in table.answers({ (row) throws(Rejection) in
            VoucherFile.isSum(row) ? .setAside(.totals) : .accepted(FileRow(row, map))
        }) {
            gathering.take(answer)
        }
        (vouchers, others) = gathering.end()
    }
}

extension VoucherFile {
    /// A sum names no account; a line may begin with any word.
    private static func isSum(_ row: Table<VoucherColumn>.Row) -> Bool {
        let texts = [VoucherColumn.code, .name].map { (try? row.text($0)) ?? "" }
        return texts.allSatisfy { $0.isEmpty || ImportText.isSum($0) } && row.cells.contains(where: ImportText.isSum)
    }
}

/// One row, before it is known to which voucher it belongs.
struct FileRow: Sendable {
    var date: CivilDate?
    var number = ""
    var summary = ""
    var attachments: Int64 = 0
    var withoutPapers = ""
    /// Nil where the row cannot be booked; then `problem` says why.
    var line: FileLine?
    var problem: Rejection?

    init(_ row: Table<VoucherColumn>.Row, _ map: ImportMap) {
        var problems = RowProblems()
        func text(_ key: VoucherColumn) -> String {
            problems.take { () throws(Rejection) in try row.text(key) } ?? ""
        }
        date = problems.take { () throws(Rejection) in try row.optional(.date, as: CivilDate.self) } ?? nil
        number = text(.kind) + text(.number)
        summary = text(.summary)
        withoutPapers = text(.withoutPapers)
        attachments = (try? row.optional(.attachments, as: Int64.self)) ?? 0
        let (code, name, party) = (text(.code), text(.name), text(.party))
        let amounts = problems.take { () throws(Rejection) in try FileRow.amounts(row) } ?? (nil, nil)
        if code.isEmpty, name.isEmpty {
            let column: VoucherColumn = row.column(.code) == nil ? .name : .code
            problems.note(KernelRejection.missing(field: row.name(column)).rejection)
        }
        let account = FileAccount(map.accounts[code] ?? (code.isEmpty ? map.accounts[name] ?? name : code))
        do throws(Rejection) {
            try problems.finish()
            line = FileLine(
                row: row.line, code: account.code, name: name.isEmpty || account.code == nil ? account.words : name,
                debit: amounts.0, credit: amounts.1, party: party.isEmpty ? nil : party)
        } catch {
            problem = error
        }
    }

    private static func amounts(_ row: Table<VoucherColumn>.Row) throws(Rejection) -> (Money?, Money?) {
        func fen(_ key: VoucherColumn) throws(Rejection) -> Money? {
            try row.optional(key, as: Int64.self).map { Money(fen: $0) }
        }
        if row.column(.amount) != nil, row.column(.direction) != nil, row.column(.debit) == nil,
            row.column(.debitFen) == nil
        {
            let amount = try row.money(.amount)
            let word = try row.text(.direction).lowercased()
            if ImportText.debitWords.contains(word) { return (amount, nil) }
            guard ImportText.creditWords.contains(word) else {
                throw KernelRejection.notAChoice(field: row.name(.direction), choices: ImportText.directions).rejection
            }
            return (nil, amount)
        }
        let debit = row.column(.debitFen) != nil ? try fen(.debitFen) : try row.optionalMoney(.debit)
        let credit = row.column(.creditFen) != nil ? try fen(.creditFen) : try row.optionalMoney(.credit)
        // A nil beside an amount is nothing; two amounts are answered by the rule of vouchers.
        if let debit, debit == .zero, let credit, credit != .zero { return (nil, credit) }
        if let credit, credit == .zero, let debit, debit != .zero { return (debit, nil) }
        return (debit, credit)
    }
}
