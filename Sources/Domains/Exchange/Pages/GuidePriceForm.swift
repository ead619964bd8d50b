import Kernel
import Registry
import Storage
import Web

/// The county's table of guide prices, filled with what the formula makes of the signed deals; the officer checks it
/// and gives it the number of its document.
struct GuidePriceForm {
    let county: DivisionID
    let deals: [GuideDeal]
    let before: [GuidePriceLine]

    /// Fewer deals than this and a cell borrows upward (domain notes, section 2.2).
    let least: Int
    private static let emptyRows = 2

    func page(_ request: PageRequest, in tx: any ReadTransaction) throws -> Page {
        let proposed = rows
        let townships = try DivisionQueries.list(.township, within: county, in: tx)
        let names = Dictionary(uniqueKeysWithValues: townships.map { ($0.id, $0.name) })
        let places =
            [FormField.Option("", request(ExchangeText.Page.wholeCounty))]
            + townships.map { FormField.Option($0.id.text, $0.name) }
        let head: [FormField] = [
            .hidden("division", county.text), .text("documentNumber", ExchangeText.Page.documentNumber),
            .date("validFrom", ExchangeText.Page.validFrom),
        ]
        let rows = proposed.enumerated().map { number, row in
            proposal(row, number, row.place.flatMap { names[$0] } ?? request(ExchangeText.Page.wholeCounty), request)
        }
        let own = (proposed.count..<(proposed.count + Self.emptyRows)).flatMap {
            self.row(number: $0, places, request.language)
        }
        return Page(
            ExchangeText.Command.publishGuidePrices, request,
            [
                Breadcrumb([
                    .init(request(ExchangeText.Page.guidePrices), "/guide-prices"),
                    .init(request(ExchangeText.Command.publishGuidePrices)),
                ]),
                Headline(
                    ExchangeText.Page.guideDealsQuestion,
                    answer: ExchangeText.Page.guideDeals(Format(request.language).count(deals.count)),
                    note: ExchangeText.Page.guideDealsNote, in: request.language),
                Paragraph(ExchangeText.Page.guideRowsNote),
                GridForm(
                    request, head: head, below: own, list: "rows", columns: Self.columns, rows: rows, totals: [],
                    suggestions: [:], buttons: [.init(ExchangeText.Command.publishGuidePrices, isPrimary: true)]),
            ])
    }

    /// One row for each township and class of land that had a deal.
    private var rows: [GuidePriceRow] {
        let mine = deals.filter { $0.county == county }
        let cells = Set(mine.map { Cell(place: $0.township, assetClass: $0.assetClass) })
        return cells.sorted { ($0.place.text, $0.assetClass.rawValue) < ($1.place.text, $1.assetClass.rawValue) }
            .map { cell in
                let previous = before.first {
                    $0.row.place == cell.place && $0.row.assetClass == cell.assetClass
                }
                return GuidePriceFormula.row(
                    township: cell.place, county: county, cell.assetClass, deals: deals, least: least,
                    previous: previous?.row.middle)
            }
    }

    private struct Cell: Hashable {
        let place: DivisionID
        let assetClass: AssetClass
    }

    private static let columns: [GridForm.Column] = [
        .init("place", ExchangeText.Field.place, .given), .init("class", ExchangeText.Page.landClass, .given),
        .init("samples", ExchangeText.Page.samples, .given),
        .init("borrowedFrom", ExchangeText.Page.borrowedFrom, .given),
        .init("previousMidFen", ExchangeText.Page.before, .given),
        .init("floorFen", ExchangeText.Page.floor, .money), .init("midFen", ExchangeText.Page.middle, .money),
        .init("highFen", ExchangeText.Page.high, .money),
    ]

    /// What the formula proposes: place, class and sample stand, the three prices can be changed.
    private func proposal(_ row: GuidePriceRow, _ number: Int, _ place: String, _ request: PageRequest)
        -> [String: String]
    {
        let format = request.format
        var values = [
            "place": row.place?.text ?? "", "place.words": place, "class": row.assetClass.rawValue,
            "class.words": request(row.assetClass.label), "samples": String(row.samples),
            "samples.words": format.count(row.samples), "borrowedFrom": row.borrowedFrom.rawValue,
            "borrowedFrom.words": request(ExchangeText.guideSource(row.borrowedFrom)),
            "previousMidFen": row.previousMiddle.map { Format.typedMoney(fen: $0.fen) } ?? "",
            "previousMidFen.words": row.previousMiddle.map { format.money($0) } ?? "",
        ]
        for (name, price) in [("floorFen", row.floor), ("midFen", row.middle), ("highFen", row.high)] {
            values[name] =
                request.form.values["rows[\(number)].\(name)"] ?? Format.typedMoney(fen: price.fen)
        }
        return values
    }

    /// A row of the officer's own.
    private func row(number: Int, _ places: [FormField.Option], _ language: Language) -> [FormField] {
        func name(_ part: String) -> String { "rows[\(number)].\(part)" }
        func label(_ message: Message) -> Message { ExchangeText.Page.row(number + 1, message) }
        let none = FormField.Option("", language(ExchangeText.Page.noRow))
        let classes = AssetClass.allCases.map { FormField.Option($0.rawValue, language($0.label)) }
        let sources = LotAct.options(ExchangeText.guideSource, language)
        return [
            .choice(name("place"), label(ExchangeText.Field.place), places, optional: true, value: ""),
            .choice(name("class"), label(ExchangeText.Page.landClass), [none] + classes, optional: true, value: ""),
            .money(name("floorFen"), label(ExchangeText.Page.floor), optional: true),
            .money(name("midFen"), label(ExchangeText.Page.middle), optional: true),
            .money(name("highFen"), label(ExchangeText.Page.high), optional: true),
            .money(name("previousMidFen"), label(ExchangeText.Page.before), optional: true),
            .number(name("samples"), label(ExchangeText.Page.samples), optional: true),
            .choice(
                name("borrowedFrom"), label(ExchangeText.Page.borrowedFrom), [none] + sources, optional: true, value: ""
            ),
        ]
    }
}
