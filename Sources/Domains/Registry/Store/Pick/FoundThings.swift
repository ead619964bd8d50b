import Kernel
import Storage

/// Cards found by name, place or use.
enum FoundAsset: RowPicked {
    static var select: SQL { AssetName.select }
    static var columns: [SQL] { ["a.name", "d.name", "a.asset_use"] }
    static var key: SQL { AssetName.key }
    static var order: SQL { AssetName.order }
    static func pick(_ row: Row) throws -> Pick { try AssetName.pick(row) }
}

/// Contracts found by number, certificate, what is let and where; never by who rents it.
package enum FoundContract: RowPicked {
    static var select: SQL {
        """
        SELECT c.id, a.name, \(DivisionQueries.called("d.id")), c.certificate FROM contract c JOIN asset a ON a.id = c.asset
            JOIN division d ON d.id = c.division
        """
    }
    static var columns: [SQL] { ["a.name", "d.name", "c.id", "coalesce(c.certificate, '')"] }
    static var key: SQL { "c.id" }
    static var order: SQL { "c.ends DESC, c.id" }
    static func pick(_ row: Row) throws -> Pick {
        let certificate: String? = try row.find(3)
        let id: String = try row.get(0)
        let parts: [String] = [try row.get(1), try row.get(2), certificate ?? id]
        return Pick(id, parts.joined(separator: " · "))
    }
}
