import Kernel
package import Registry
package import Storage

/// The books as a plain-text journal that hledger (a program of others, in every Debian) reads and adds up by itself.
///
/// Account names are `assets:102 …`, own accounts one level deeper; with several organisations each stands under its own
/// identifier. Amounts are yuan with two decimals and the commodity CNY.
package enum HledgerExport {
    /// The journal of one organisation, or of all.
    package static func journal(_ organisation: OrganisationID?, in tx: any ReadTransaction) throws -> String {
        var text = ""
        let all = try organisation.map { [$0] } ?? BookQueries.list(in: tx).map(\.organisation)
        for one in all {
            guard let books = try BookQueries.find(one, in: tx) else { continue }
            let prefix = organisation == nil ? one.text + ":" : ""
            var journal = HledgerJournal(try BookQueries.accounts(one, in: tx), prefix: prefix)
            try journal.addOpenings(books, in: tx)
            try journal.addVouchers(books, in: tx)
            text += journal.text
        }
        return text
    }
}

private struct HledgerJournal {
    var text = ""
    private let names: [String: String]

    init(_ accounts: [BookAccount], prefix: String) {
        var names: [String: String] = [:]
        for account in accounts {
            let parents = accounts.filter {
                account.code.text.hasPrefix($0.code.text) && $0.code.text.count < account.code.text.count
            }
            let path = (parents + [account]).map { "\($0.code.text) \(Self.clean($0.name.zh))" }
            names[account.code.text] = prefix + account.accountClass.hledgerRoot + ":" + path.joined(separator: ":")
        }
        self.names = names
    }

    mutating func addOpenings(_ books: BookHeading, in tx: any ReadTransaction) throws {
        var isFirst = true
        try tx.each(
            """
            SELECT account, debit_fen - credit_fen FROM account_balance
            WHERE organisation = \(books.organisation) AND month = \(AccountingMonth.opening) ORDER BY account
            """
        ) { row in
            if isFirst { text += "\n\(books.startDate) (0) \(LedgerText.openingSummary.zh)\n" }
            isFirst = false
            addLine(row.text(0), row.integer(1))
        }
    }

    mutating func addVouchers(_ books: BookHeading, in tx: any ReadTransaction) throws {
        var last: (month: Int64, number: Int64) = (-1, -1)
        try tx.each(
            """
            SELECT v.month, v.number, v.date, v.summary, l.account, l.debit_fen - l.credit_fen
            FROM voucher v JOIN voucher_line l
                ON l.organisation = v.organisation AND l.month = v.month AND l.number = v.number
            WHERE v.organisation = \(books.organisation) ORDER BY v.month, v.number, l.line
            """
        ) { row in
            let key = (month: row.integer(0), number: row.integer(1))
            if key != last {
                last = key
                let number = "\(AccountingMonth(index: Int(key.month)))-\(key.number)"
                text += "\n\(row.text(2)) (\(number)) \(Self.clean(row.text(3)))\n"
            }
            addLine(row.text(4), row.integer(5))
        }
    }

    private mutating func addLine(_ account: String, _ fen: Int64) {
        let fraction = fen.magnitude % 100
        let amount = "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
        text += "    \(names[account] ?? account)  \(amount) CNY\n"
    }

    /// One line without what hledger gives a meaning: comments, tags, two spaces, account separators.
    private static func clean(_ words: String) -> String {
        words.split { $0.isWhitespace || ";:|()".contains($0) }.joined(separator: " ")
    }
}

extension AccountClass {
    var hledgerRoot: String {
        switch self {
        case .asset: "assets"
        case .liability: "liabilities"
        case .equity: "equity"
        case .cost: "assets:costs"
        case .income: "revenues"
        case .expense: "expenses"
        }
    }
}
