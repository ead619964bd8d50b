package import Kernel
package import Registry
package import Storage

extension RegisterPayeeAccount {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        Facts(
            isPayeeKnown: try PartyQueries.find(payee, in: tx) != nil,
            isErased: try PartyQueries.isErased(payee, in: tx),
            paying: try tx.find(
                """
                SELECT claim FROM claim WHERE organisation = \(organisation) AND state IN ('approved', 'sent')
                    AND payee = \(payee) ORDER BY claim LIMIT 1
                """))
    }
}

extension PayeeAccountRegistered {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        // Nothing to keep once the number was destroyed.
        guard let plain = number.content else { return }
        try tx.run(
            """
            INSERT INTO payee_account (organisation, payee, bank, number, entry)
            VALUES (\(organisation), \(payee), \(bank), \(plain), \(entry.index))
            ON CONFLICT (organisation, payee) DO UPDATE SET bank = excluded.bank, number = excluded.number,
                entry = excluded.entry
            """)
    }
}

extension PayeeForgotten {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("DELETE FROM payee_account WHERE payee = \(payee)")
    }
}

extension ClaimCorrection {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> ClaimCorrectionFacts {
        let known = try ClaimQueries.find(claim, in: tx)
        let draft = try known?.draft.flatMap { try DraftQueries.find($0, in: tx) }
        let red = try draft.flatMap { draft -> VoucherID? in
            try tx.find(
                """
                SELECT r.voucher FROM voucher v JOIN voucher r ON r.reverses = v.voucher WHERE v.draft = \(draft.id)
                """)
        }
        return ClaimCorrectionFacts(
            claim: known,
            lines: try known?.account.map { try BankQueries.matching(organisation, $0, in: tx).lines } ?? [],
            draft: draft, isTakenBack: draft?.state == .withdrawn || red != nil)
    }
}

extension PaymentSentBack {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO payment_return (line, claim, payment, entry)
            VALUES (\(line), \(claim), \(payment), \(entry.index))
            """)
        try tx.run(
            """
            UPDATE claim SET state = 'returned', reason = \(reason), payment = NULL, account = NULL, line = NULL
            WHERE claim = \(claim)
            """)
        try ClaimHand.add(.giveBack, claim, office, person, entry, in: tx)
    }
}

extension ClaimRedrafted {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE claim SET draft = \(draft) WHERE claim = \(claim)")
        try ClaimHand.add(.book, claim, office, person, entry, in: tx)
    }
}

/// Reading where payees are paid.
package enum PayeeAccountQueries {
    package static func find(_ payee: PartyID, _ organisation: OrganisationID, in tx: any ReadTransaction) throws
        -> PayeeAccount?
    {
        try tx.first(
            "SELECT bank, number FROM payee_account WHERE organisation = \(organisation) AND payee = \(payee)"
        ).map { PayeeAccount(payee: payee, bank: try $0.get(0), number: try $0.get(1)) }
    }

    /// The claims of which a line of the bank may be the payment sent back: on this account, of this amount.
    static func sentBack(
        by amount: Money, _ account: AccountCode, _ organisation: OrganisationID, in tx: any ReadTransaction
    ) throws -> ClaimID? {
        guard amount > .zero else { return nil }
        return try tx.find(
            """
            SELECT claim FROM claim WHERE organisation = \(organisation) AND state IN ('sent', 'paid')
                AND account = \(account) AND amount_fen = \(amount) ORDER BY date DESC, claim LIMIT 1
            """)
    }
}
