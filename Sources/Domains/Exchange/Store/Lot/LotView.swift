package import Kernel
package import Registry
package import Storage

/// Everything a lot's page shows.
package struct LotView: Sendable {
    package let line: LotLine
    package let asset: AssetID
    package let owner: OrganisationID
    package let ownerName: String
    package let terms: LotTerms
    package let expectedTotal: Money
    package let opensAt: Instant?
    /// The first end; a late bid's `movedEndTo` comes after it.
    package let endsAt: Instant?
    package let bidders: Int64
    package let paddle: Int64?
    package let total: Money?
    package let publicityEndsAt: Instant?
    package let signBy: Instant?
    package let contract: ContractID?
    /// Only after signing: a company's name, or a person's with all but the first character covered.
    package let lesseeName: String?
    package let paid: Money
    package let remark: String?
    /// Why a collective lot starts below the floor, and how the reviewer signed for it; both public.
    package let belowFloor: String?
    package let signOff: String?
    /// Of the papers, once the file is closed: SHA-256 of the pack's list.
    package let fileDigest: String?
    package let steps: [Step]
    package let notices: [Notice]
    package let bids: [Bid]
    package let objections: [Objection]
    /// Unanswered objections to its notices.
    package let holds: [Hold]
    /// The one the lot stands on: given with the terms or on submitting.
    package let resolution: ResolutionID?
    /// What the owner has resolved, the newest first: one of them allows the lot.
    package let resolutions: [Resolution]
    package let papers: [Paper]
    /// What of the card's parcels lies inside the lines of the spatial plan.
    package let lined: [LinedGround]
    /// Of the card; without corners where it is not surveyed.
    package let outline: Parcel
    /// After a breach: what the rules still allow; nil otherwise.
    package let afterBreach: AfterBreach?

    /// The next best bid of anybody else, and how often the lot may still be listed again.
    package struct AfterBreach: Sendable {
        package let next: Lot.Award?
        package let relistsLeft: Int64
        package let relists: Int64
    }

    /// A paper that was handed in.
    package struct Paper: Sendable {
        package let material: Material
        package let digest: String
        package let at: Instant
    }

    package struct Step: Sendable {
        package let state: LotState
        package let at: Instant
        /// The desk's identifier; empty where a private person acted.
        package let office: String
        /// What the desk is called; nil where no desk acted or the register has no name for it.
        package let desk: String?
    }

    package struct Notice: Sendable {
        package let title: Message
        package let text: Message
        package let digest: String
        package let publishedAt: Instant
    }

    /// An objection on the notice board, by the notice it is about.
    package struct Hold: Sendable {
        package let notice: String
        package let since: Instant
    }

    package struct Bid: Sendable {
        package let number: Int64
        package let paddle: Int64
        package let price: Money
        package let at: Instant
        package let movedEndTo: Instant?
        package let bySlip: Bool
    }

    package struct Objection: Sendable {
        package let number: Int64
        package let raisedAt: Instant
        package let decision: ObjectionDecision?
        package let answer: String?
    }

    /// Where the auction ends as things stand.
    package var currentEnd: Instant? { bids.last { $0.movedEndTo != nil }?.movedEndTo ?? endsAt }
    /// Where the clock of the present state ends; nil where none runs.
    var clockEnd: Instant? {
        switch line.state {
        case .listed: line.closesAt
        case .auctionScheduled: opensAt
        case .auctionRunning: currentEnd
        case .resultPublicity: publicityEndsAt
        case .contractPending: signBy
        default: nil
        }
    }

    /// What the whole term comes to at the price now: as much more than at the start as the price is.
    var totalNow: Money {
        get throws(Rejection) {
            guard let price = line.price, terms.startPrice > .zero, terms.portions.isEmpty else { return expectedTotal }
            return try expectedTotal.scaled(by: price.fen, over: terms.startPrice.fen)
        }
    }
    package var isPublic: Bool { !notices.isEmpty || line.state == .rejected }
}

