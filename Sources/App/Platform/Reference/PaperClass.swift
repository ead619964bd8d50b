package import Kernel

/// From which day on a paper is kept for so many years.
enum PaperClock: Sendable, Hashable {
    /// 1 January after the year in which it was named.
    case year
    /// The last day of the contract it belongs to, or the day it was named if that is later.
    case contract
}

/// How long.
enum PaperYears: Sendable, Hashable {
    case years(Int)
    /// As many as the county's parameter `retention.years` says at the place.
    case parameter
    case forEver
}

/// What a class of papers is kept for, from a day on.
struct PaperTerm: Sendable {
    /// The day the rule came into force.
    let since: CivilDate
    let years: PaperYears
    let clock: PaperClock
    let source: Message
}

/// Papers of one kind and how long they are kept at least, by the events that name them. The one table of which the part
/// about papers of `docs/privacy.md` is made; a test misses every event with papers that is in no class (record 0264).
package struct PaperClass: Sendable {
    package let title: Message
    let terms: [PaperTerm]
    /// Full names of events.
    let events: Set<String>

    static func of(_ event: String) -> PaperClass? { all.first { $0.events.contains(event) } }

    /// The row in force on a day; the first one before that.
    func term(on day: CivilDate) -> PaperTerm? { terms.last { $0.since <= day } ?? terms.first }

    static let all: [PaperClass] = [accounts, reports, contracts, decisions, sales, matters]

    /// 令79, annex 1; in force on 1 January 2016.
    private static let accounts = PaperClass(
        title: PaperTermText.accounts,
        terms: [
            PaperTerm(since: day(2016, 1, 1), years: .years(30), clock: .year, source: PaperTermText.accountsSource)
        ],
        events: [
            "ledger.claimSubmitted", "ledger.originalIndexed", "ledger.agencyRecorded", "ledger.warningClosed",
            "waste.ticketIssued",
        ])

    private static let reports = PaperClass(
        title: PaperTermText.reports,
        terms: [PaperTerm(since: day(2016, 1, 1), years: .forEver, clock: .year, source: PaperTermText.reportsSource)],
        events: ["ledger.yearReportFiled", "ledger.yearReportCorrected", "ledger.yearChecked"])

    private static let contracts = PaperClass(
        title: PaperTermText.contracts,
        terms: [
            PaperTerm(
                since: day(2018, 1, 1), years: .parameter, clock: .contract, source: PaperTermText.contractsSource)
        ],
        events: ["registry.contractRegistered", "registry.contractAmended", "registry.contractSublet"])

    private static let decisions = PaperClass(
        title: PaperTermText.decisions,
        terms: [
            PaperTerm(since: day(2010, 10, 28), years: .forEver, clock: .year, source: PaperTermText.decisionsSource)
        ],
        events: ["registry.resolutionRecorded", "assembly.meetingPapersAdded", "assembly.stepTaken"])

    private static let sales = PaperClass(
        title: PaperTermText.sales,
        terms: [PaperTerm(since: day(2018, 1, 1), years: .parameter, clock: .year, source: PaperTermText.salesSource)],
        events: [
            "exchange.forfeitureProposed", "exchange.bidderQualified", "exchange.bidderRegistered",
            "exchange.bidPlaced", "exchange.offerPlaced", "exchange.scoresRecorded", "exchange.materialAttached",
            "exchange.stationBidMerged",
        ])

    private static let matters = PaperClass(
        title: PaperTermText.matters,
        terms: [
            PaperTerm(since: day(2018, 1, 1), years: .parameter, clock: .year, source: PaperTermText.mattersSource)
        ],
        events: [
            "disclosure.objectionRaised", "supervision.flagAnswered", "cleanup.claimAcknowledged",
            "cleanup.useExplained", "cleanup.useSeen", "waste.complaintFiled", "waste.lossDeclared",
        ])

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? .example
    }

    /// The part of `docs/privacy.md` about papers.
    static var markdown: [String] {
        func both(_ message: Message) -> String { "\(message.zh) · \(message.en)" }
        var lines = [
            "## \(both(PaperTermText.title))", "", PaperTermText.introduction.zh, "", PaperTermText.introduction.en, "",
            "| \(both(PaperTermText.kind)) | \(both(PaperTermText.since)) | \(both(PaperTermText.kept)) | "
                + "\(both(PaperTermText.source)) | \(both(PaperTermText.events)) |",
            "|---|---|---|---|---|",
        ]
        for part in all {
            for term in part.terms {
                let events = part.events.sorted().map { "`\($0)`" }.joined(separator: ", ")
                lines.append(
                    "| \(both(part.title)) | \(term.since) | \(both(PaperTermText.kept(term))) | \(both(term.source)) | "
                        + "\(events) |")
            }
        }
        return lines + [""]
    }
}
