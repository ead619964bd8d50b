import Kernel
import Registry
import Storage

extension Lot {
    /// What the county fixed for the lot's village as of today.
    func figure(_ key: ParameterKey, _ context: Context, in tx: any ReadTransaction) throws -> Int64 {
        try ParameterQueries.value(key, at: village, on: context.now.date, in: tx).value
    }

    /// Whose paddle has the award; nil where nobody holds it.
    func winner(in tx: any ReadTransaction) throws -> PartyID? {
        guard let award else { return nil }
        return try tx.find("SELECT party FROM bidder WHERE lot = \(id) AND paddle = \(award.paddle)")
    }
}
