package import Kernel
import Registry
package import Storage

extension Exchange {
    /// What its streams are called in public.
    package static func findThing(on stream: StreamID, in tx: any ReadTransaction) throws -> NamedThing? {
        switch stream.kind {
        case "lot":
            let line = try LotID(stream.id).flatMap { try LotQueries.findLine($0, in: tx) }
            return line.map { NamedThing($0.assetName, to: $0.closesAt == nil ? nil : "/lots/\(stream.id)") }
        case "bidder":
            // For which lot somebody registered is confidential until the paddles are dealt: counting entries must not tell
            // how many rivals there are (record 0051).
            let line = try BidderID(stream.id).flatMap { try BidderQueries.findLine($0, in: tx) }
            return line.flatMap { $0.paddle > 0 ? NamedThing($0.lotName, to: "/lots/\($0.lot)") : nil }
        case "contract-payments":
            let line = try ContractID(stream.id).flatMap { try ContractQueries.findLine($0, in: tx) }
            return line.map { NamedThing($0.assetName, to: "/contracts/\(stream.id)") }
        default: return nil
        }
    }
}
