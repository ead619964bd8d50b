import EventLog
import Exchange
import Kernel
@testable import Platform
import Storage

/// What must hold in a county after every transaction, whatever happened: reckoned from the leaves alone, and held
/// against the store's tables.
struct Watch {
    /// The last bid of each lot; numbers go on when it is listed again.
    private var lastBid: [String: Int64] = [:]
    /// One hall, as the leaves tell of it.
    private struct Hall {
        let mode: String
        var endsAt: Int64
        var bids: [(paddle: Int64, price: Int64, at: Int64)] = []
        var offers: [(paddle: Int64, price: Int64)] = []
        var draws: Set<Int64> = []
    }

    private var tree = CompactRange()
    private var last = Instant(milliseconds: 0)
    private var modes: [String: String] = [:]
    private var halls: [String: Hall] = [:]
    private var checked = 0
    private var received: [String: Int64] = [:]
    private var returned: Set<String> = []
    private var settled: [String: Int64] = [:]
    /// Accepted events by kind.
    private(set) var kinds: [String: Int] = [:]
    /// Refusals by number.
    private(set) var refusals: [Int: Int] = [:]
    /// First answers by key.
    private(set) var answers: [String: (given: Given, answer: Outcome)] = [:]

    /// What is wrong after a group was answered; empty when all is well.
    mutating func check(_ installation: Installation, _ group: [Given], _ outcomes: [Outcome]) throws -> [String] {
        var wrong: [String] = []
        let before = tree.size
        let fresh = try readLog(installation, &wrong)
        try checkAnswers(installation, group, outcomes, before, fresh, &wrong)
        for (_, leaf) in fresh { follow(leaf, &wrong) }
        try installation.database.read { tx in
            for row in try tx.rows(Watch.everything) {
                wrong.append("\(try row.get(0, as: String.self)): \(try row.get(1, as: String.self))")
            }
            try checkMoney(tx, &wrong)
            wrong += try Almanac.forgotten(in: tx)
            // What people carry on in other rooms changes seldom here, and looking takes long.
            checked += 1
            wrong += try WaysOn.missing(in: tx, everything: checked % 25 == 1)
        }
        return wrong
    }

    // MARK: The log

    private mutating func readLog(_ installation: Installation, _ wrong: inout [String]) throws -> [(
        index: Int64, leaf: Leaf
    )] {
        let head = try installation.log.head()
        var fresh: [(Int64, Leaf)] = []
        for index in tree.size..<max(tree.size, head.size) {
            guard let bytes = try installation.log.leaf(index) else {
                wrong.append("leaf \(index) is not there")
                continue
            }
            tree.append(Hash.leaf(bytes))
            let leaf = try Leaf(decoding: bytes)
            if leaf.at < last { wrong.append("leaf \(index) goes back in time") }
            last = leaf.at
            kinds[leaf.kind, default: 0] += 1
            fresh.append((index, leaf))
        }
        if tree.size != head.size || tree.root != head.root { wrong.append("the root is not that of the leaves") }
        // Its signature is looked at when all is verified.
        if !head.checkpoint.contains(tree.root.base64) { wrong.append("the checkpoint is of another root") }
        return fresh
    }

    private mutating func checkAnswers(
        _ installation: Installation, _ group: [Given], _ outcomes: [Outcome], _ before: Int64,
        _ fresh: [(index: Int64, leaf: Leaf)],
        _ wrong: inout [String]
    ) throws {
        var accounted: Set<Int64> = []
        for (given, outcome) in zip(group, outcomes) {
            let key = given.submission.key
            guard case .answered(let answer) = outcome, !outcome.isFault else {
                wrong.append("\(key) was not answered")
                continue
            }
            if let first = answers[key] {
                if first.answer != outcome { wrong.append("\(key) was answered otherwise the second time") }
                continue
            }
            // What could not be read has no key: it is refused before it reaches the writer.
            answers[key] = (given, outcome)
            guard case .accepted(let entries, _, _) = answer else {
                if case .rejected(let rejection) = answer { refusals[rejection.number, default: 0] += 1 }
                continue
            }
            if installation.access.reach(of: given.submission.principal.role, for: given.submission.command) == nil {
                wrong.append("\(given.submission.command) was accepted of \(given.submission.principal.role)")
            }
            for entry in entries where entry < before || !accounted.insert(entry).inserted {
                wrong.append("\(key) was answered with entry \(entry), which is another's")
            }
        }
        for (index, leaf) in fresh where leaf.key != nil && !accounted.contains(index) {
            wrong.append("entry \(index), \(leaf.kind), is nobody's answer")
        }
    }

    // MARK: The hall

