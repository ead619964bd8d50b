import Storage

extension Ledger {
    /// Why a voucher made by hand has no paper.
    static var withoutPapers: [SQL] {
        [
            "ALTER TABLE voucher ADD COLUMN without_papers TEXT",
            "ALTER TABLE voucher_draft ADD COLUMN without_papers TEXT",
        ]
    }

    /// What a payment rests on.
    static var spending: [SQL] {
        [
            "ALTER TABLE voucher ADD COLUMN resolution TEXT",
            "ALTER TABLE voucher ADD COLUMN filing TEXT",
            "ALTER TABLE voucher_draft ADD COLUMN resolution TEXT",
            "ALTER TABLE voucher_draft ADD COLUMN filing TEXT",
            "ALTER TABLE claim ADD COLUMN resolution TEXT",
            "ALTER TABLE claim ADD COLUMN filing TEXT",
        ]
    }

    /// What the later rules of supervision look at.
    static var lookedAt: [SQL] {
        [
            "ALTER TABLE voucher ADD COLUMN posted_at INTEGER",
            "ALTER TABLE claim ADD COLUMN contract_number TEXT",
        ]
    }
}
