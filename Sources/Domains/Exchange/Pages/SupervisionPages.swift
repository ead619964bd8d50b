import Kernel
import Registry
import Web

/// The guide prices in force, for everyone.
struct GuidePricePage {
    let rows: [GuidePriceLine]

    func page(_ request: PageRequest) -> Page {
        let (now, before) = rows.inForce(on: request.now.date)
        return Page(
            ExchangeText.Page.guidePrices, request,
            [
                Headline(
                    ExchangeText.Page.guideQuestion, answer: answer(now, Format(request.language)),
                    note: ExchangeText.Page.guideNote, in: request.language),
                table(now, request),
            ]
                + (before.isEmpty ? [] : [Details(ExchangeText.Page.guidesBefore, [table(before, request)])])
                + (request.principal?.role == .countyOfficer
                    ? [ActionBar([Action(ExchangeText.Command.publishGuidePrices, to: "/guide-prices/publish")])] : []))
    }

    private func table(_ rows: [GuidePriceLine], _ request: PageRequest) -> DataTable {
        let format = Format(request.language)
        return DataTable(
            columns: [
                .init(ExchangeText.Page.landClass), .init(ExchangeText.Field.place),
                .init(ExchangeText.Page.middle, .number), .init(ExchangeText.Page.floor, .number),
                .init(ExchangeText.Page.high, .number), .init(ExchangeText.Page.before, .number),
                .init(ExchangeText.Page.samples, .number), .init(ExchangeText.Page.validFrom, .number),
            ],
            rows: rows.map { line in
                [
                    "\(request(line.row.assetClass.label))",
                    "\(line.placeName ?? request(ExchangeText.Page.wholeCounty))",
                    "\(format.money(line.row.middle))", "\(format.money(line.row.floor))",
                    "\(format.money(line.row.high))",
                    "\(line.row.previousMiddle.map { format.money($0) } ?? "—")",
                    "\(format.count(line.row.samples))", "\(format.date(line.validFrom))",
                ]
            })
    }

    /// From the lowest middle to the highest; one figure when they are the same.
    private func answer(_ rows: [GuidePriceLine], _ format: Format) -> Message {
        let middles = rows.map(\.row.middle)
        guard let low = middles.min(), let high = middles.max() else { return ExchangeText.Page.guideNone }
        return ExchangeText.Page.guideRange(from: format.money(low), to: format.money(high))
    }
}
