import Kernel

/// Puts the rows of a file together to vouchers. Rows of one month and number belong together; where the file writes day
/// and number only once, the rows below continue; where it has no numbers, a voucher ends when it balances.
struct Gathering {
    private struct Key: Hashable {
        let month: AccountingMonth
        let number: String
    }

    private struct Group {
        var voucher: FileVoucher
        var refused: [ImportRow] = []
    }

    private let hasNumbers: Bool
    private var groups: [Group] = []
    private var byKey: [Key: Int] = [:]
    private var current: Int?
    private var others: [ImportRow] = []

    init(hasNumbers: Bool) { self.hasNumbers = hasNumbers }

    mutating func take(_ answer: Table<VoucherColumn>.Answer<FileRow>) {
        switch answer.outcome {
        case .setAside(let reason): others.append(ImportRow(answer.line, .setAside(reason)))
        case .refused(let rejection): refuse(answer.line, rejection, in: current)
        case .accepted(let row): take(row, answer.line)
        }
    }

    private mutating func take(_ row: FileRow, _ line: Int) {
        guard let index = group(of: row) else {
            return refuse(line, row.problem ?? LedgerRefusal.rowWithoutVoucher(), in: nil)
        }
        current = index
        guard let fileLine = row.line else {
            return refuse(line, row.problem ?? LedgerRefusal.rowWithoutVoucher(), in: index)
        }
        groups[index].voucher.lines.append(fileLine)
        groups[index].voucher.attachments = max(groups[index].voucher.attachments, row.attachments)
        if groups[index].voucher.withoutPapers == nil, !row.withoutPapers.isEmpty {
            groups[index].voucher.withoutPapers = row.withoutPapers
        }
    }

    /// A row that cannot be read spoils the voucher it stands in.
    private mutating func refuse(_ line: Int, _ rejection: Rejection, in group: Int?) {
        let row = ImportRow(line, .refused(rejection))
        if let group { groups[group].refused.append(row) } else { others.append(row) }
    }

    /// The voucher the row belongs to; nil where neither the row nor one above says a day.
    private mutating func group(of row: FileRow) -> Int? {
        let last = current.map { groups[$0].voucher }
        guard let date = row.date ?? last?.date else { return nil }
        let isSameDay = row.date == nil || row.date == last?.date
        if hasNumbers {
            if row.number.isEmpty, let current, isSameDay { return current }
            let key = Key(month: AccountingMonth(date), number: row.number)
            if !row.number.isEmpty, let known = byKey[key] { return known }
            byKey[key] = groups.count
        } else if let current, isSameDay, last?.isBalanced == false {
            return current
        }
        let voucher = FileVoucher(date: date, number: row.number, summary: row.summary, lines: [], attachments: 0)
        groups.append(Group(voucher: voucher))
        return groups.count - 1
    }

    /// The vouchers all of whose rows can be read, by their days, and the answers to every other row.
    func end() -> ([FileVoucher], [ImportRow]) {
        var answers = others
        var vouchers: [FileVoucher] = []
        for group in groups {
            guard let bad = group.refused.first else {
                vouchers.append(group.voucher)
                continue
            }
            answers += group.refused
            answers += ImportRow.all(group.voucher.rows, .refused(LedgerRefusal.rowOfBadVoucher(bad.row)))
        }
        let order = vouchers.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
        return (order.map(\.element), answers.sorted { $0.row < $1.row })
    }
}
