import Kernel
import Registry
package import Storage

extension Ledger {
    package static func project(_ event: Event, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        switch event {
        case .booksOpened(let opened): try project(opened, in: tx)
        case .subAccountAdded(let added):
            try tx.run(
                """
                INSERT INTO sub_account (organisation, code, parent, name)
                VALUES (\(added.organisation), \(added.code), \(added.parent), \(added.name))
                """)
        case .voucherPosted(let posted): try project(posted, entry, in: tx)
        case .monthClosed(let closed): try setClosed(closed.organisation, through: closed.month, in: tx)
        case .monthReopened(let reopened):
            try setClosed(reopened.organisation, through: reopened.month.previous, in: tx)
        case .receivableOpened(let opened): try project(opened, in: tx)
        case .instalmentAccrued(let accrued): try project(accrued, in: tx)
        case .advanceReleased(let released):
            try tx.run(
                """
                UPDATE receivable SET earned_fen = earned_fen + \(released.amount)
                WHERE receivable = \(released.receivable)
                """)
        case .instalmentSettled(let settled): try project(settled, entry, in: tx)
        case .receivableClosed(let closed): try project(closed, in: tx)
        }
    }

    private static func project(_ opened: BooksOpened, in tx: any WriteTransaction) throws {
        let none: Int64? = nil
        try tx.run(
            """
            INSERT INTO books (organisation, division, start_date, chart_version, closed_through)
            VALUES (\(opened.organisation), \(opened.division), \(opened.startDate), \(opened.chartVersion), \(none))
            """)
        for line in opened.openings { try addToBalance(opened.organisation, .opening, line, in: tx) }
    }

    private static func project(_ posted: VoucherPosted, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let month = AccountingMonth(posted.date)
        try tx.append(
            [
                posted.organisation.sqlValue, month.sqlValue, posted.number.sqlValue, posted.voucher.sqlValue,
                posted.date.sqlValue, posted.summary.sqlValue, posted.attachments.sqlValue, posted.maker.sqlValue,
                posted.reviewer.sqlValue, .text(posted.origin.rawValue), posted.reverses?.sqlValue ?? .null,
                posted.receivable?.sqlValue ?? .null, entry.index.sqlValue,
            ], to: "voucher")
        for (position, line) in posted.lines.enumerated() {
            try tx.append(
                [
                    posted.organisation.sqlValue, month.sqlValue, posted.number.sqlValue, (position + 1).sqlValue,
                    line.account.sqlValue, (line.debit ?? .zero).sqlValue, (line.credit ?? .zero).sqlValue,
                    line.contract?.sqlValue ?? .null, line.party?.sqlValue ?? .null,
                ], to: "voucher_line")
            try addToBalance(posted.organisation, month, line, in: tx)
        }
    }

    private static let balances = Tally(
        "account_balance", key: ["organisation", "account", "month"], sums: ["debit_fen", "credit_fen"])

    private static func addToBalance(
        _ organisation: OrganisationID, _ month: AccountingMonth, _ line: VoucherLine, in tx: any WriteTransaction
    ) throws {
        try tx.add(
            [(line.debit ?? .zero).fen, (line.credit ?? .zero).fen],
            at: [organisation.sqlValue, line.account.sqlValue, month.sqlValue], to: balances)
    }

    private static func setClosed(
        _ organisation: OrganisationID, through month: AccountingMonth, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE books SET closed_through = \(month) WHERE organisation = \(organisation)")
    }

    private static func project(_ opened: ReceivableOpened, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO receivable (receivable, organisation, division, contract, debtor, is_member, total_fen,
                start_date, end_date, billed_fen, earned_fen)
            VALUES (\(opened.receivable), \(opened.organisation), \(opened.division), \(opened.contract),
                \(opened.debtor), \(opened.isMember), \(opened.total), \(opened.start), \(opened.end), 0, 0)
            """)
        let none: String? = nil
        for instalment in opened.instalments {
            try tx.run(
                """
                INSERT INTO instalment (receivable, number, due, amount_fen, accrued_on, paid_fen, paid_on)
                VALUES (\(opened.receivable), \(instalment.number), \(instalment.due), \(instalment.amount),
                    \(none), 0, \(none))
                """)
        }
    }

    private static func project(_ accrued: InstalmentAccrued, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE receivable SET billed_fen = billed_fen + \(accrued.amount), earned_fen = earned_fen + \(accrued.earned)
            WHERE receivable = \(accrued.receivable)
            """)
        try tx.run(
            """
            UPDATE instalment SET accrued_on = \(accrued.date)
            WHERE receivable = \(accrued.receivable) AND number = \(accrued.number)
            """)
    }

    /// What is owed is billed and earned from now on; an instalment of which something is owed counts as claimed.
    private static func project(_ closed: ReceivableClosed, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE receivable SET billed_fen = \(closed.owed), earned_fen = \(closed.owed), ended_on = \(closed.endedOn)
            WHERE receivable = \(closed.receivable)
            """)
        for part in closed.parts {
            let claimedOn = part.left > .zero ? closed.endedOn : nil
            try tx.run(
                """
                UPDATE instalment SET closed_fen = \(part.closed), accrued_on = coalesce(accrued_on, \(claimedOn))
                WHERE receivable = \(closed.receivable) AND number = \(part.number)
                """)
        }
    }

    private static func project(_ settled: InstalmentSettled, _ entry: EntryHeader, in tx: any WriteTransaction) throws
    {
        try tx.run(
            """
            UPDATE instalment SET paid_fen = \(settled.paid), paid_on = \(settled.date)
            WHERE receivable = \(settled.receivable) AND number = \(settled.number)
            """)
        try tx.run(
            """
            INSERT INTO settlement (receivable, number, entry, amount_fen, date, bank_reference, voucher)
            VALUES (\(settled.receivable), \(settled.number), \(entry.index), \(settled.amount), \(settled.date),
                \(settled.bankReference), \(settled.voucher))
            """)
    }
}
