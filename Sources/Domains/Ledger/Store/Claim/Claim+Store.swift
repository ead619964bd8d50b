package import Kernel
package import Registry
package import Storage

extension SubmitClaim {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let place = books.place ?? .root
        func figure(_ key: ParameterKey) throws -> Money {
            try ParameterQueries.value(key, at: place, on: context.now.date, in: tx).money
        }
        let figures = kind.figures
        let known = try claim.flatMap { try ClaimQueries.find($0, in: tx) }
        return Facts(
            known: known, claimantSits: try known?.claimant.map { try books.sits($0, in: tx) } ?? true,
            isPayeeKnown: try PartyQueries.find(payee, in: tx) != nil,
            invoice: try invoice.flatMap { try InvoiceQueries.find($0, in: tx) },
            claimed: try invoice.map { try ClaimQueries.claimed(on: $0, but: claim, in: tx) } ?? .zero,
            ladder: ClaimLadder(
                reviewFrom: try figure(figures.review), countyFrom: try figure(figures.county)),
            spending: try SpendingRule(true, resolution, books, on: context.now.date, in: tx))
    }
}

extension ClaimVerb {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> ClaimFacts {
        ClaimFacts(claim: try ClaimQueries.find(claim, in: tx))
    }
}

extension PayClaims {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        var found: [ClaimID: ExpenseClaim] = [:]
        for claim in Set(claims) { found[claim] = try ClaimQueries.find(claim, in: tx) }
        let payees = Set(found.values.map(\.payee))
        return Facts(
            claims: found,
            withoutAccount: try payees.filter { try PayeeAccountQueries.find($0, organisation, in: tx) == nil })
    }
}

extension BookClaim {
    package func facts(on books: Books, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let known = try ClaimQueries.find(claim, in: tx)
        let bank = try known?.account.flatMap { account in
            try BankQueries.matching(organisation, account, in: tx).lines.first { $0.id == line }
        }
        return Facts(
            claim: known, line: bank, otherClaim: try tx.find("SELECT claim FROM claim WHERE line = \(line)"),
            invoice: try known?.invoice.flatMap { try InvoiceQueries.find($0, in: tx) })
    }
}

extension ClaimSubmitted {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let steps = steps.map(\.rawValue).joined(separator: ",")
        try tx.run(
            """
            INSERT INTO claim (claim, organisation, date, matter, kind, payee, amount_fen, invoice, photo, state, steps,
                resolution, filing, contract_number, entry)
            VALUES (\(claim), \(organisation), \(date), \(matter), \(kind), \(payee), \(amount), \(invoice), \(photo),
                'submitted', \(steps), \(resolution), \(filing), \(contractNumber),
                \(entry.index))
            ON CONFLICT (claim) DO UPDATE SET date = excluded.date, matter = excluded.matter, kind = excluded.kind,
                payee = excluded.payee, amount_fen = excluded.amount_fen, invoice = excluded.invoice, photo = excluded.photo,
                state = excluded.state, steps = excluded.steps, reason = NULL, resolution = excluded.resolution,
                filing = excluded.filing, contract_number = excluded.contract_number, entry = excluded.entry
            """)
        try ClaimHand.add(.submit, claim, office, person, entry, in: tx)
    }
}

extension ClaimApproved {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        if isLast { try tx.run("UPDATE claim SET state = 'approved' WHERE claim = \(claim)") }
        try ClaimHand.add(ClaimAct(rawValue: step.rawValue) ?? .check, claim, office, person, entry, in: tx)
    }
}

extension ClaimReturned {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE claim SET state = 'returned', reason = \(reason) WHERE claim = \(claim)")
        try ClaimHand.add(.giveBack, claim, office, person, entry, in: tx)
    }
}

extension ClaimsSent {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        for claim in claims {
            try tx.run(
                """
                UPDATE claim SET state = 'sent', payment = \(payment), account = \(account) WHERE claim = \(claim)
                """)
            try ClaimHand.add(.pay, claim, office, person, entry, in: tx)
        }
    }
}

