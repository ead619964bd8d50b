/// What is measured, one row of the table each; `docs/bench.md` holds the results.
package enum FigureName: String, CaseIterable, Sendable {
    // The machine's bounds, in the same run.
    case flushes, plainRows, hashes
    // The engine.
    case vouchers, vouchersPlain, aloneEngine, logAppend, vouchersPostgres
    // The books of the city.
    case trialBalances, trialBalancesPlain, statements, bookPage, consolidation, booksProcessor, verify, verifyMemory,
        verifyLedger
    // Over HTTP.
    case vouchersHTTP, vouchersHTTPLatency, bids16, bids64, bidAnswers64, bids64Latency, bids256,
        bidsScale, aloneHTTP, page, pageKinds, pageWeight, pageAnswer
    // Live pages.
    case fanOut, fanOutLate, fanOutRate, stalled, resume, resident
    case startUp
}

/// What a figure is to reach: in thousandths of its unit.
package enum Goal: Sendable, Hashable {
    case atLeast(Int64)
    case atMost(Int64)

    func isMet(by value: Int64) -> Bool {
        switch self {
        case .atLeast(let least): value >= least
        case .atMost(let most): value <= most
        }
    }
}

/// In which unit a figure is counted.
package enum Unit: String, Sendable {
    case perSecond = "/s"
    case seconds = "s"
    case milliseconds = "ms"
    case megabytes = "MB"
    case kilobytes = "KB"
    case ratio = "×"
    case share = "%"
    case count = ""
}

extension FigureName {
    /// Values and goals are in thousandths of this.
    package var unit: Unit {
        switch self {
        case .flushes, .plainRows, .hashes, .vouchers, .aloneEngine, .logAppend, .vouchersPostgres, .vouchersHTTP,
            .bids16, .bids64, .bidAnswers64, .bids256, .aloneHTTP, .page, .fanOutRate:
            .perSecond
        case .vouchersPlain, .trialBalancesPlain, .bidsScale: .ratio
        case .trialBalances, .statements, .consolidation, .booksProcessor, .verify, .verifyLedger, .startUp: .seconds
        case .verifyMemory, .resident: .megabytes
        case .vouchersHTTPLatency, .bids64Latency, .fanOutLate, .stalled, .bookPage, .pageAnswer: .milliseconds
        case .pageWeight: .kilobytes
        case .fanOut: .share
        case .resume, .pageKinds: .count
        }
    }

    /// Nil for the machine's bounds.
    package var goal: Goal? {
        switch self {
        case .flushes, .plainRows, .hashes, .bids16, .bidAnswers64, .bids256, .consolidation, .booksProcessor,
            .pageKinds:
            nil
        case .vouchers: .atLeast(20_000_000)
        case .vouchersPlain: .atLeast(500)
        // Goals of 0.7 of a bound are held against the bound: see `bound`.
        case .aloneEngine, .aloneHTTP: nil
        case .logAppend: .atLeast(20_000_000)
        case .vouchersPostgres: .atLeast(8_000_000)
        case .trialBalances: .atMost(100)
        case .trialBalancesPlain: .atMost(350)
        case .bookPage: .atMost(20_000)
        case .statements: .atMost(150)
        case .verify: .atMost(10_000)
        case .verifyMemory: .atMost(200_000)
        case .verifyLedger: .atMost(1_000)
        case .vouchersHTTP: .atLeast(5_000_000)
        case .vouchersHTTPLatency: .atMost(25_000)
        case .bids64: .atLeast(3_000_000)
        case .bids64Latency: .atMost(50_000)
        case .bidsScale: .atLeast(1_000)
        case .page: .atLeast(5_000_000)
        case .pageWeight: .atMost(60_000)
        case .pageAnswer: .atMost(50_000)
        case .fanOut: .atLeast(99_000)
        case .fanOutLate: .atMost(500_000)
        case .fanOutRate: .atLeast(100_000_000)
        case .stalled: .atMost(500_000)
        case .resume: .atMost(0)
        case .resident: .atMost(100_000)
        case .startUp: .atMost(1_000)
        }
    }

    /// What of the machine bounds the figure, and which part of that is the goal (in thousandths; nil for none).
    package var bound: (name: FigureName, goal: Int64?)? {
        switch self {
        case .vouchers: (.plainRows, 500)
        case .aloneEngine, .aloneHTTP: (.flushes, 700)
        case .logAppend: (.hashes, nil)
        case .vouchersHTTP, .vouchersPostgres: (.plainRows, nil)
        default: nil
        }
    }
}
