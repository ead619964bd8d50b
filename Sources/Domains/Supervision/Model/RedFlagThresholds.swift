/// Where an indicator's line lies when it is not a fence over all lots. Every one is a county's own choice; the shipped
/// ones stand in `docs/red-flags.md` with their sources.
package struct RedFlagThresholds: Sendable, Hashable {
    /// A notice of fewer whole days is short.
    package var noticeDays: Int64 = 15
    /// Other lengths for some procedures, by their detail.
    package var noticeDaysByDetail: [String: Int64] = [:]
    /// Only these methods' notices are measured; empty = all.
    package var noticeMethods: Set<String> = []
    /// The methods in which more than one bidder is to be expected.
    package var competitiveMethods: Set<String> = ["open", "selective"]
    /// Procedures in which prices are not compared.
    package var methodsWithoutPrices: Set<String> = []
    /// Procedures left out altogether.
    package var excludedMethods: Set<String> = []
    /// From which percentile of offers on a bidder is a frequent one.
    package var frequentBidderPercentile = 75
    /// How many others must have been disqualified.
    package var othersDisqualified = 1
    /// A rate of disqualification needs as many offers.
    package var leastOffers: Int64 = 2
    /// How many leading digits of a code make the widest class.
    package var codeDigits = 2
    /// A variety counts from so many awards on.
    package var leastAwards = 20
    /// A spread needs offers of as many bidders.
    package var leastBidders = 3
    /// So many lots in common make a pair of bidders worth looking at.
    package var sharedLots = 3
    /// Just under a limit: from this share of it on, in basis points.
    package var nearLimitBasisPoints: Int64 = 9_000

    package init() {}

    /// Where the village gives away, a notice is measured against the shortest a county desk may set.
    package static var selling: RedFlagThresholds {
        var thresholds = RedFlagThresholds()
        thresholds.noticeDays = 10
        return thresholds
    }
}
