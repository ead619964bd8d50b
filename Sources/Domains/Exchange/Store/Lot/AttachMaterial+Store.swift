import Kernel
import Registry
package import Storage

extension MaterialAttached {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        let number: Int64 = try tx.get("SELECT coalesce(max(number), 0) + 1 FROM lot_material WHERE lot = \(lot)")
        try tx.run(
            """
            INSERT INTO lot_material (lot, number, material, digest, at, office)
            VALUES (\(lot), \(number), \(material.rawValue), \(digest), \(entry.at), \(entry.officeText))
            """)
    }
}
