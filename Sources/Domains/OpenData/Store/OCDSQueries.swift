import Exchange
import Kernel
import Exchange
package import Registry
package import Storage

/// Reads what the public may know of a lot, for its OCDS releases. No bidder's identity is read before signing.
package enum OCDSQueries {
    /// Nil when there is no such lot, or no notice of it yet.
    package static func find(_ lot: LotID, in tx: any ReadTransaction) throws -> OCDSLot? {
        guard
            let row = try tx.first(
                """
                SELECT l.state, l.terms, l.expected_total_fen, l.resolution, l.asset, l.asset_name, l.village_name,
                    d.code, l.owner, o.name, o.credit_code, l.bidders, l.paddle, l.price_fen, l.total_fen, l.contract,
                    l.lessee, l.village, a.asset_class, l.listed_at
                FROM lot l JOIN division d ON d.id = l.village JOIN organisation o ON o.id = l.owner
                    JOIN asset a ON a.id = l.asset
                WHERE l.id = \(lot) AND l.listed_at IS NOT NULL
                """)
        else { return nil }
        let terms = try LotTerms.read(try JSON(parsing: Array(try row.get(1, as: String.self).utf8)))
        let asset: AssetID = try row.get(4)
        return OCDSLot(
            lot: lot, state: try row.get(0), terms: terms, expectedTotal: try row.get(2), resolution: try row.find(3),
            guidePrice: try guidePrice(
                of: try row.get(18), at: try row.get(17), on: try row.get(19, as: Instant.self).date, tx),
            asset: OCDSLot.Parcel(
                id: asset, name: try row.get(5), villageName: try row.get(6), villageCode: try row.get(7),
                rightUntil: try AssetQueries.find(asset, in: tx)?.rightUntil,
                corners: try AssetQueries.listParcel(of: asset, in: tx)),
            owner: OCDSLot.Body(id: try row.get(8), name: try row.get(9), creditCode: try row.find(10)),
            notices: try notices(of: lot, tx), steps: try steps(of: lot, tx), bidders: try row.get(11),
            paddle: try row.find(12), price: try row.find(13), total: try row.find(14), bids: try bids(of: lot, tx),
            contract: try contract(try row.find(15), try row.find(16), terms, tx))
    }

    /// The middle of the table that held: the township's own cell, else the county's.
    private static func guidePrice(
        of assetClass: AssetClass, at place: DivisionID, on day: CivilDate, _ tx: any ReadTransaction
    ) throws -> Money? {
        guard let path = try DivisionQueries.findPath(place, in: tx) else { return nil }
        let above = path.split(separator: "/").map { String($0) }
        return try tx.find(
            """
            SELECT mid_fen FROM guide_price WHERE county IN \(list: above) AND asset_class = \(assetClass)
                AND valid_from <= \(day) AND place IN \(list: above + [""])
            ORDER BY valid_from DESC, CASE WHEN place = '' THEN 1 ELSE 0 END LIMIT 1
            """)
    }

    /// Every lot that has been public, the earliest listed first.
    package static func listPublic(in tx: any ReadTransaction) throws -> [LotID] {
        try tx.rows("SELECT id FROM lot WHERE listed_at IS NOT NULL ORDER BY listed_at, id").map { try $0.get(0) }
    }

    private static func notices(of lot: LotID, _ tx: any ReadTransaction) throws -> [OCDSLot.Notice] {
        try tx.rows(
            """
            SELECT number, kind, title_zh, title_en, published_at, ends_at FROM lot_notice WHERE lot = \(lot)
            ORDER BY number
            """
        ).map { row in
            OCDSLot.Notice(
                number: try row.get(0), isResult: try row.get(1, as: String.self) == "result",
                title: Message(zh: try row.get(2), en: try row.get(3)), publishedAt: try row.get(4),
                endsAt: try row.get(5))
        }
    }

    private static func steps(of lot: LotID, _ tx: any ReadTransaction) throws -> [OCDSLot.Step] {
        try tx.rows("SELECT state, at FROM lot_step WHERE lot = \(lot) ORDER BY number").map { row in
            OCDSLot.Step(state: try row.get(0), at: try row.get(1))
        }
    }

    private static func bids(of lot: LotID, _ tx: any ReadTransaction) throws -> [OCDSLot.Bid] {
        try tx.rows("SELECT number, paddle, price_fen, at FROM bid WHERE lot = \(lot) ORDER BY number").map { row in
            OCDSLot.Bid(
                number: try row.get(0), paddle: try row.get(1), price: try row.get(2), at: try row.get(3))
        }
    }

    /// A natural person's name is the covered one, and its number stays at home.
    private static func contract(
        _ id: ContractID?, _ lessee: PartyID?, _ terms: LotTerms, _ tx: any ReadTransaction
    ) throws -> OCDSLot.Contract? {
        guard let id, let lessee, let party = try PartyQueries.find(lessee, in: tx) else { return nil }
        let registered = try ContractQueries.find(id, in: tx)
        let planned = terms.startsOn.flatMap { terms.term(from: $0) }
        return OCDSLot.Contract(
            id: id,
            lessee: OCDSLot.Body(
                id: lessee.text, name: party.displayName,
                creditCode: party.kind.isNatural ? nil : party.creditCode?.text),
            startsOn: registered?.start ?? planned?.startsOn, endsOn: registered?.end ?? planned?.endsOn,
            certificate: registered?.certificate?.text,
            instalments: try ContractQueries.listInstalments(of: id, in: tx))
    }
}
