import Kernel

/// How long an instalment is late.
enum ArrearsAge: String, CaseIterable {
    case month, quarter, year, older

    /// The days it is late, from the first of this age to the last; nil where there is no last.
    var days: (first: Int, last: Int?) {
        switch self {
        case .month: (1, 30)
        case .quarter: (31, 90)
        case .year: (91, 365)
        case .older: (366, nil)
        }
    }

    var label: Message {
        switch self {
        case .month: Message(zh: "30 天以内", en: "up to 30 days")
        case .quarter: Message(zh: "31 至 90 天", en: "31 to 90 days")
        case .year: Message(zh: "91 天至一年", en: "91 days to a year")
        case .older: Message(zh: "一年以上", en: "more than a year")
        }
    }
}
