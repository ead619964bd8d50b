package import Kernel
package import Registry
package import Storage

/// Reading the vouchers on their way.
package enum DraftQueries {
    package static func find(_ draft: DraftID, in tx: any ReadTransaction) throws -> VoucherDraft? {
        try list(where: "draft = \(draft)", in: tx).first
    }

    /// The drafts that are neither posted nor withdrawn, the oldest first.
    package static func listOpen(_ organisation: OrganisationID, in tx: any ReadTransaction) throws -> [VoucherDraft] {
        try list(
            where: "organisation = \(organisation) AND state IN ('made', 'reviewed', 'returned')", in: tx)
    }

    /// How many drafts dated in `month` are still on their way.
    static func countOpen(_ organisation: OrganisationID, _ month: AccountingMonth, in tx: any ReadTransaction) throws
        -> Int
    {
        try tx.find(
            """
            SELECT COUNT(*) FROM voucher_draft WHERE organisation = \(organisation) AND month = \(month)
                AND state IN ('made', 'reviewed', 'returned')
            """) ?? 0
    }

    private static func list(where condition: SQL, in tx: any ReadTransaction) throws -> [VoucherDraft] {
        try tx.rows(
            """
            SELECT draft, organisation, date, summary, attachments, maker, maker_person, state, reviewer,
                reviewer_person, reason, without_papers, resolution, filing
            FROM voucher_draft WHERE \(condition) ORDER BY date, draft
            """
        ).map { row in
            let id: DraftID = try row.get(0)
            return VoucherDraft(
                id: id, organisation: try row.get(1), date: try row.get(2), summary: try row.get(3),
                lines: try lines(id, in: tx), attachments: try row.get(4), maker: try row.get(5),
                makerPerson: try row.get(6), state: try row.get(7), reviewer: try row.find(8),
                reviewerPerson: try row.find(9), reason: try row.find(10), withoutPapers: try row.find(11),
                resolution: try row.find(12), filing: try row.find(13))
        }
    }

    private static func lines(_ draft: DraftID, in tx: any ReadTransaction) throws -> [VoucherLine] {
        try tx.rows(
            """
            SELECT account, debit_fen, credit_fen, contract, party, project, asset, quantity FROM draft_line
            WHERE draft = \(draft) ORDER BY line
            """
        ).map(VoucherQueries.line)
    }
}

extension DraftVoucher {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            draft: try draft.flatMap { try DraftQueries.find($0, in: tx) },
            references: try LineReferences(lines, in: tx),
            papers: try PaperRule(attachments, books, on: date, in: tx),
            spending: try SpendingRule(SpendingRule.concerns(lines), resolution, books, on: date, in: tx))
    }
}

extension Books {
    /// Whether the person sits at a desk of the books' place or above it.
    func sits(_ person: PersonID, in tx: any ReadTransaction) throws -> Bool {
        try OfficeQueries.isOfficial(person, over: place ?? .root, in: tx)
    }
}

extension DraftVerb {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> DraftFacts {
        let found = try DraftQueries.find(draft, in: tx)
        return DraftFacts(
            draft: found, budget: try found.flatMap { try BudgetQueries.binding(on: $0.date, books, in: tx) },
            makerSits: try found.map { try books.sits($0.makerPerson, in: tx) } ?? true)
    }
}

extension VoucherDrafted {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM draft_line WHERE draft = \(draft)")
        try tx.run("DELETE FROM voucher_draft WHERE draft = \(draft)")
        try tx.run(
            """
            INSERT INTO voucher_draft (draft, organisation, month, date, summary, attachments, maker, maker_person, state,
                without_papers, resolution, filing)
            VALUES (\(draft), \(organisation), \(AccountingMonth(date)), \(date), \(summary), \(attachments), \(maker),
                \(makerPerson), 'made', \(withoutPapers), \(resolution), \(filing))
            """)
        for (position, line) in lines.enumerated() {
            try tx.run(
                """
                INSERT INTO draft_line (draft, line, account, debit_fen, credit_fen, contract, party, project, asset,
                    quantity)
                VALUES (\(draft), \(position + 1), \(line.account), \(line.debit ?? .zero), \(line.credit ?? .zero),
                    \(line.contract), \(line.party), \(line.project), \(line.asset), \(line.quantity))
                """)
        }
    }
}

extension DraftMoved {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE voucher_draft SET state = \(state), reason = \(reason) WHERE draft = \(draft)")
        guard state != .withdrawn else { return }
        try tx.run(
            "UPDATE voucher_draft SET reviewer = \(office), reviewer_person = \(person) WHERE draft = \(draft)")
    }
}

extension ConfirmVouchers {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            numbers: try VoucherQueries.unconfirmed(organisation, month, in: tx).filter {
                $0.maker != context.principal.person
            }.map(\.number))
    }
}

extension VouchersConfirmed {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for number in numbers {
            try tx.run(
                """
                INSERT INTO voucher_review (organisation, month, number, office, person, entry)
                VALUES (\(organisation), \(month), \(number), \(office), \(person), \(entry.index))
                """)
        }
    }
}
