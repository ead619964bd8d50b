import Kernel
import Registry
import Web

/// What stands out among the lots of a place: for those who supervise, and for nobody else.
struct RedFlagPage {
    let found: [Flagged]

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        let rows = found.sorted { ($0.flag.rawValue, name($0.subject)) < ($1.flag.rawValue, name($1.subject)) }
        return Page(
            ExchangeText.Page.flags, request,
            [
                Headline(
                    ExchangeText.Page.flagsQuestion, answer: "\(format.count(found.count))",
                    note: ExchangeText.Page.flagsNote),
                DataTable(
                    columns: [
                        .init(ExchangeText.Field.flag), .init(ExchangeText.Field.subject),
                        .init(ExchangeText.Field.value, .number),
                    ],
                    rows: rows.map { flagged in
                        [
                            "\(request(ExchangeText.flag(flagged.flag))) <small>\(flagged.flag.rawValue)</small>",
                            link(flagged.subject), "\(format.percent(basisPoints: flagged.millionths / 100))",
                        ]
                    }, empty: EmptyState(ExchangeText.Page.noFlags)),
            ])
    }

    private func name(_ subject: Flagged.Subject) -> String {
        switch subject {
        case .lot(let name), .tenderer(let name), .buyer(let name), .entity(let name), .clerk(let name),
            .village(let name):
            name
        }
    }

    private func link(_ subject: Flagged.Subject) -> HTML {
        switch subject {
        case .lot(let lot): HTML.link(lot, to: "/lots/\(lot)")
        case .village(let village): HTML.link(village, to: "/villages/\(village)")
        default: "\(name(subject))"
        }
    }
}

/// The guide prices in force, for everyone.
struct GuidePricePage {
    let rows: [GuidePriceLine]

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        let middle = rows.first.map { format.money($0.row.middle) } ?? "—"
        return Page(
            ExchangeText.Page.guidePrices, request,
            [
                Headline(ExchangeText.Page.guideQuestion, answer: "\(middle)", note: ExchangeText.Page.guideNote),
                DataTable(
                    columns: [
                        .init(ExchangeText.Field.place), .init(ExchangeText.Page.landClass),
                        .init(ExchangeText.Page.floor, .number), .init(ExchangeText.Page.middle, .number),
                        .init(ExchangeText.Page.high, .number), .init(ExchangeText.Page.before, .number),
                        .init(ExchangeText.Page.samples, .number), .init(ExchangeText.Page.validFrom, .number),
                    ],
                    rows: rows.map { line in
                        [
                            "\(line.placeName ?? request(ExchangeText.Page.wholeCounty))",
                            "\(request(line.row.assetClass.label))", "\(format.money(line.row.floor))",
                            "\(format.money(line.row.middle))", "\(format.money(line.row.high))",
                            "\(line.row.previousMiddle.map { format.money($0) } ?? "—")",
                            "\(format.count(line.row.samples))", "\(format.date(line.validFrom))",
                        ]
                    }),
            ]
                + (request.principal?.role == .countyOfficer
                    ? [ActionBar([Action(ExchangeText.Command.publishGuidePrices, to: "/guide-prices/publish")])] : []))
    }
}
