import Assembly
import Exchange
package import Kernel
import Ledger
import Registry
package import Storage
import Web

/// Deals, payments and offices of the county as the rules of oversight see them. A party is known by the mark of its identity
/// number, so that who is in office, who was declared and who signs are one person under one name that tells nothing.
package struct OversightFile: Sendable {
    package private(set) var flags: [OversightFlag] = []
    package private(set) var things: [OversightThing] = []
    private var deals: [OversightDeal] = []
    private var interests: [OversightInterest] = []
    private var payments: [OversightPayment] = []

    package init(at now: Instant, in tx: any ReadTransaction) throws {
        let guide = try GuidePriceTable(in: tx)
        try readLots(guide, at: now, in: tx)
        try readContracts(guide, in: tx)
        let first = CivilDate(year: now.date.components.year - 1, month: 1, day: 1) ?? now.date
        var limits = ApprovalLimits(day: now.date)
        try readClaims(since: first, &limits, in: tx)
        try readVouchers(since: first, &limits, in: tx)
        let (terms, names) = try readOffices(on: now.date, in: tx)
        let kin = try TermQueries.markedKin(in: tx).map {
            Kinship(holder: $0.holder, relative: $0.relative, degree: $0.relation.degree)
        }
        let review = OversightReview(
            deals: deals, interests: interests, payments: payments, offices: terms, kin: kin)
        // One person may be declared by several, and sit twice: each is asked about once.
        var seen: Set<OversightFlag> = []
        flags = review.flags.filter { seen.insert($0).inserted }
        for flag in flags where flag.rule == .closeToBoth { addOffices(flag, terms, names) }
    }

    /// What was let or bought through the exchange, and who registered for what has no winner yet. Before registration is
    /// over nobody learns that somebody came (record 0051).
    private mutating func readLots(_ guide: GuidePriceTable, at now: Instant, in tx: any ReadTransaction) throws {
        let bidders = try bidders(tx)
        for row in try tx.rows(
            """
            SELECT l.id, l.asset, l.asset_name, \(DivisionQueries.called("d.id")), d.path, l.category, l.price_unit, l.price_fen, l.bidders,
                coalesce(l.ends_at, l.closes_at, l.listed_at), l.paddle, a.asset_class
            FROM lot l JOIN division d ON d.id = l.village JOIN asset a ON a.id = l.asset
            WHERE l.listed_at IS NOT NULL AND l.closes_at <= \(now)
                AND l.state NOT IN ('withdrawn', 'terminated', 'rejected') ORDER BY l.listed_at, l.id
            """)
        {
            let lot: String = try row.get(0)
            let (id, path): (String, String) = ("lot/" + lot, try row.get(4))
            let own = bidders[lot] ?? []
            var day = try row.get(9, as: Instant.self).date
            if let winner: Int64 = try row.find(10), winner > 0 {
                guard let party = own.first(where: { $0.paddle == winner })?.party,
                    let price: Money = try row.find(7)
                else { continue }
                let (category, unit): (TradeCategory, PriceUnit) = (try row.get(5), try row.get(6))
                let isComparable = unit == .fenPerMuYear && !category.isBuying
                let least = isComparable ? guide.find(try row.get(11), path, on: day) : nil
                deals.append(
                    OversightDeal(
                        id: id, party: party, date: day, price: price, guidePrice: least, bidders: try row.get(8),
                        asset: try row.get(1)))
            } else {
                interests += own.map { OversightInterest(id: id, party: $0.party, date: $0.day) }
                day = own.map(\.day).max() ?? day
            }
            add(
                id, OversightText.lot(try row.get(2)), day, try row.get(3), path,
                page: Links.path("/lots/{lot}", ["lot": lot]), stream: id)
        }
    }

    /// Who came to each lot and was not turned away.
    private func bidders(_ tx: any ReadTransaction) throws -> [String: [(party: String, paddle: Int64, day: CivilDate)]]
    {
        var bidders: [String: [(party: String, paddle: Int64, day: CivilDate)]] = [:]
        for row in try tx.rows(
            """
            SELECT b.lot, coalesce(p.identity_mark, p.id), b.paddle, b.registered_at FROM bidder b
            JOIN party p ON p.id = b.party WHERE b.state <> 'refused' ORDER BY b.lot, b.party
            """)
        {
            bidders[try row.get(0), default: []].append(
                (try row.get(1), try row.get(2), try row.get(3, as: Instant.self).date))
        }
        return bidders
    }

    /// What was entered in the register without the exchange. Nobody competed for it.
    private mutating func readContracts(_ guide: GuidePriceTable, in tx: any ReadTransaction) throws {
        for row in try tx.rows(
            """
            SELECT c.id, c.asset, a.name, \(DivisionQueries.called("d.id")), d.path, c.starts, c.unit_price_fen, coalesce(p.identity_mark, p.id),
                a.asset_class, a.area
            FROM contract c JOIN asset a ON a.id = c.asset JOIN division d ON d.id = c.division
            JOIN party p ON p.id = c.lessee WHERE c.lot IS NULL ORDER BY c.ends DESC, c.id
            """)
        {
            let (contract, path): (String, String) = (try row.get(0), try row.get(4))
            let day: CivilDate = try row.get(5)
            let area: Area? = try row.find(9)
            let least = area.map { $0.units > 0 } == true ? guide.find(try row.get(8), path, on: day) : nil
            let id = "contract/" + contract
            deals.append(
                OversightDeal(
                    id: id, party: try row.get(7), date: day, price: try row.get(6), guidePrice: least, bidders: 0,
                    asset: try row.get(1)))
            add(
                id, OversightText.contract(try row.get(2)), day, try row.get(3), path,
                page: Links.path("/contracts/{contract}", ["contract": contract]), stream: id)
        }
    }

    private mutating func add(
        _ id: String, _ name: Message, _ day: CivilDate, _ village: String, _ path: String, page: String?,
        stream: String
    ) {
        things.append(
            OversightThing(
                id: id, name: name, date: day, villageName: village, path: path, page: page,
                log: Links.address("/log", query: ["about": stream])))
    }
}

