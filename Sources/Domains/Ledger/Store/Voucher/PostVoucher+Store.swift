package import Kernel
import Registry
package import Storage

extension PostVoucher {
    /// Reads the reviewing desk, and what the lines name; nothing else where the program names the voucher.
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isTaken: try voucher.map { try VoucherQueries.exists($0, in: tx) } ?? false,
            reviewer: try ReviewDesk.find(reviewer, over: books.place, in: tx),
            references: try LineReferences(lines, in: tx),
            budget: try BudgetQueries.binding(on: date, books, in: tx),
            papers: try PaperRule(attachments, books, on: date, in: tx),
            spending: try SpendingRule(SpendingRule.concerns(lines), resolution, books, on: date, in: tx))
    }
}

extension SpendingRule {
    /// Of the place on the day of the payment; the figures are asked only where money goes out.
    init(
        _ concerns: Bool, _ named: ResolutionID?, _ books: Books, on day: CivilDate, in tx: any ReadTransaction
    ) throws {
        let figures =
            try concerns
            ? books.place.map {
                try ParameterQueries.values(
                    [.booksResolutionAmount, .booksFilingAmount], at: $0, on: day, in: tx)
            } ?? [:] : [:]
        func figure(_ key: ParameterKey) -> Money? { figures[key].flatMap { $0.money > .zero ? $0.money : nil } }
        self.init(
            resolutionFrom: figure(.booksResolutionAmount), filingFrom: figure(.booksFilingAmount),
            resolution: try named.flatMap { try ResolutionQueries.find($0, in: tx) })
    }
}

extension PaperRule {
    /// Of the place on the day of the voucher; not asked about where there are papers, nor before the books are open.
    init(_ attachments: Int64, _ books: Books, on day: CivilDate, in tx: any ReadTransaction) throws {
        guard attachments < 1, let place = books.place else {
            self.init(isAsked: false)
            return
        }
        self.init(
            isAsked: try ParameterQueries.value(.booksPaperReason, at: place, on: day, in: tx).flag)
    }
}

extension ReviewDesk {
    /// The open desk, if it is responsible for `place`: the place's own or one above it.
    static func find(_ office: OfficeID, over place: DivisionID?, in tx: any ReadTransaction) throws -> ReviewDesk? {
        guard let place else { return nil }
        return try tx.first(
            """
            SELECT o.person, o.role FROM office o JOIN division d ON d.id = \(place)
            WHERE o.id = \(office) AND o.is_open = 1
                AND (o.division = d.id OR d.path LIKE '%/' || o.division || '/%')
            """
        ).map { ReviewDesk(person: try $0.get(0), role: try $0.get(1)) }
    }
}

extension LineReferences {
    /// The first party and contract among the lines that the register does not know.
    init(_ lines: [VoucherLine], in tx: any ReadTransaction) throws {
        for party in Set(lines.compactMap(\.party)) where self.party == nil {
            if try tx.first("SELECT id FROM party WHERE id = \(party)") == nil { self.party = party }
        }
        for contract in Set(lines.compactMap(\.contract)) where self.contract == nil {
            if try tx.first("SELECT id FROM contract WHERE id = \(contract)") == nil { self.contract = contract }
        }
    }
}

extension VoucherPosted {
    /// Rows only appended or added up.
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let month = AccountingMonth(date)
        let words = try wordsForPeople(in: tx)
        try tx.append(
            [
                organisation.sqlValue, month.sqlValue, number.sqlValue, voucher.sqlValue, date.sqlValue,
                words.sqlValue, attachments.sqlValue, maker.sqlValue, reviewer.sqlValue, .text(origin.rawValue),
                reverses?.sqlValue ?? .null, receivable?.sqlValue ?? .null, entry.index.sqlValue,
                corrects?.sqlValue ?? .null, makerPerson?.sqlValue ?? .null, reviewerPerson?.sqlValue ?? .null,
                review.map { .text($0.rawValue) } ?? .null, poster?.sqlValue ?? .null, posterPerson?.sqlValue ?? .null,
                draft?.sqlValue ?? .null, withoutPapers?.sqlValue ?? .null,
                resolution?.sqlValue ?? .null, filing?.sqlValue ?? .null, hour(entry.at)?.sqlValue ?? .null,
            ], to: "voucher")
        let nature = VoucherNature(origin: origin, lines)
        let writing = LineWriting(organisation: organisation, month: month, number: number, nature: nature)
        try writing.write(lines, first: 0, in: tx)
        if let draft {
            try tx.run("UPDATE voucher_draft SET state = 'posted' WHERE draft = \(draft)")
        }
    }
}

