package import Kernel
package import Storage

extension Registry {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "asset":
            let asset = try AssetID(stream.id).flatMap { try AssetQueries.find($0, in: tx) }
            return asset.map { NamedThing($0.name, to: "/assets/\(stream.id)") }
        case "contract":
            let line = try ContractID(stream.id).flatMap { try ContractQueries.findLine($0, in: tx) }
            return line.map { NamedThing($0.assetName, to: "/contracts/\(stream.id)") }
        case "parcel":
            let parcel = try ParcelID(stream.id).flatMap { try ParcelQueries.find($0, in: tx) }
            return parcel.map { NamedThing($0.name.isBlank ? $0.number : $0.name, to: "/parcels/\(stream.id)") }
        case "organisation":
            let body = try OrganisationID(stream.id).flatMap { try OrganisationQueries.find($0, in: tx) }
            return body.map { NamedThing($0.name, to: "/organisations/\(stream.id)") }
        case "office":
            return try OfficeID(stream.id).flatMap { try OfficeQueries.find($0, in: tx) }.map {
                NamedThing($0.title, to: nil)
            }
        default: return nil
        }
    }
}