extension OversightFile {
    /// Claims under way or paid. An invoice that one body claims on in parts is its own affair; the room of the books holds
    /// the parts against the whole.
    private mutating func readClaims(
        since first: CivilDate, _ limits: inout ApprovalLimits, in tx: any ReadTransaction
    ) throws {
        var used: [String: String] = [:]
        for row in try tx.rows(
            """
            SELECT c.claim, c.organisation, c.date, c.matter, c.amount_fen, c.invoice, c.entry, \(DivisionQueries.called("d.id")), d.path,
                coalesce(p.identity_mark, p.id), p.kind, o.division, c.kind
            FROM books JOIN claim c ON c.organisation = books.organisation
            JOIN organisation o ON o.id = c.organisation JOIN division d ON d.id = o.division
            JOIN party p ON p.id = c.payee
            WHERE c.state <> 'returned' AND c.date >= \(first) ORDER BY c.date, c.claim
            """)
        {
            let (claim, organisation): (String, String) = (try row.get(0), try row.get(1))
            let kind: PartyKind = try row.get(10)
            var invoice: String? = try row.find(5)
            if let number = invoice {
                if used[number] == organisation { invoice = nil }
                used[number] = organisation
            }
            let id = "claim/" + claim
            let date: CivilDate = try row.get(2)
            payments.append(
                OversightPayment(
                    id: id, payee: try row.get(9), date: date, amount: try row.get(4), invoice: invoice, isCash: false,
                    toPerson: kind.isNatural,
                    limit: try limits.limit(of: try row.get(12), at: try row.get(11), in: tx)))
            let entry: Int64 = try row.get(6)
            things.append(
                OversightThing(
                    id: id, name: OversightText.claim(try row.get(3)), date: date, villageName: try row.get(7),
                    path: try row.get(8),
                    page: Links.path(
                        "/books/{organisation}/claims/{claim}", ["organisation": organisation, "claim": claim]),
                    log: "/log/\(entry)"))
        }
    }

    private mutating func readVouchers(
        since first: CivilDate, _ limits: inout ApprovalLimits, in tx: any ReadTransaction
    ) throws {
        for row in try tx.rows(
            """
            SELECT books.organisation, \(DivisionQueries.called("d.id")), d.path, d.id FROM books JOIN organisation o ON o.id = books.organisation
            JOIN division d ON d.id = o.division ORDER BY books.organisation
            """)
        {
            try readVouchers(
                of: try row.get(0), village: try row.get(1), path: try row.get(2), since: first,
                limit: try limits.limit(of: .production, at: try row.get(3), in: tx), in: tx)
        }
    }

    /// What vouchers made by hand pay out of the cash box or a bank, and were not taken back. A payment on a claim is the claim's.
    private mutating func readVouchers(
        of organisation: OrganisationID, village: String, path: String, since first: CivilDate, limit: Money,
        in tx: any ReadTransaction
    ) throws {
        for row in try tx.rows(
            """
            SELECT v.voucher, v.date, v.summary, v.number, v.entry, CAST(SUM(l.credit_fen - l.debit_fen) AS BIGINT),
                CAST(SUM(CASE WHEN l.account < '102' THEN l.credit_fen - l.debit_fen ELSE 0 END) AS BIGINT),
                (SELECT MIN(coalesce(p.identity_mark, p.id)) FROM voucher_line k JOIN party p ON p.id = k.party
                    WHERE k.organisation = v.organisation AND k.month = v.month AND k.number = v.number)
            FROM voucher_line l
            JOIN voucher v ON v.organisation = l.organisation AND v.month = l.month AND v.number = l.number
            WHERE l.organisation = \(organisation) AND l.month >= \(AccountingMonth(first)) AND l.account >= '101'
                AND l.account < '103' AND v.origin = 'manual'
                AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses = v.voucher)
                AND (v.draft IS NULL OR NOT EXISTS (SELECT 1 FROM claim c WHERE c.draft = v.draft))
            GROUP BY v.voucher, v.organisation, v.month, v.number, v.date, v.summary, v.entry
            HAVING SUM(l.credit_fen - l.debit_fen) > 0 ORDER BY v.date, v.voucher
            """)
        {
            let voucher: String = try row.get(0)
            let date: CivilDate = try row.get(1)
            let cash: Int64 = try row.get(6)
            let payee: String? = try row.find(7)
            let id = "voucher/" + voucher
            payments.append(
                OversightPayment(
                    id: id, payee: payee ?? id, date: date, amount: try row.get(5), invoice: nil, isCash: cash > 0,
                    toPerson: false, limit: limit))
            let (number, entry): (Int64, Int64) = (try row.get(3), try row.get(4))
            things.append(
                OversightThing(
                    id: id, name: OversightText.voucher("\(AccountingMonth(date))-\(number)", try row.get(2)),
                    date: date, villageName: village, path: path,
                    page: Links.path(
                        "/books/{organisation}/vouchers/{voucher}",
                        ["organisation": organisation.text, "voucher": voucher]),
                    log: "/log/\(entry)"))
        }
    }