    private mutating func follow(_ leaf: Leaf, _ wrong: inout [String]) {
        let fields = leaf.fields
        let at = leaf.at.milliseconds
        let lot = fields["lot"]?.string ?? ""
        switch leaf.kind {
        case "exchange.lotDrafted": modes[lot] = fields["mode"]?.string
        case "exchange.auctionOpened":
            halls[lot] = Hall(mode: modes[lot] ?? "", endsAt: fields["endsAt"]?.integer ?? 0)
        case "exchange.lotResumed":
            if let end = fields["clockEndsAt"]?.integer { halls[lot]?.endsAt = end }
        case "exchange.bidPlaced":
            guard var hall = halls[lot], let paddle = fields["paddle"]?.integer, let price = fields["priceFen"]?.integer
            else { return wrong.append("a bid on \(lot), which has no hall") }
            if at >= hall.endsAt { wrong.append("a bid on \(lot) after its end") }
            // A limit left in time wins over a bid by hand that only equals it, at the same instant and price.
            if let best = hall.bids.last, hall.mode == "ascending",
                price < best.price || price == best.price && (best.paddle == paddle || best.at != at)
            {
                wrong.append("a bid on \(lot) not above the one before")
            }
            let number = fields["number"]?.integer ?? 0
            if number != (lastBid["\(lot)"] ?? 0) + 1 { wrong.append("bids on \(lot) have a gap") }
            lastBid["\(lot)"] = number
            hall.bids.append((paddle, price, at))
            if let end = fields["endsAt"]?.integer { hall.endsAt = end }
            halls[lot] = hall
        case "exchange.offerPlaced":
            if at >= halls[lot]?.endsAt ?? 0 { wrong.append("an offer on \(lot) after its end") }
        case "exchange.offersOpened":
            let offers = fields["offers"]?.array ?? []
            halls[lot]?.offers = offers.compactMap { offer in
                offer["paddle"]?.integer.flatMap { paddle in offer["priceFen"]?.integer.map { (paddle, $0) } }
            }
            if let end = fields["nextEndsAt"]?.integer { halls[lot]?.endsAt = end }
        case "exchange.drawHeld": halls[lot]?.draws = Set(fields["winner"]?.integer.map { [$0] } ?? [])
        case "exchange.auctionEnded": end(lot, at, fields, &wrong)
        case "exchange.depositRecorded":
            received[fields["bidder"]?.string ?? "", default: 0] += fields["amountFen"]?.integer ?? 0
        case "exchange.depositRefunded":
            if !returned.insert(fields["bidder"]?.string ?? "").inserted { wrong.append("a deposit refunded twice") }
        case "ledger.instalmentSettled":
            settled[fields["receivable"]?.string ?? "", default: 0] += fields["amountFen"]?.integer ?? 0
        default: break
        }
    }

    /// The winner is the best of those who bid in time.
    private func end(_ lot: String, _ at: Int64, _ fields: [String: JSON], _ wrong: inout [String]) {
        guard let hall = halls[lot] else { return wrong.append("\(lot) ended without a hall") }
        let winner = fields["paddle"]?.integer.flatMap { paddle in fields["priceFen"]?.integer.map { (paddle, $0) } }
        switch hall.mode {
        case "ascending", "liveAuction":
            if at < hall.endsAt, hall.mode == "ascending" { wrong.append("\(lot) ended before its end") }
            let best = hall.bids.last
            if winner?.0 != best?.paddle || winner?.1 != best?.price {
                wrong.append("\(lot) was not won by the best bid")
            }
        case "descending":
            if winner?.0 != hall.bids.first?.paddle { wrong.append("\(lot) was not won by the first to take it") }
        case "sealed", "twoShot":
            let best = hall.offers.map(\.price).max()
            if winner?.1 != best { wrong.append("\(lot) was not won at the best offer") }
            if let winner, !hall.offers.contains(where: { $0.paddle == winner.0 && $0.price == winner.1 }) {
                wrong.append("\(lot) was won by an offer nobody made")
            }
        case "draw":
            if let winner, !hall.draws.contains(winner.0) { wrong.append("\(lot) was not won by the draw") }
        default: break
        }
    }

    // MARK: Money

