import Geometry
import Kernel
import Storage

/// One outline of a parcel and its days.
struct ParcelVersion: Sendable, Hashable {
    let outline: LandOutline
    /// The area registered with it.
    let area: Area
    let from: CivilDate
    /// The first day it no longer held; nil for the last one.
    let until: CivilDate?
    /// Why it was drawn anew; nil for the first.
    let reason: String?
}

extension ParcelQueries {
    /// Every outline a parcel had, the oldest first.
    static func listVersions(of id: ParcelID, in tx: any ReadTransaction) throws -> [ParcelVersion] {
        try tx.rows(
            "SELECT outline, area, valid_from, valid_to, reason FROM parcel_outline WHERE parcel = \(id) ORDER BY version"
        ).compactMap { row in
            guard let outline = LandOutline(text: try row.get(0)) else { return nil }
            return ParcelVersion(
                outline: outline, area: try row.get(1), from: try row.get(2), until: try row.find(3),
                reason: try row.find(4))
        }
    }

    /// What a parcel was called, for links to it.
    static func listNumbers(_ ids: [ParcelID], in tx: any ReadTransaction) throws -> [(id: ParcelID, number: String)] {
        try ids.compactMap { id in
            try (tx.find("SELECT number FROM parcel WHERE id = \(id)") as String?).map { (id, $0) }
        }
    }

    /// The days on which an outline of the place began or a parcel ended, the newest first; at most `limit`.
    static func listDays(within path: String, limit: Int, in tx: any ReadTransaction) throws -> [CivilDate] {
        try tx.rows(
            """
            SELECT valid_from FROM parcel_outline o JOIN parcel p ON p.id = o.parcel JOIN division d ON d.id = p.division
            WHERE \(DivisionQueries.within(path)) GROUP BY valid_from ORDER BY valid_from DESC LIMIT \(limit)
            """
        ).map { try $0.get(0) }
    }
}