    /// Those in office, and the names and places of their villages.
    private func readOffices(on day: CivilDate, in tx: any ReadTransaction) throws
        -> (terms: [OfficeTerm], villages: [String: (name: String, path: String)])
    {
        var villages: [String: (name: String, path: String)] = [:]
        let terms = try TermQueries.marked(in: tx).map { term -> OfficeTerm in
            if villages[term.place.text] == nil, let place = try DivisionQueries.find(term.place, in: tx) {
                villages[term.place.text] = (place.name, place.path)
            }
            // An end that is only planned leaves somebody in office today.
            let until = term.until.flatMap { $0 >= day ? nil : $0 }
            return OfficeTerm(
                person: term.mark, branch: term.office.branch, from: term.from, until: until, place: term.place.text)
        }
        return (terms, villages)
    }

    private mutating func addOffices(
        _ flag: OversightFlag, _ terms: [OfficeTerm], _ villages: [String: (name: String, path: String)]
    ) {
        let sitting = terms.filter { $0.until == nil }
        for supervisor in sitting where supervisor.branch == .supervisors {
            for other in sitting
            where other.place == supervisor.place && flag.object == "\(other.person)+\(supervisor.person)" {
                guard let village = villages[other.place], other.branch == .council || other.branch == .accounts else {
                    continue
                }
                things.append(
                    OversightThing(
                        id: flag.object,
                        name: OversightText.offices(other.branch == .council ? .council : .accounts, .supervisors),
                        date: max(other.from, supervisor.from), villageName: village.name, path: village.path,
                        page: nil, log: nil))
            }
        }
    }
}

/// From which amount a payment is looked at above the village: the county's own figure for each kind of spending, read once.
struct ApprovalLimits {
    let day: CivilDate
    private var known: [DivisionID: [SpendingKind: Money]] = [:]

    init(day: CivilDate) { self.day = day }

    mutating func limit(of kind: SpendingKind, at place: DivisionID, in tx: any ReadTransaction) throws -> Money {
        if let limit = known[place]?[kind] { return limit }
        let limit = try ParameterQueries.value(kind.figures.review, at: place, on: day, in: tx).money
        known[place, default: [:]][kind] = limit
        return limit
    }
}

/// The guide prices of the county, read once.
struct GuidePriceTable {
    private struct Cell {
        let county: String
        let place: String
        let assetClass: String
        let from: CivilDate
        let floor: Money
    }

    private let cells: [Cell]

    init(in tx: any ReadTransaction) throws {
        cells = try tx.rows(
            """
            SELECT county, place, asset_class, valid_from, floor_fen FROM guide_price
            ORDER BY valid_from DESC, CASE WHEN place = '' THEN 1 ELSE 0 END, place, asset_class
            """
        ).map {
            Cell(
                county: try $0.get(0), place: try $0.get(1), assetClass: try $0.get(2), from: try $0.get(3),
                floor: try $0.get(4))
        }
    }

    /// The least a price should be: of the township's own cell, else the county's; of the latest table of the day.
    func find(_ assetClass: String, _ path: String, on day: CivilDate) -> Money? {
        let above = Set(path.split(separator: "/").map { String($0) })
        return cells.first { cell in
            cell.assetClass == assetClass && cell.from <= day && above.contains(cell.county)
                && (cell.place.isEmpty || above.contains(cell.place))
        }?.floor
    }
}

extension KinRelation {
    /// How the rules weigh a relation.
    var degree: KinDegree {
        switch self {
        case .spouse, .child, .parent, .sibling, .grandparent, .grandchild: .close
        case .inLaw: .inLaw
        case .wider: .wider
        }
    }
}

extension VillageOffice {
    var branch: OfficeTerm.Branch {
        switch self {
        case .council: .council
        case .accounts: .accounts
        case .supervisors: .supervisors
        case .partyBranch, .committee, .representatives, .villagersRepresentatives: .other
        }
    }
}