extension ClaimPaid {
    package func project(
        from standing: Void, to books: Books, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE claim SET state = 'paid', line = \(line), draft = \(draft) WHERE claim = \(claim)")
        try ClaimHand.add(.book, claim, office, person, entry, in: tx)
    }
}

extension ClaimHand {
    static func add(
        _ act: ClaimAct, _ claim: ClaimID, _ office: OfficeID, _ person: PersonID, _ entry: EntryHeader,
        in tx: any WriteTransaction
    ) throws {
        try tx.run(
            """
            INSERT INTO claim_hand (claim, entry, act, office, person, date)
            VALUES (\(claim), \(entry.index), \(act), \(office), \(person), \(entry.at.date))
            """)
    }
}

/// Reading claims.
package enum ClaimQueries {
    package static func find(_ claim: ClaimID, in tx: any ReadTransaction) throws -> ExpenseClaim? {
        try list(where: "claim = \(claim)", in: tx).first
    }

    /// The claims of an organisation, those on their way first, of each the newest first.
    package static func list(_ organisation: OrganisationID, limit: Int = 200, in tx: any ReadTransaction) throws
        -> [ExpenseClaim]
    {
        try list(where: "organisation = \(organisation)", limit: limit, in: tx)
    }

    package static func list(
        _ organisation: OrganisationID, _ state: ClaimState, limit: Int = 200, in tx: any ReadTransaction
    ) throws -> [ExpenseClaim] {
        try list(where: "organisation = \(organisation) AND state = \(state)", limit: limit, in: tx)
    }

    /// The claim that a voucher booked.
    static func find(bookedBy voucher: VoucherID, in tx: any ReadTransaction) throws -> ClaimID? {
        try tx.find(
            "SELECT c.claim FROM voucher v JOIN claim c ON c.draft = v.draft WHERE v.voucher = \(voucher)")
    }

    package static func list(of payment: PaymentID, in tx: any ReadTransaction) throws -> [ExpenseClaim] {
        try list(where: "payment = \(payment)", limit: 10_000, in: tx)
    }

    /// What claims on their way ask of an invoice; paid ones have used it already.
    static func claimed(on invoice: InvoiceNumber, but claim: ClaimID?, in tx: any ReadTransaction) throws -> Money {
        let others = try list(where: "invoice = \(invoice) AND state IN ('submitted', 'approved', 'sent')", in: tx)
        return others.filter { $0.id != claim }.reduce(.zero) { $0 + $1.amount }
    }

    private static func list(where condition: SQL, limit: Int = 1_000, in tx: any ReadTransaction) throws
        -> [ExpenseClaim]
    {
        try tx.rows(
            """
            SELECT claim, organisation, date, matter, payee, amount_fen, invoice, photo, state, steps, reason, payment,
                account, line, draft, entry, kind, resolution, filing,
                contract_number
            FROM claim WHERE \(condition)
            ORDER BY CASE state WHEN 'paid' THEN 1 ELSE 0 END, date DESC, claim LIMIT \(limit)
            """
        ).map { row in
            let id: ClaimID = try row.get(0)
            let steps: String = try row.get(9)
            return ExpenseClaim(
                id: id, organisation: try row.get(1), date: try row.get(2), matter: try row.get(3),
                kind: try row.get(16), payee: try row.get(4), amount: try row.get(5), invoice: try row.find(6),
                photo: try row.get(7),
                state: try row.get(8),
                steps: steps.split(separator: ",").compactMap { ClaimStep(rawValue: String($0)) },
                reason: try row.find(10), payment: try row.find(11), account: try row.find(12), line: try row.find(13),
                draft: try row.find(14), entry: try row.get(15), hands: try hands(id, in: tx),
                resolution: try row.find(17), filing: try row.find(18), contractNumber: try row.find(19))
        }
    }

    private static func hands(_ claim: ClaimID, in tx: any ReadTransaction) throws -> [ClaimHand] {
        try tx.rows("SELECT act, office, person, date, entry FROM claim_hand WHERE claim = \(claim) ORDER BY entry").map
        {
            ClaimHand(
                act: try $0.get(0), office: try $0.get(1), person: try $0.get(2), date: try $0.get(3),
                entry: try $0.get(4))
        }
    }
}