    private func checkMoney(_ tx: any ReadTransaction, _ wrong: inout [String]) throws {
        var held: Int64 = 0
        for row in try tx.rows("SELECT id, deposit_state, deposit_fen FROM bidder") {
            let (id, state): (String, String) = (try row.get(0), try row.get(1))
            let isHere = !["required", "declared", "refunded"].contains(state)
            if isHere { held += try row.get(2, as: Int64.self) }
            if (state == "refunded") != returned.contains(id) { wrong.append("deposit of \(id): \(state)") }
        }
        let account = received.filter { !returned.contains($0.key) }.values.reduce(0, +)
        if held != account { wrong.append("deposits: the account holds \(account), the register says \(held)") }
        for row in try tx.rows(
            """
            SELECT r.receivable, c.total_fen, SUM(i.amount_fen - i.paid_fen) FROM receivable r
            JOIN contract c ON c.id = r.contract JOIN instalment i ON i.receivable = r.receivable
            GROUP BY r.receivable, c.total_fen
            """)
        {
            let (id, total, open): (String, Int64, Int64) = (try row.get(0), try row.get(1), try row.get(2))
            if open != total - (settled[id] ?? 0) { wrong.append("receivable \(id): \(open) of \(total)") }
        }
    }

    /// Each part answers a row for what is wrong, and none when nothing is.
    private static let everything: SQL = """
        SELECT 'the trial balance is not zero', organisation FROM account_balance
            GROUP BY organisation HAVING SUM(debit_fen) <> SUM(credit_fen)
        UNION ALL SELECT 'a voucher does not balance', organisation FROM voucher_line
            GROUP BY organisation, month, number HAVING SUM(debit_fen) <> SUM(credit_fen)
        UNION ALL SELECT 'balances are not those of the vouchers', organisation FROM (
            SELECT organisation, account, month, debit_fen, credit_fen FROM account_balance WHERE month > 0
            UNION ALL SELECT organisation, account, month, -debit_fen, -credit_fen FROM voucher_line) both
            GROUP BY organisation, account, month HAVING SUM(debit_fen) <> 0 OR SUM(credit_fen) <> 0
        UNION ALL SELECT 'a lot is not where its last step left it', l.id FROM lot l JOIN lot_step s ON s.lot = l.id
            WHERE s.number = (SELECT MAX(number) FROM lot_step WHERE lot = l.id) AND s.state <> l.state
        UNION ALL SELECT 'steps have a gap', lot FROM lot_step GROUP BY lot HAVING COUNT(*) <> MAX(number)
        UNION ALL SELECT 'an asset is in two lots', asset FROM lot
            WHERE state NOT IN ('rejected', 'finished', 'renewed', 'earlyTerminated', 'terminated', 'withdrawn')
            GROUP BY asset HAVING COUNT(*) > 1
        UNION ALL SELECT 'two contracts hold one asset on one day', a.id || ' ' || b.id FROM contract a
            JOIN contract b ON b.asset = a.asset AND b.id > a.id
            WHERE a.starts <= coalesce(b.ended_on, b.ends) AND b.starts <= coalesce(a.ended_on, a.ends)
        UNION ALL SELECT 'two parties are one person', identity_mark FROM party
            WHERE identity_mark IS NOT NULL GROUP BY identity_mark HAVING COUNT(*) > 1
        UNION ALL SELECT 'an asset is kept for a lot that is over', a.id FROM asset a
            LEFT JOIN lot l ON l.id = a.reserved_by WHERE a.reserved_by IS NOT NULL AND (l.id IS NULL
            OR l.state IN ('rejected', 'finished', 'renewed', 'earlyTerminated', 'terminated', 'withdrawn'))
        UNION ALL SELECT 'a lot has not its one contract', l.id || ' ' || l.state FROM lot l
            LEFT JOIN contract c ON c.lot = l.id GROUP BY l.id, l.state
            HAVING COUNT(c.id) <> CASE WHEN l.state IN ('contractSigned', 'settling', 'certified', 'filed', 'performing',
                'expiring', 'finished', 'renewed', 'earlyTerminated') THEN 1 ELSE 0 END
        UNION ALL SELECT 'instalments are not the claim', r.receivable FROM receivable r
            WHERE r.total_fen <> (SELECT SUM(amount_fen) FROM instalment WHERE receivable = r.receivable)
        UNION ALL SELECT 'paid is not what was settled', i.receivable FROM instalment i WHERE i.paid_fen <>
            coalesce((SELECT SUM(amount_fen) FROM settlement
                WHERE receivable = i.receivable AND number = i.number), 0)
        UNION ALL SELECT 'the village page shows another payment', p.contract FROM disclosed_payment p
            JOIN receivable r ON r.contract = p.contract
            JOIN instalment i ON i.receivable = r.receivable AND i.number = p.number WHERE i.paid_fen <> p.paid_fen
        UNION ALL SELECT 'an act of the clock was forgotten', d.command FROM due_command d, log_head h
            WHERE d.due_at <= h.last_at AND NOT EXISTS (SELECT 1 FROM act_set_aside a
                WHERE a.entry = d.entry AND a.ordinal = d.ordinal)
        """
}
