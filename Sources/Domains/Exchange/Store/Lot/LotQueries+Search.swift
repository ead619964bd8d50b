package import Kernel
package import Registry
package import Storage

/// Lots that a figure counts together.
package enum LotGroup: String, Sendable, CaseIterable {
    /// On notice, waiting for their auction, under auction, or with their result on display.
    case onMarket
    /// The auction ended in the last 365 days and the contract is signed.
    case dealsOfYear

    static let marketStates: [LotState] = [.auctionRunning, .auctionScheduled, .atStation, .listed, .resultPublicity]

    /// The condition on the table `lot`, under the name the statement gives it.
    func condition(on lot: StaticString, _ day: CivilDate) -> SQL {
        switch self {
        case .onMarket: "\(name: lot).state IN \(list: Self.marketStates.map(\.rawValue))"
        case .dealsOfYear:
            "\(name: lot).contract IS NOT NULL AND \(name: lot).ends_at >= \(day.adding(days: -365).start)"
        }
    }
}

/// What somebody looks for. Empty members ask for nothing.
package struct LotSearch: Sendable, Hashable {
    package var text: String?
    package var village: DivisionID?
    package var category: TradeCategory?
    package var state: LotState?
    /// With the day it is counted on.
    package var group: LotGroup?
    package var day: CivilDate
    package var lowest: Money?
    package var highest: Money?
    package var onlyPublic: Bool
    package var limit: Int
    /// How many lots the pages before this one show.
    package var offset: Int

    package init(
        text: String? = nil, village: DivisionID? = nil, category: TradeCategory? = nil, state: LotState? = nil,
        group: LotGroup? = nil, day: CivilDate = .last, lowest: Money? = nil, highest: Money? = nil,
        onlyPublic: Bool = true, limit: Int = 50, offset: Int = 0
    ) {
        self.text = text
        self.village = village
        self.category = category
        self.state = state
        self.group = group
        self.day = day
        self.lowest = lowest
        self.highest = highest
        self.onlyPublic = onlyPublic
        self.limit = limit
        self.offset = offset
    }
}

extension LotQueries {
    /// The words a lot is found by: its identifier, what is offered, where, and for which use.
    static let words = BigramIndex(grams: "lot_word_gram", texts: "lot_word")

    /// Writes the words of lots that have none: those drafted before there were words to be found by.
    static func fillWords(in tx: any WriteTransaction) throws {
        let rows = try tx.rows(
            """
            SELECT id, asset_name, village_name, terms FROM lot
            WHERE id NOT IN (SELECT id FROM \(name: words.texts)) ORDER BY id
            """)
        for row in rows {
            let lot: LotID = try row.get(0)
            let terms = try LotTerms.read(try JSON(parsing: Array(try row.get(3, as: String.self).utf8)))
            try words.set([lot.text, try row.get(1), try row.get(2), terms.use], for: lot, in: tx)
        }
    }

    /// Lots that match, the latest listed first. By place: the place itself and all below it; a place nobody knows has
    /// none. Words must all occur, each as typed.
    package static func list(_ search: LotSearch, in tx: any ReadTransaction) throws -> [LotLine] {
        try page(search, in: tx).lots
    }

    /// A page of `list`, and how many lots match in all: found in one pass.
    package static func page(_ search: LotSearch, in tx: any ReadTransaction) throws -> (lots: [LotLine], count: Int64)
    {
        guard let listing = try listing(search, in: tx), let condition = try condition(search, in: tx) else {
            return ([], 0)
        }
        let rows = try tx.rows(listing)
        if let first = rows.first { return (try rows.map(readLine), try first.get(lineWidth)) }
        if search.offset == 0 { return ([], 0) }
        return ([], try tx.get("SELECT count(*) FROM lot s WHERE \(condition)"))
    }

    /// How many of what matches one can register for or bid on now; nil where a state or a group was asked for.
    static func countOpen(_ search: LotSearch, in tx: any ReadTransaction) throws -> Int64? {
        guard search.state == nil, search.group == nil else { return nil }
        return try [LotState.listed, .auctionRunning].reduce(0) { sum, state in
            var open = search
            (open.state, open.limit, open.offset) = (state, 1, 0)
            return sum + (try page(open, in: tx).count)
        }
    }

    /// The whole statement, for the test of its plan too. The narrow index `lot_by_search` finds the lots of the page;
    /// only those are read whole.
    static func listing(_ search: LotSearch, in tx: any ReadTransaction) throws -> SQL? {
        guard let condition = try condition(search, in: tx) else { return nil }
        let day: SQL = search.onlyPublic ? "listed_at" : "drafted_at"
        return """
            SELECT \(lineColumns), found.total FROM lot l JOIN (SELECT s.id AS found_id, count(*) OVER () AS total
                FROM lot s WHERE \(condition) ORDER BY s.\(day) DESC, s.id DESC
                LIMIT \(search.limit) OFFSET \(search.offset)) found ON found.found_id = l.id
            ORDER BY l.\(day) DESC, l.id DESC
            """
    }

    static func condition(_ search: LotSearch, in tx: any ReadTransaction) throws -> SQL? {
        var conditions: [SQL] = [search.onlyPublic ? "s.listed_at > 0" : "s.drafted_at > 0"]
        if let state = search.state { conditions.append("s.state = \(state)") }
        if let group = search.group { conditions.append(group.condition(on: "s", search.day)) }
        if let category = search.category { conditions.append("s.category = \(category)") }
        if let lowest = search.lowest { conditions.append("s.start_price_fen >= \(lowest)") }
        if let highest = search.highest { conditions.append("s.start_price_fen <= \(highest)") }
        if let village = search.village {
            guard let path = try DivisionQueries.findPath(village, in: tx) else { return nil }
            conditions.append("s.village IN (SELECT d.id FROM division d WHERE \(DivisionQueries.within(path)))")
        }
        if let typed = search.text, let found = words.condition(typed, on: "s.id") { conditions.append(found) }
        return SQL.joined(conditions, by: " AND ")
    }
}
