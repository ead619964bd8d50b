import Kernel
import Registry
import Storage

/// What the register knows of the organisation's lettings.
extension WarningFinder {
    /// Contracts about to end, beyond the longest term, outside the exchange, or again with the same party; and things that
    /// nobody has had since the last contract ended.
    func lettings(in tx: any ReadTransaction) throws -> [BookWarning] {
        let lettings = try Letting.list(of: organisation, in: tx)
        let cap = try ParameterQueries.termCap(at: books.division, on: day, in: tx)
        var found: [BookWarning?] = []
        for one in lettings where one.starts <= day && (one.endedOn ?? one.ends) >= day {
            let from = one.ends.adding(days: -Int(limits[.expiry]))
            if one.endedOn == nil, from <= day {
                found.append(warning(.expiry, one, since: from, WarningText.ends(one.name, one.ends)))
            }
            let last = cap.violation(
                way: one.way, rightUntil: one.rightUntil, assetClass: one.assetClass, start: one.starts, end: one.ends)
            if last != nil {
                found.append(warning(.overTerm, one, since: one.starts, WarningText.ends(one.name, one.ends)))
            }
            if !one.isOfExchange, one.total > Money(fen: limits[.offPlatform]) {
                found.append(warning(.offPlatform, one, since: one.starts, WarningText.outside(one.name, one.total)))
            }
        }
        return found.compactMap(\.self) + idle(lettings) + winners(lettings)
    }

    private func warning(_ code: WarningRule.Code, _ one: Letting, since: CivilDate, _ about: Message)
        -> BookWarning?
    {
        BookWarning(
            code, one.contract.text, since: since, about,
            path: "/contracts/\(one.contract)", isInRegister: true)
    }

    private func idle(_ lettings: [Letting]) -> [BookWarning] {
        Dictionary(grouping: lettings, by: \.asset).sorted { $0.key < $1.key }.compactMap { asset, all in
            guard let last = all.max(by: { $0.lastDay < $1.lastDay }) else { return nil }
            let since = last.lastDay.adding(days: Int(limits[.idleAsset]))
            guard since < day else { return nil }
            return BookWarning(
                .idleAsset, "\(asset)-\(last.lastDay)", since: since, WarningText.idleAsset(last.name, last.lastDay),
                path: "/assets/\(asset)", isInRegister: true)
        }
    }

    /// Parties with more deals at the exchange in two years than the county's figure.
    private func winners(_ lettings: [Letting]) -> [BookWarning] {
        let recent = lettings.filter { $0.isOfExchange && $0.starts <= day && $0.starts > day.adding(years: -2) }
        return Dictionary(grouping: recent, by: \.lessee).sorted { $0.key < $1.key }.compactMap { lessee, all in
            guard all.count > limits[.winner], let last = all.max(by: { $0.starts < $1.starts }) else { return nil }
            return BookWarning(
                .winner, "\(lessee)-\(all.count)", since: last.starts, WarningText.winner(all.count),
                path: "/contracts/\(last.contract)", isInRegister: true)
        }
    }
}

/// A contract of the register as the rules look at it.
struct Letting {
    let contract: ContractID
    let asset: AssetID
    let name: String
    let lessee: PartyID
    let isOfExchange: Bool
    let way: TransferWay
    let assetClass: AssetClass
    let rightUntil: CivilDate?
    let starts: CivilDate
    let ends: CivilDate
    let endedOn: CivilDate?
    let total: Money

    var lastDay: CivilDate { endedOn ?? ends }

    /// All of a lessor, by their beginning.
    static func list(of organisation: OrganisationID, in tx: any ReadTransaction) throws -> [Letting] {
        try tx.rows(
            """
            SELECT c.id, c.asset, a.name, c.lessee, c.lot, c.way, a.asset_class, a.right_until, c.starts, c.ends,
                c.ended_on, c.total_fen
            FROM asset a JOIN contract c ON c.asset = a.id
            WHERE a.owner = \(organisation) AND c.lessor = \(organisation) ORDER BY c.starts, c.id
            """
        ).map { row in
            let lot: String? = try row.find(4)
            return Letting(
                contract: try row.get(0), asset: try row.get(1), name: try row.get(2), lessee: try row.get(3),
                isOfExchange: lot != nil, way: try row.get(5), assetClass: try row.get(6), rightUntil: try row.find(7),
                starts: try row.get(8), ends: try row.get(9), endedOn: try row.find(10), total: try row.get(11))
        }
    }
}
