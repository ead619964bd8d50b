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
}