extension VoucherPosted {
    /// The summary as people read it: what the program writes about a contract names the land, not the identifier.
    private func wordsForPeople(in tx: any ReadTransaction) throws -> String {
        guard origin != .manual, let contract = lines.lazy.compactMap(\.contract).first,
            let name: String = try tx.first(
                "SELECT a.name FROM contract c JOIN asset a ON a.id = c.asset WHERE c.id = \(contract)"
            )?.get(0)
        else { return summary }
        return summary.replacing(" \(contract.text) ", with: "“\(name)”")
    }

    /// The moment of posting, kept of what is made by hand since the rule about it is there: rows of before stay as they are.
    private func hour(_ instant: Instant) -> Instant? {
        origin == .manual && instant.date >= Self.firstHour ? instant : nil
    }

    /// 1 December 2026.
    private static let firstHour = CivilDate(dayNumber: 20_788)
}

extension LinesContinued {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        guard let month else {
            for line in lines { try line.addToBalance(of: organisation, .opening, in: tx) }
            return
        }
        let writing = LineWriting(organisation: organisation, month: month, number: number, nature: nature)
        try writing.write(lines, first: Int(first), in: tx)
    }
}

/// Writes the lines of one voucher and adds them up.
private struct LineWriting {
    let organisation: OrganisationID
    let month: AccountingMonth
    let number: Int64
    let nature: VoucherNature?

    private static let transfers = Tally(
        "result_transfer", key: ["organisation", "nature", "account", "month"], sums: ["debit_fen", "credit_fen"])

    func write(_ lines: [VoucherLine], first: Int, in tx: any WriteTransaction) throws {
        for (position, line) in lines.enumerated() {
            try tx.append(
                [
                    organisation.sqlValue, month.sqlValue, number.sqlValue, (first + position + 1).sqlValue,
                    line.account.sqlValue, (line.debit ?? .zero).sqlValue, (line.credit ?? .zero).sqlValue,
                    line.contract?.sqlValue ?? .null, line.party?.sqlValue ?? .null, line.project?.sqlValue ?? .null,
                    line.asset?.sqlValue ?? .null, line.quantity?.sqlValue ?? .null,
                ], to: "voucher_line")
            try line.addToBalance(of: organisation, month, in: tx)
            guard let nature else { continue }
            try tx.add(
                [(line.debit ?? .zero).fen, (line.credit ?? .zero).fen],
                at: [organisation.sqlValue, .text(nature.rawValue), line.account.sqlValue, month.sqlValue],
                to: Self.transfers)
        }
    }
}

extension VoucherLine {
    private static let balances = Tally(
        "account_balance", key: ["organisation", "account", "month"], sums: ["debit_fen", "credit_fen"])
    private static let parties = Tally(
        "party_balance", key: ["organisation", "account", "party", "month"], sums: ["debit_fen", "credit_fen"])

    /// Adds the line to the turnover of its account in `month`, and of its party there.
    func addToBalance(of organisation: OrganisationID, _ month: AccountingMonth, in tx: any WriteTransaction) throws {
        let amounts = [(debit ?? .zero).fen, (credit ?? .zero).fen]
        try tx.add(amounts, at: [organisation.sqlValue, account.sqlValue, month.sqlValue], to: Self.balances)
        guard let party else { return }
        try tx.add(
            amounts, at: [organisation.sqlValue, account.sqlValue, party.sqlValue, month.sqlValue], to: Self.parties)
    }

    /// Adds every line of the books to the turnover of its party, in the order of posting.
    static func addPartyBalances(in tx: any WriteTransaction) throws {
        let rows = try tx.rows(
            """
            SELECT organisation, account, party, month, debit_fen, credit_fen FROM voucher_line
            WHERE party IS NOT NULL ORDER BY organisation, month, number, line
            """)
        for row in rows {
            let key = try [row.get(0) as String, try row.get(1), try row.get(2)].map(\.sqlValue)
            let month: Int64 = try row.get(3)
            let amounts: [Int64] = [try row.get(4), try row.get(5)]
            try tx.add(amounts, at: key + [month.sqlValue], to: parties)
        }
    }
}
