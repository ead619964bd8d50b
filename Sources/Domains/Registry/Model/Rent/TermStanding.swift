import Kernel

/// Where a contract's term stands on a day; what is ending still runs.
enum TermStanding: String, CaseIterable {
    case running, ending, over, ahead

    /// So many days before its end a contract is said to be ending.
    static let soon = 90

    init(_ contract: Contract, on day: CivilDate) {
        if contract.start > day {
            self = .ahead
        } else if contract.end < day {
            self = .over
        } else {
            self = contract.end <= day.adding(days: Self.soon) ? .ending : .running
        }
    }

    var label: Message {
        switch self {
        case .running: RegistryText.termRunning
        case .ending: RegistryText.termEnding
        case .over: RegistryText.termOver
        case .ahead: RegistryText.termAhead
        }
    }
}
