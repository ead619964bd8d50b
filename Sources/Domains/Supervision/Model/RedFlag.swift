import Kernel
import Exchange

/// A sign that a lot, a bidder, a clerk or a village deserves a second look. None of them proves anything.
///
/// Those with a code are the indicators of the Open Contracting Partnership's Cardinal, whose fixtures the tests replay;
/// the others are ours. What each means, its formula and its cases: `docs/red-flags.md`.
package enum RedFlag: String, FieldChoice, Sendable {
    case shortNotice, singleBidder, closeSecond, largeGap, professionalLoser, identicalPrices, lateWinner
    case allOthersDisqualified, bestDisqualified, disqualificationRate
    case atReserveAndAlone, lowVariation, relativeDistance, rotation, justUnderThreshold
    /// Only where the village buys: one supplier of everything.
    case variedSupplier

    /// The code under which the indicator is known elsewhere; nil for our own.
    package var code: String? {
        switch self {
        case .shortNotice: "R003"
        case .singleBidder: "R018"
        case .closeSecond: "R024"
        case .professionalLoser: "R025"
        case .identicalPrices: "R028"
        case .lateWinner: "R030"
        case .allOthersDisqualified: "R035"
        case .bestDisqualified: "R036"
        case .disqualificationRate: "R038"
        case .variedSupplier: "R048"
        case .largeGap: "R058"
        case .atReserveAndAlone, .lowVariation, .relativeDistance, .rotation, .justUnderThreshold: nil
        }
    }

    /// What the value is, so that it is written the way people read it.
    package var measure: Measure {
        switch self {
        case .shortNotice: .days
        case .closeSecond, .largeGap, .professionalLoser, .disqualificationRate, .lowVariation, .justUnderThreshold:
            .share
        case .relativeDistance: .times
        case .singleBidder, .identicalPrices, .lateWinner, .allOthersDisqualified, .bestDisqualified,
            .atReserveAndAlone, .rotation, .variedSupplier:
            .count
        }
    }

    package enum Measure: Sendable { case share, count, times, days }
}

/// Whom a red flag points at.
package enum RedFlagSubject: Sendable, Hashable {
    case lot(String)
    /// The body that offers or buys.
    case owner(String)
    /// The desk that handles the lot.
    case clerk(String)
    case bidder(String)
}

/// One red flag raised: at whom, by what value, and the lots it was seen in.
package struct RedFlagFinding: Sendable, Hashable {
    package let flag: RedFlag
    package let subject: RedFlagSubject
    package let value: Figure
    package let lots: [String]
}
