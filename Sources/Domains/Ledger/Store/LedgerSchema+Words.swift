import Storage

/// The words of vouchers the program made before they named the land of their contract.
extension Ledger {
    static var wordsForPeople: [SQL] {
        [
            .either(
                sqlite: "DROP TRIGGER voucher_no_update",
                postgres: "ALTER TABLE voucher DISABLE TRIGGER voucher_no_change"),
            """
            UPDATE voucher SET summary = coalesce(
                (SELECT replace(voucher.summary, ' ' || c.id || ' ', '“' || a.name || '”')
                    FROM voucher_line l JOIN contract c ON c.id = l.contract JOIN asset a ON a.id = c.asset
                    WHERE l.organisation = voucher.organisation AND l.month = voucher.month
                        AND l.number = voucher.number ORDER BY l.line LIMIT 1), summary)
            WHERE origin <> 'manual'
            """,
            .either(
                sqlite: """
                    CREATE TRIGGER voucher_no_update BEFORE UPDATE ON voucher
                    BEGIN SELECT RAISE(ABORT, 'append-only: voucher'); END
                    """, postgres: "ALTER TABLE voucher ENABLE TRIGGER voucher_no_change"),
        ]
    }
}
