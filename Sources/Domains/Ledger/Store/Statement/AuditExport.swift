import Kernel
package import Registry
package import Storage

/// The books as auditors take them: the tables of GB/T 24589.1 (2010) that a village's general ledger fills, as XML in UTF-8.
/// Names of elements and their order are in `Text+Audit.swift`, with where they were read.
package enum AuditExport {
    /// One organisation, or all one after the other below one root.
    package static func xml(_ organisation: OrganisationID?, in tx: any ReadTransaction) throws -> String {
        var xml = AuditXML()
        xml.open(AuditText.root)
        for one in try organisation.map({ [$0] }) ?? BookQueries.list(in: tx).map(\.organisation) {
            guard let books = try BookQueries.find(one, in: tx) else { continue }
            let accounts = try BookQueries.accounts(one, in: tx)
            let months = try months(of: books, in: tx)
            xml.open(AuditText.publicArchive)
            try book(books, months, &xml, in: tx)
            xml.close(AuditText.publicArchive)
            xml.open(AuditText.generalLedger)
            for account in accounts {
                xml.row(
                    AuditText.account,
                    [
                        account.code.text, account.name.zh, String((account.code.text.utf8.count - 1) / 2),
                        AuditText.kind(account.accountClass), AuditText.side(account.side),
                    ])
            }
            try balances(books, months, &xml, in: tx)
            try vouchers(books, &xml, in: tx)
            xml.close(AuditText.generalLedger)
        }
        xml.close(AuditText.root)
        return xml.text
    }

    /// From the month the books begin to the last that has anything.
    private static func months(of books: BookHeading, in tx: any ReadTransaction) throws -> [AccountingMonth] {
        let last: Int64? = try tx.find(
            "SELECT MAX(month) FROM account_balance WHERE organisation = \(books.organisation)")
        let first = AccountingMonth(books.startDate).index
        return (first...max(first, Int(last ?? 0))).map { AccountingMonth(index: $0) }
    }

    private static func book(
        _ books: BookHeading, _ months: [AccountingMonth], _ xml: inout AuditXML, in tx: any ReadTransaction
    ) throws {
        let body = try OrganisationQueries.find(books.organisation, in: tx)
        xml.row(
            AuditText.book,
            [
                books.organisation.text, AuditText.bookName, body?.name ?? books.organisation.text,
                body?.creditCode?.text ?? "", AuditText.nature, AuditText.trade, "Qianmo", "1", "CNY",
                String(months.first?.year ?? 0), "GB/T 24589.1-2010",
            ])
        for month in months {
            xml.row(
                AuditText.period,
                [
                    String(month.year), String(month.index % 12 + 1), AuditText.day(month.firstDay),
                    AuditText.day(month.lastDay),
                ])
        }
        xml.row(AuditText.voucherKind, ["1", AuditText.voucherKindName, AuditText.voucherKindShort])
    }

    /// A row for every account and month from the first it was used.
    private static func balances(
        _ books: BookHeading, _ months: [AccountingMonth], _ xml: inout AuditXML, in tx: any ReadTransaction
    ) throws {
        var standing: [String: Int64] = [:]
        var turnovers: [Int: [String: (debit: Int64, credit: Int64)]] = [:]
        try tx.each(
            """
            SELECT account, month, debit_fen, credit_fen FROM account_balance
            WHERE organisation = \(books.organisation) ORDER BY account, month
            """
        ) { row in
            let month = Int(row.integer(1))
            if month == AccountingMonth.opening.index {
                standing[row.text(0)] = row.integer(2) - row.integer(3)
            } else {
                turnovers[month, default: [:]][row.text(0)] = (row.integer(2), row.integer(3))
            }
        }
        for month in months {
            let moved = turnovers[month.index] ?? [:]
            for account in Set(standing.keys).union(moved.keys).sorted() {
                let opening = standing[account] ?? 0
                let (debit, credit) = moved[account] ?? (0, 0)
                let closing = opening + debit - credit
                standing[account] = closing
                xml.row(
                    AuditText.balance,
                    [
                        account, AuditText.direction(opening), AuditText.direction(closing), "CNY", String(month.year),
                        String(month.index % 12 + 1), yuan(abs(opening)), yuan(debit), yuan(credit), yuan(abs(closing)),
                    ])
            }
        }
    }

    private static func vouchers(_ books: BookHeading, _ xml: inout AuditXML, in tx: any ReadTransaction) throws {
        try tx.each(
            """
            SELECT v.date, v.month, v.number, l.line, v.summary, l.account, l.debit_fen, l.credit_fen, v.attachments,
                v.maker, v.reviewer, COALESCE(v.poster, v.maker)
            FROM voucher v JOIN voucher_line l
                ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
            WHERE v.organisation = \(books.organisation) ORDER BY v.month, v.number, l.line
            """
        ) { row in
            let month = AccountingMonth(index: Int(row.integer(1)))
            xml.row(
                AuditText.voucher,
                [
                    row.text(0).filter { $0 != "-" }, String(month.year), String(month.index % 12 + 1), "1",
                    String(row.integer(2)), String(row.integer(3)), row.text(4), row.text(5), "CNY",
                    yuan(row.integer(6)), yuan(row.integer(7)), String(row.integer(8)), row.text(9), row.text(10),
                    row.text(11), "1", "0", "Qianmo",
                ])
        }
    }

    static func yuan(_ fen: Int64) -> String {
        let fraction = fen.magnitude % 100
        return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}

/// Elements of one table: its name and the names of its columns.
struct AuditTable: Sendable {
    let name: String
    let columns: [String]
}

private struct AuditXML {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    mutating func open(_ name: String) { text += "<\(name)>\n" }
    mutating func close(_ name: String) { text += "</\(name)>\n" }

    mutating func row(_ table: AuditTable, _ values: [String]) {
        text += "<\(table.name)>"
        for (column, value) in zip(table.columns, values) { text += "<\(column)>\(Self.escaped(value))</\(column)>" }
        text += "</\(table.name)>\n"
    }

    private static func escaped(_ value: String) -> String {
        var out = ""
        for letter in value.unicodeScalars {
            switch letter {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            default: if letter.value >= 0x20 { out.unicodeScalars.append(letter) }
            }
        }
        return out
    }
}
