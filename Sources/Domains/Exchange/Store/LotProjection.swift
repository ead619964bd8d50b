import Kernel
import Registry
import Storage

/// Writes what happens to a lot outside the hall.
enum LotProjection {
    static func write(_ event: LotDrafted, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let terms = event.terms
        try tx.run(
            """
            INSERT INTO lot (id, state, asset, owner, village, asset_name, village_name, category, way, mode, handling,
                area, start_price_fen, price_unit, step_fen, deposit_fen, expected_total_fen, terms, resolution,
                below_floor, drafter, drafted_at, bidders, bid_count, paid_fen)
            VALUES (\(event.lot), 'draft', \(event.asset), \(event.owner), \(event.village), \(event.assetName),
                \(event.villageName), \(terms.category), \(terms.transferWay), \(terms.mode), \(event.level),
                \(terms.area), \(terms.startPrice), \(terms.priceUnit), \(terms.step), \(terms.deposit),
                \(event.expectedTotal), \(JSON.object(terms.openFields).canonicalText), \(terms.resolution),
                \(event.belowFloorReason), \(event.drafter), \(entry.at), 0, 0, 0)
            """)
        try tx.step(event.lot, [.draft], entry)
        let words = [event.lot.text, event.assetName, event.villageName, terms.use]
        try LotQueries.words.set(words, for: event.lot, in: tx)
    }

    static func write(_ event: LotSubmitted, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let isDraft: String? = try tx.find("SELECT state FROM lot WHERE id = \(event.lot)")
        let path: [LotState] = event.resolution != nil && isDraft == "draft" ? [.resolving, .submitted] : [.submitted]
        try tx.step(event.lot, path, entry)
        if let resolution = event.resolution {
            try tx.run("UPDATE lot SET resolution = \(resolution) WHERE id = \(event.lot)")
        }
    }

