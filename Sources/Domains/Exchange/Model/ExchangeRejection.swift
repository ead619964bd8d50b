package import Kernel
import Registry

/// Why the exchange says no, in order of precedence. Words in `Text+Rejection.swift`.
package enum ExchangeRejection: RejectionReason {
    case lotExists
    case assetUnknown
    case lotUnknown
    case wrongState(state: LotState, wanted: LotState)
    case assetNotFree
    case notTheOwner
    case termMissing
    case leaseTooLong(cap: Int, years: Int)
    case beyondRight(until: CivilDate)
    case wasteTooLong(cap: Int)
    case priceNotPositive
    case areaBeyondCard(whole: Area)
    case planWrong
    case modeNotForCategory
    case portionsWrong
    case resolutionMissing
    case resolutionOfAnother
    case majorityMissed
    case sameEyes
    case reasonsMissing
    case noticeTooShort(days: Int64, earliest: Instant)
    case noticeTimes
    case notAnOpenAuction
    case notAdmitted
    case bidTooLate(endedAt: Instant)
    case bidNotBeyond(least: Money, direction: PriceDirection)
    case bidOffStep(step: Money, base: Money)
    case slipMissing
    case offerChangedAlready
    case waitsForPeople
    case noPriority
    case seedWrong
    case notYetDue(at: Instant)
    case objectionTooLate
    case objectionsOpen
    case objectionUnknown
    case winnerUnknown
    case amountNotPositive
    case firstPaymentShort(due: Money, paid: Money)
    case registrationClosed
    case partyUnknown
    case alreadyRegistered
    case barred(until: CivilDate)
    case conflicted
    case accountShared
    case bidderUnknown
    case depositStep(from: DepositState, to: DepositState)
    case depositTooSmall(due: Money)
    case depositMissing
    case biddersThere
    case relistingsUsedUp(cycles: Int64)
    case deadlineNotPassed(at: Instant)
    case belowStart(start: Money)
    case scoresWrong
    case replayLine(line: Int)
    case guideRowsWrong
    case belowFloor(floor: Money)
    case noForfeiture
    case cutTooDeep(least: Money)
    case checklistIncomplete(missing: [Material])
    case digestWrong
    case beyondTotal(left: Money)
    case fileDigestWrong(papers: String)
    case extensionUsedUp
    case barTermMissing
    case notBarred
    case relistFirst
    case causeNotListed
    case membersOnly
    case bankColumns
    case bankRow(line: Int, column: String)
    case bankUnmatched(line: Int)
    case bankTwice(line: Int)

    package var number: Int {
        switch self {
        case .lotExists: 3001
        case .assetUnknown: 3002
        case .lotUnknown: 3003
        case .wrongState: 3004
        case .assetNotFree: 3005
        case .notTheOwner: 3006
        case .termMissing: 3010
        case .leaseTooLong: 3011
        case .beyondRight: 3012
        case .wasteTooLong: 3013
        case .priceNotPositive: 3014
        case .areaBeyondCard: 3015
        case .planWrong: 3016
        case .modeNotForCategory: 3017
        case .portionsWrong: 3018
        case .resolutionMissing: 3020
        case .resolutionOfAnother: 3021
        case .majorityMissed: 3022
        case .sameEyes: 3030
        case .reasonsMissing: 3031
        case .noticeTooShort: 3040
        case .noticeTimes: 3041
        case .notAnOpenAuction: 3050
        case .notAdmitted: 3051
        case .bidTooLate: 3052
        case .bidNotBeyond: 3053
        case .bidOffStep: 3054
        case .slipMissing: 3055
        case .offerChangedAlready: 3056
        case .waitsForPeople: 3057
        case .noPriority: 3058
        case .seedWrong: 3059
        case .notYetDue: 3060
        case .objectionTooLate: 3061
        case .objectionsOpen: 3062
        case .objectionUnknown: 3063
        case .winnerUnknown: 3070
        case .amountNotPositive: 3071
        case .firstPaymentShort: 3072
        case .registrationClosed: 3080
        case .partyUnknown: 3081
        case .alreadyRegistered: 3082
        case .barred: 3083
        case .conflicted: 3084
        case .accountShared: 3085
        case .bidderUnknown: 3086
        case .depositStep: 3087
        case .depositTooSmall: 3088
        case .depositMissing: 3089
        case .biddersThere: 3090
        case .relistingsUsedUp: 3091
        case .deadlineNotPassed: 3092
        case .belowStart: 3093
        case .scoresWrong: 3095
        case .replayLine: 3096
        case .guideRowsWrong: 3097
        case .belowFloor: 3019
        case .noForfeiture: 3098
        case .cutTooDeep: 3094
        case .checklistIncomplete: 3023
        case .digestWrong: 3024
        case .beyondTotal: 3073
        case .fileDigestWrong: 3074
        case .extensionUsedUp: 3099
        case .barTermMissing: 3100
        case .notBarred: 3101
        case .relistFirst: 3102
        case .causeNotListed: 3103
        case .membersOnly: 3104
        case .bankColumns: 3110
        case .bankRow: 3111
        case .bankUnmatched: 3112
        case .bankTwice: 3113
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .lotExists, .wrongState, .assetNotFree, .notAnOpenAuction, .notYetDue, .objectionsOpen, .winnerUnknown,
            .alreadyRegistered, .depositStep:
            .conflict
        case .assetUnknown, .lotUnknown, .objectionUnknown, .partyUnknown, .bidderUnknown: .notFound
        case .termMissing, .priceNotPositive, .planWrong, .portionsWrong, .reasonsMissing, .noticeTimes,
            .amountNotPositive:
            .badInput
        case .sameEyes, .notAdmitted, .barred, .conflicted, .noPriority: .forbidden
        case .replayLine: .badInput
        case .guideRowsWrong: .badInput
        case .noForfeiture: .conflict
        case .digestWrong, .barTermMissing, .causeNotListed, .bankColumns, .bankRow: .badInput
        case .notBarred, .bankTwice: .conflict
        case .membersOnly: .forbidden
        default: .refused
        }
    }

    package var field: String? {
        switch self {
        case .lotExists, .lotUnknown, .registrationClosed: "lot"
        case .assetUnknown, .assetNotFree: "asset"
        case .notTheOwner: "organisation"
        case .termMissing, .leaseTooLong, .beyondRight, .wasteTooLong: "years"
        case .priceNotPositive: "startPriceFen"
        case .areaBeyondCard: "areaUnits"
        case .planWrong: "paymentPlan"
        case .modeNotForCategory: "mode"
        case .portionsWrong: "portions"
        case .resolutionMissing, .resolutionOfAnother, .majorityMissed: "resolution"
        case .reasonsMissing: "reasons"
        case .noticeTooShort: "closesAt"
        case .noticeTimes: "opensAt"
        case .notAdmitted: "paddle"
        case .bidNotBeyond, .bidOffStep, .belowStart: "priceFen"
        case .slipMissing: "slip"
        case .objectionUnknown: "number"
        case .amountNotPositive, .depositTooSmall: "amountFen"
        case .partyUnknown, .alreadyRegistered, .barred, .conflicted: "party"
        case .accountShared: "account"
        case .bidderUnknown, .depositStep, .depositMissing: "bidder"
        case .biddersThere: "cause"
        case .noPriority: "paddle"
        case .seedWrong: "seed"
        case .scoresWrong: "scores"
        case .guideRowsWrong: "rows"
        case .belowFloor: "startPriceFen"
        case .noForfeiture: "bidder"
        case .cutTooDeep: "startPriceFen"
        case .checklistIncomplete: "materials"
        case .beyondTotal: "amountFen"
        case .digestWrong, .fileDigestWrong: "digest"
        case .barTermMissing: "until"
        case .notBarred, .membersOnly: "party"
        case .causeNotListed: "cause"
        case .bankColumns, .bankRow, .bankUnmatched, .bankTwice: "csv"
        default: nil
        }
    }

    package static let catalogue: [ExchangeRejection] = [
        .lotExists,
        .assetUnknown,
        .lotUnknown,
        .wrongState(state: .draft, wanted: .listed),
        .assetNotFree,
        .notTheOwner,
        .termMissing,
        .leaseTooLong(cap: 20, years: 30),
        .beyondRight(until: .example),
        .wasteTooLong(cap: 50),
        .priceNotPositive,
        .areaBeyondCard(whole: .zero),
        .planWrong,
        .modeNotForCategory,
        .portionsWrong,
        .resolutionMissing,
        .resolutionOfAnother,
        .majorityMissed,
        .sameEyes,
        .reasonsMissing,
        .noticeTooShort(days: 7, earliest: .example),
        .noticeTimes,
        .notAnOpenAuction,
        .notAdmitted,
        .bidTooLate(endedAt: .example),
        .bidNotBeyond(least: .zero, direction: .up),
        .bidOffStep(step: .zero, base: .zero),
        .slipMissing,
        .offerChangedAlready,
        .waitsForPeople,
        .noPriority,
        .seedWrong,
        .notYetDue(at: .example),
        .objectionTooLate,
        .objectionsOpen,
        .objectionUnknown,
        .winnerUnknown,
        .amountNotPositive,
        .firstPaymentShort(due: .zero, paid: .zero),
        .registrationClosed,
        .partyUnknown,
        .alreadyRegistered,
        .barred(until: .example),
        .conflicted,
        .accountShared,
        .bidderUnknown,
        .depositStep(from: .required, to: .refunded),
        .depositTooSmall(due: .zero),
        .depositMissing,
        .biddersThere,
        .relistingsUsedUp(cycles: 3),
        .deadlineNotPassed(at: .example),
        .belowStart(start: .zero),
        .scoresWrong,
        .replayLine(line: 2),
        .guideRowsWrong,
        .belowFloor(floor: .zero),
        .noForfeiture,
        .cutTooDeep(least: .zero),
        .checklistIncomplete(missing: [.valuationReport]),
        .digestWrong,
        .beyondTotal(left: .zero),
        .fileDigestWrong(papers: String(repeating: "0", count: 64)),
        .extensionUsedUp,
        .barTermMissing,
        .notBarred,
        .relistFirst,
        .causeNotListed,
        .membersOnly,
        .bankColumns,
        .bankRow(line: 2, column: "amount"),
        .bankUnmatched(line: 2),
        .bankTwice(line: 2),
    ]

    /// Reasons that somebody else will read must be there.
    static func requireReasons(_ text: String) throws(Rejection) {
        guard !text.allSatisfy(\.isWhitespace) else { throw ExchangeRejection.reasonsMissing.rejection }
    }
}
