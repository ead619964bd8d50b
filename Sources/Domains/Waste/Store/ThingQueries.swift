package import Kernel
package import Storage

extension Waste {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "site":
            return try SiteID(stream.id).flatMap { try WasteQueries.findSite($0, in: tx) }.map {
                NamedThing($0.name, to: "/waste/sites/\(stream.id)")
            }
        case "scale":
            return try ScaleID(stream.id).flatMap { try WasteQueries.findScale($0, in: tx) }.map {
                NamedThing($0.name, to: "/waste/sites/\($0.site)")
            }
        case "wasteSale":
            return try SaleID(stream.id).flatMap { try SaleQueries.find($0, in: tx) }.map {
                NamedThing(SaleText.card($0.material, $0.kilograms, $0.siteName), to: "/waste/sales/\(stream.id)")
            }
        case "vehicle":
            return try VehicleID(stream.id).flatMap { try VehicleQueries.find($0, in: tx) }.map {
                NamedThing($0.vehicle.plate, to: "/waste/vehicles/\(stream.id)")
            }
        default: return nil
        }
    }
}
