import Kernel
import Registry
import Web

/// The guide prices in force, for everyone.
struct GuidePricePage {
    let rows: [GuidePriceLine]

    func page(_ request: PageRequest) -> Page {
        let format = Format(request.language)
        return Page(
            ExchangeText.Page.guidePrices, request,
            [
                Headline(
                    ExchangeText.Page.guideQuestion, answer: answer(format), note: ExchangeText.Page.guideNote,
                    in: request.language),
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

    /// From the lowest middle to the highest; one figure when they are the same.
    private func answer(_ format: Format) -> Message {
        let middles = rows.map(\.row.middle)
        guard let low = middles.min(), let high = middles.max() else { return ExchangeText.Page.guideNone }
        return ExchangeText.Page.guideRange(from: format.money(low), to: format.money(high))
    }
}