extension LotQueries {
    /// The page of a lot; nil when there is none. `bids` are all of them, in order.
    package static func findView(_ lot: LotID, in tx: any ReadTransaction) throws -> LotView? {
        guard let line = try findLine(lot, in: tx),
            let row = try tx.first(
                """
                SELECT l.asset, l.owner, o.name, l.terms, l.expected_total_fen, l.opens_at, l.ends_at, l.bidders,
                    l.paddle, l.total_fen, l.publicity_ends_at, l.sign_by, l.contract, p.display_name, l.paid_fen,
                    l.remark, l.below_floor, l.sign_off, l.file_digest, l.resolution
                FROM lot l JOIN organisation o ON o.id = l.owner LEFT JOIN party p ON p.id = l.lessee
                WHERE l.id = \(lot)
                """)
        else { return nil }
        return LotView(
            line: line, asset: try row.get(0), owner: try row.get(1), ownerName: try row.get(2),
            terms: try terms(try row.get(3)), expectedTotal: try row.get(4), opensAt: try row.find(5),
            endsAt: try row.find(6), bidders: try row.get(7), paddle: try row.find(8), total: try row.find(9),
            publicityEndsAt: try row.find(10), signBy: try row.find(11), contract: try row.find(12),
            lesseeName: try row.find(13), paid: try row.get(14), remark: try row.find(15),
            belowFloor: try row.find(16), signOff: try row.find(17), fileDigest: try row.find(18),
            steps: try steps(of: lot, tx), notices: try notices(of: lot, tx), bids: try listBids(of: lot, in: tx),
            objections: try objections(of: lot, tx), holds: try listHolds(of: lot, in: tx),
            resolution: try row.find(19),
            resolutions: try ResolutionQueries.listFree(
                of: try row.get(1), or: line.state == .expiring ? nil : ResolutionUse(.lot, lot.text), in: tx),
            papers: try listPapers(of: lot, in: tx),
            lined: try RedLineQueries.ground(of: try row.get(0), on: .last, in: tx),
            outline: Parcel(try AssetQueries.listParcel(of: try row.get(0), in: tx)),
            afterBreach: try afterBreach(of: line, tx))
    }

    /// The bids of a lot from number `after` on, in order.
    package static func listBids(of lot: LotID, after: Int64 = 0, limit: Int = 100_000, in tx: any ReadTransaction)
        throws -> [LotView.Bid]
    {
        try tx.rows(
            """
            SELECT number, paddle, price_fen, at, moved_end_to, by_slip FROM bid WHERE lot = \(lot)
                AND number > \(after) ORDER BY number LIMIT \(limit)
            """
        ).map { row in
            LotView.Bid(
                number: try row.get(0), paddle: try row.get(1), price: try row.get(2), at: try row.get(3),
                movedEndTo: try row.find(4), bySlip: try row.get(5))
        }
    }

    /// The breach itself is no relisting; each listing after the first is one, unless new terms were resolved since.
    private static func afterBreach(of line: LotLine, _ tx: any ReadTransaction) throws -> LotView.AfterBreach? {
        guard line.state == .breached, let day = line.endsAt?.date else { return nil }
        let cycles = try ParameterQueries.value(.noticeRelistCycles, at: line.village, on: day, in: tx).value
        let used: Int64 = try tx.get(
            """
            SELECT CAST(count(*) AS BIGINT) FROM lot_step s WHERE s.lot = \(line.id) AND s.state = 'relistDecision'
                AND s.number > coalesce((SELECT max(r.number) FROM lot_step r WHERE r.lot = \(line.id)
                    AND r.state = 'resolving'), 0)
            """)
        return LotView.AfterBreach(
            next: try findNextBid(of: line.id, in: tx), relistsLeft: max(0, cycles - used), relists: cycles)
    }

    private static func terms(_ text: String) throws -> LotTerms {
        try LotTerms.read(try JSON(parsing: Array(text.utf8)))
    }

    /// The papers handed in for a lot, in order.
    package static func listPapers(of lot: LotID, in tx: any ReadTransaction) throws -> [LotView.Paper] {
        try tx.rows("SELECT material, digest, at FROM lot_material WHERE lot = \(lot) ORDER BY number").map { row in
            let name: String = try row.get(0)
            return LotView.Paper(
                material: Material(rawValue: name) ?? .other, digest: try row.get(1), at: try row.get(2))
        }
    }

    private static func steps(of lot: LotID, _ tx: any ReadTransaction) throws -> [LotView.Step] {
        try tx.rows(
            """
            SELECT s.state, s.at, s.office, s.actor_role, o.title FROM lot_step s LEFT JOIN office o ON o.id = s.office
            WHERE s.lot = \(lot) ORDER BY s.number
            """
        ).map { row in
            let isPrivate = Role(rawValue: try row.get(3))?.isPrivate == true
            return LotView.Step(
                state: try row.get(0), at: try row.get(1), office: isPrivate ? "" : try row.get(2),
                desk: isPrivate ? nil : try row.find(4))
        }
    }

    private static func notices(of lot: LotID, _ tx: any ReadTransaction) throws -> [LotView.Notice] {
        try tx.rows(
            """
            SELECT title_zh, title_en, text_zh, text_en, digest, published_at FROM lot_notice WHERE lot = \(lot)
            ORDER BY number
            """
        ).map { row in
            LotView.Notice(
                title: Message(zh: try row.get(0), en: try row.get(1)),
                text: Message(zh: try row.get(2), en: try row.get(3)), digest: try row.get(4),
                publishedAt: try row.get(5))
        }
    }

    private static func objections(of lot: LotID, _ tx: any ReadTransaction) throws -> [LotView.Objection] {
        try tx.rows(
            "SELECT number, raised_at, decision, answer FROM lot_objection WHERE lot = \(lot) ORDER BY number"
        ).map { row in
            LotView.Objection(
                number: try row.get(0), raisedAt: try row.get(1), decision: try row.find(2), answer: try row.find(3))
        }
    }
}
