package import Kernel
import Registry
package import Storage

extension QualifyBidder {
    package func facts(on state: ExchangeState, _ context: Context, in tx: any ReadTransaction) throws -> Facts {
        let registration = try Registration(of: bidder, in: tx)
        guard let row = registration.row, let lot = try LotQueries.findLine(row.lot, in: tx) else {
            return Facts(registration: registration, needsCapacityReview: false)
        }
        let limit = try ParameterQueries.value(.qualificationReviewArea, at: lot.village, on: context.now.date, in: tx)
        let isCompany = try PartyQueries.find(row.party, in: tx)?.kind == .company
        return Facts(
            registration: registration,
            needsCapacityReview: isCompany && lot.category.takesLand && lot.area >= Area(units: limit.value))
    }
}

extension BidderQualified {
    package func project(
        from standing: Exchange.Standing, to state: ExchangeState, _ entry: EntryHeader, in tx: any WriteTransaction
    ) throws {
        try tx.run("UPDATE bidder SET state = 'qualified' WHERE id = \(bidder)")
    }
}