    static func write(_ event: NoticePublished, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.listed], entry)
        try tx.run(
            """
            UPDATE lot SET listed_at = coalesce(listed_at, \(entry.at)), closes_at = \(event.closesAt),
                opens_at = \(event.opensAt), ends_at = \(event.endsAt) WHERE id = \(event.lot)
            """)
        let title = Message(zh: event.titleZh, en: event.titleEn)
        let text = Message(zh: event.textZh, en: event.textEn)
        try notice(event.lot, "notice", title, text, event.digest, entry, until: event.closesAt, in: tx)
    }

    static func write(_ event: ResultPublished, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.resultPublicity], entry)
        try tx.run(
            """
            UPDATE lot SET total_fen = \(event.total), publicity_ends_at = \(event.endsAt) WHERE id = \(event.lot)
            """)
        let title = Message(zh: event.titleZh, en: event.titleEn)
        let text = Message(zh: event.textZh, en: event.textEn)
        let digest = NoticeText.digest(of: text)
        try notice(event.lot, "result", title, text, digest, entry, until: event.endsAt, in: tx)
    }

    private static func notice(
        _ lot: LotID, _ kind: String, _ title: Message, _ text: Message, _ digest: String, _ entry: EntryHeader,
        until end: Instant, in tx: any WriteTransaction
    ) throws {
        let number: Int64 = try tx.get("SELECT coalesce(max(number), 0) + 1 FROM lot_notice WHERE lot = \(lot)")
        try tx.append(
            [
                lot.sqlValue, number.sqlValue, kind.sqlValue, title.zh.sqlValue, title.en.sqlValue, text.zh.sqlValue,
                text.en.sqlValue, digest.sqlValue, entry.at.sqlValue, end.sqlValue,
            ], to: "lot_notice")
    }

    static func write(_ event: ObjectionRaised, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let state: String? = try tx.find("SELECT state FROM lot WHERE id = \(event.lot)")
        if state != LotState.objection.rawValue { try tx.step(event.lot, [.objection], entry) }
        try tx.run(
            """
            INSERT INTO lot_objection (lot, number, raised_at) VALUES (\(event.lot), \(event.number), \(entry.at))
            """)
    }

    static func write(_ event: ObjectionAnswered, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE lot_objection SET decision = \(event.decision), answer = \(event.answer), answered_at = \(entry.at)
            WHERE lot = \(event.lot) AND number = \(event.number)
            """)
        if event.decision == .upheld {
            try tx.step(event.lot, [.relistDecision], entry, remark: event.answer)
            try tx.run("UPDATE lot SET paddle = NULL, price_fen = NULL, total_fen = NULL WHERE id = \(event.lot)")
        } else if let end = event.publicityEndsAt {
            try tx.step(event.lot, [.resultPublicity], entry)
            try tx.run("UPDATE lot SET publicity_ends_at = \(end) WHERE id = \(event.lot)")
        }
    }

    static func write(_ event: AwardConfirmed, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.awardConfirmed, .contractPending], entry)
        try tx.run("UPDATE lot SET sign_by = \(event.signBy) WHERE id = \(event.lot)")
        try tx.releaseDeposits(of: event.lot, except: event.paddle, entry)
    }

    static func write(_ event: ContractSigned, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.contractSigned], entry)
        try tx.run(
            """
            UPDATE lot SET contract = \(event.contract), lessee = \(event.lessee), total_fen = \(event.total),
                ends_on = \(event.endsOn)
            WHERE id = \(event.lot)
            """)
        try tx.run(
            """
            UPDATE bidder SET deposit_state = 'convertedToPrice' WHERE lot = \(event.lot) AND paddle = \(event.paddle)
                AND deposit_state IN ('matched', 'locked')
            """)
    }

    static func write(_ event: PaymentRecorded, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let state: String? = try tx.find("SELECT state FROM lot WHERE id = \(event.lot)")
        if state == LotState.contractSigned.rawValue { try tx.step(event.lot, [.settling], entry) }
        try tx.run("UPDATE lot SET paid_fen = paid_fen + \(event.amount) WHERE id = \(event.lot)")
    }

    static func write(_ event: LotResumed, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [event.to], entry)
        guard let end = event.clockEndsAt else { return }
        switch event.to {
        case .listed:
            try tx.run(
                """
                UPDATE lot SET closes_at = \(end), opens_at = opens_at + (\(end) - closes_at),
                    ends_at = ends_at + (\(end) - closes_at) WHERE id = \(event.lot)
                """)
        case .auctionScheduled:
            try tx.run(
                """
                UPDATE lot SET opens_at = \(end), ends_at = ends_at + (\(end) - opens_at) WHERE id = \(event.lot)
                """)
        case .auctionRunning: try tx.run("UPDATE lot SET ends_at = \(end) WHERE id = \(event.lot)")
        case .resultPublicity: try tx.run("UPDATE lot SET publicity_ends_at = \(end) WHERE id = \(event.lot)")
        case .contractPending: try tx.run("UPDATE lot SET sign_by = \(end) WHERE id = \(event.lot)")
        default: break
        }
    }

    static func write(_ event: LotRelisted, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let state: String? = try tx.find("SELECT state FROM lot WHERE id = \(event.lot)")
        if state != LotState.relistDecision.rawValue { try tx.step(event.lot, [.relistDecision], entry) }
        try tx.run(
            """
            UPDATE lot SET paddle = NULL, price_fen = NULL, total_fen = NULL, bidders = 0 WHERE id = \(event.lot)
            """)
        try tx.run("UPDATE bidder SET paddle = 0 WHERE lot = \(event.lot)")
    }

    static func write(_ event: AwardBreached, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.breached], entry, remark: event.reasons)
        try tx.run("UPDATE lot SET paddle = NULL, price_fen = NULL, total_fen = NULL WHERE id = \(event.lot)")
        try tx.run(
            """
            INSERT INTO party_bar (party, number, cause, since_day, until_day, reasons, source, lot)
            VALUES (\(event.party), \(try tx.nextBar(of: event.party)), 'breach', \(entry.at.date),
                \(event.barredUntil), \(event.reasons), \(event.lot.text), \(event.lot))
            """)
    }

    static func write(_ event: LotRevised, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let terms = event.terms
        try tx.step(event.lot, [.resolving], entry)
        try tx.run(
            """
            UPDATE lot SET category = \(terms.category), way = \(terms.transferWay), mode = \(terms.mode),
                area = \(terms.area), start_price_fen = \(terms.startPrice), price_unit = \(terms.priceUnit),
                step_fen = \(terms.step), deposit_fen = \(terms.deposit), expected_total_fen = \(event.expectedTotal),
                terms = \(JSON.object(terms.openFields).canonicalText), resolution = \(event.resolution), below_floor = \(event.belowFloorReason),
                handling = coalesce(\(event.level), handling), paddle = NULL,
                price_fen = NULL, total_fen = NULL, bidders = 0 WHERE id = \(event.lot)
            """)
        if let row = try tx.first("SELECT asset_name, village_name FROM lot WHERE id = \(event.lot)") {
            let words = [event.lot.text, try row.get(0), try row.get(1), terms.use]
            try LotQueries.words.set(words, for: event.lot, in: tx)
        }
        try tx.releaseDeposits(of: event.lot, except: 0, entry)
    }

    static func write(_ event: AwardPassedOn, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.awardProposed], entry)
        try tx.run("UPDATE lot SET paddle = \(event.paddle), price_fen = \(event.price) WHERE id = \(event.lot)")
    }

    static func write(_ event: LotCertified, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let state: String? = try tx.find("SELECT state FROM lot WHERE id = \(event.lot)")
        let isSigned = state == LotState.contractSigned.rawValue
        try tx.step(event.lot, isSigned ? [.settling, .certified] : [.certified], entry)
    }

    static func write(_ event: LotFiled, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.filed, .performing], entry)
        try tx.run("UPDATE lot SET file_digest = \(event.digest) WHERE id = \(event.lot)")
    }

    static func write(_ event: LotApproved, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.step(event.lot, [.reviewing, .approved], entry)
        try tx.run("UPDATE lot SET sign_off = \(event.signOff) WHERE id = \(event.lot)")
    }

    static func write(_ event: MaterialAttached, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        let number: Int64 = try tx.get(
            "SELECT coalesce(max(number), 0) + 1 FROM lot_material WHERE lot = \(event.lot)")
        try tx.run(
            """
            INSERT INTO lot_material (lot, number, material, digest, at, office)
            VALUES (\(event.lot), \(number), \(event.material.rawValue),
                \(event.digest), \(entry.at), \(entry.office))
            """)
    }

    static func write(_ event: PaymentCounted, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO lot_payment (lot, number, paid_fen) VALUES (\(event.lot), \(event.number), \(event.paid))
            ON CONFLICT (lot, number) DO UPDATE SET paid_fen = excluded.paid_fen
            """)
        try tx.run(
            """
            UPDATE lot SET paid_fen = (SELECT CAST(sum(p.paid_fen) AS BIGINT) FROM lot_payment p
                WHERE p.lot = \(event.lot)) WHERE id = \(event.lot) AND paid_fen < (SELECT CAST(sum(p.paid_fen) AS BIGINT)
                FROM lot_payment p WHERE p.lot = \(event.lot))
            """)
    }

    static func write(_ event: PartyBarred, _ entry: EntryHeader, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            INSERT INTO party_bar (party, number, cause, since_day, until_day, reasons, source)
            VALUES (\(event.party), \(try tx.nextBar(of: event.party)), \(event.cause.rawValue), \(entry.at.date),
                \(event.until), \(event.reasons), \(event.source))
            """)
    }

    static func write(_ event: BarLifted, in tx: any WriteTransaction) throws {
        try tx.run(
            """
            UPDATE party_bar SET lifted_day = \(event.liftedOn) WHERE party = \(event.party) AND lifted_day IS NULL
                AND until_day >= \(event.liftedOn)
            """)
    }
}

extension WriteTransaction {
    func nextBar(of party: PartyID) throws -> Int64 {
        try get("SELECT coalesce(max(number), 0) + 1 FROM party_bar WHERE party = \(party)")
    }
}
