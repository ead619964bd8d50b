package import Kernel

/// Why a lot does not go to a township station, or does not come back as brought. In order of precedence.
package enum StationRejection: RejectionReason {
    case keyWrong
    case modeNotForStation
    case logBad(entry: Int64)
    case checkpointBad
    case logOther(entry: Int64)
    case notEnded

    package var number: Int {
        switch self {
        case .keyWrong: 3120
        case .modeNotForStation: 3121
        case .logBad: 3122
        case .checkpointBad: 3123
        case .logOther: 3124
        case .notEnded: 3125
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
        case .logBad, .logOther, .notEnded: "leaves"
        case .checkpointBad: "checkpoint"
        }
    }

    package var text: Message { StationText.text(self) }
    package var next: Message { StationText.next(self) }

    package static let catalogue: [StationRejection] = [
        .keyWrong, .modeNotForStation, .logBad(entry: 7), .checkpointBad, .logOther(entry: 7), .notEnded,
    ]
}
