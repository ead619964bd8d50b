package import Kernel

/// Why a lot does not go to a township station, or does not come back as brought. In order of precedence.
package enum StationRejection: RejectionReason {
    case keyWrong
    case modeNotForStation
    case logBad(entry: Int64)
    case checkpointBad
    case logOther(entry: Int64)
    case notEnded
    case proxyNotAtStation
    case clockBackwards(entry: Int64)
    case clockBehind(entry: Int64, since: Instant)
    case clockAhead(entry: Int64, at: Instant)

    package var number: Int {
        switch self {
        case .keyWrong: 3120
        case .modeNotForStation: 3121
        case .logBad: 3122
        case .checkpointBad: 3123
        case .logOther: 3124
        case .notEnded: 3125
        case .proxyNotAtStation: 3126
        case .clockBackwards: 3127
        case .clockBehind: 3128
        case .clockAhead: 3129
        }
    }

    package var kind: Rejection.Kind {
        switch self {
        case .keyWrong: .badInput
        default: .refused
        }
    }

    package var field: String? {
        switch self {
        case .keyWrong: "key"
        case .modeNotForStation: "lot"
        case .logBad, .logOther, .notEnded, .clockBackwards, .clockBehind, .clockAhead: "leaves"
        case .proxyNotAtStation: "limitFen"
        case .checkpointBad: "checkpoint"
        }
    }

    package var text: Message { StationText.text(self) }
    package var next: Message { StationText.next(self) }

    package static let catalogue: [StationRejection] = [
        .keyWrong, .modeNotForStation, .logBad(entry: 7), .checkpointBad, .logOther(entry: 7), .notEnded,
        .proxyNotAtStation, .clockBackwards(entry: 7),
        .clockBehind(entry: 7, since: Instant(milliseconds: 1_553_475_600_000)),
        .clockAhead(entry: 7, at: Instant(milliseconds: 1_553_475_600_000)),
    ]
}
